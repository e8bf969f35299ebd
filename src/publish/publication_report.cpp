#include "publish/publication_report.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/json.hpp"
#include "base/strings.hpp"
#include "diag/printable.hpp"
#include "publish/layout.hpp"
#include "publish/report_words.hpp"

namespace handbok {
namespace {

/// What there is to tell one owner.
struct OwnerPart {
  std::vector<const KnownDiagnostic*> fresh;
  std::vector<const KnownDiagnostic*> solved;
  std::size_t remaining = 0;
};

std::map<std::string, OwnerPart> parts_by_owner(const PublicationReport& report) {
  std::map<std::string, OwnerPart> parts;
  for (const auto& one : report.new_diagnostics)
    parts[one.owner].fresh.push_back(&one);
  for (const auto& one : report.solved_diagnostics)
    parts[one.owner].solved.push_back(&one);
  for (const auto& one : report.remaining_diagnostics)
    ++parts[one.owner].remaining;
  return parts;
}

std::string line_of(const KnownDiagnostic& diagnostic) {
  auto line = diagnostic.subject.empty() ? std::string{} : diagnostic.subject + ": ";
  line.append(diagnostic.sentence).append(" [").append(diagnostic.code).append("]");
  if (!diagnostic.path.empty()) line.append(" ").append(diagnostic.path);
  return line;
}

/// A report as a sequence of headings, sentences and lists, written by one of two pens.
class Pen {
public:
  Pen() = default;
  Pen(const Pen&) = delete;
  Pen& operator=(const Pen&) = delete;
  virtual ~Pen() = default;
  virtual void title(std::string_view text) = 0;
  virtual void heading(std::string_view text) = 0;
  virtual void small_heading(std::string_view text) = 0;
  virtual void sentence(std::string_view text) = 0;
  virtual void list(const std::vector<std::string>& items) = 0;
};

class TextPen : public Pen {
public:
  void title(std::string_view text) override { line("", text); }
  void heading(std::string_view text) override { text_.append("\n").append(text).append("\n"); }
  void small_heading(std::string_view text) override { line("  ", text); }
  void sentence(std::string_view text) override { line("", text); }
  void list(const std::vector<std::string>& items) override {
    for (const auto& item : items)
      line("  - ", item);
  }
  std::string finish() { return std::move(text_); }

private:
  void line(std::string_view before, std::string_view text) {
    text_.append(before).append(text).append("\n");
  }
  std::string text_;
};

class HtmlPen : public Pen {
public:
  explicit HtmlPen(std::string_view language) {
    html_.append("<!DOCTYPE html>\n<html lang=\"").append(language).append("\">\n");
  }
  void title(std::string_view text) override {
    html_ += "<head>\n<meta charset=\"utf-8\">\n";
    html_ += R"(<meta name="viewport" content="width=device-width, initial-scale=1">)";
    html_ += "\n";
    element("title", text);
    html_ += "</head>\n<body>\n";
    element("h1", text);
  }
  void heading(std::string_view text) override { element("h2", text); }
  void small_heading(std::string_view text) override { element("h3", text); }
  void sentence(std::string_view text) override { element("p", text); }
  void list(const std::vector<std::string>& items) override {
    if (items.empty()) return;
    html_ += "<ul>\n";
    for (const auto& item : items)
      element("li", item);
    html_ += "</ul>\n";
  }
  std::string finish() { return html_ + "</body>\n</html>\n"; }

private:
  void element(std::string_view name, std::string_view text) {
    html_.append("<").append(name).append(">").append(escape_html(text));
    html_.append("</").append(name).append(">\n");
  }
  std::string html_;
};

std::vector<std::string> page_lines(const PublicationReport& report,
                                    const PublicationWords& words) {
  std::vector<std::string> lines;
  const auto add = [&](const std::vector<std::string>& pages, std::string_view word) {
    for (const auto& page : pages)
      lines.push_back(std::string(word).append(": ").append(page));
  };
  // The first publication is new as a whole; a list of all pages says nothing.
  if (report.previous_release != 0) add(report.new_pages, words.new_page);
  add(report.changed_pages, words.changed_page);
  add(report.kept_pages, words.kept_page);
  return lines;
}

std::vector<std::string> lines_of(const std::vector<const KnownDiagnostic*>& diagnostics) {
  std::vector<std::string> lines;
  lines.reserve(diagnostics.size());
  for (const auto* const one : diagnostics)
    lines.push_back(line_of(*one));
  return lines;
}

void write_owners(const PublicationReport& report, const PublicationWords& words, Pen& pen) {
  const auto parts = parts_by_owner(report);
  if (parts.empty()) return;
  pen.heading(words.by_owner);
  if (report.new_diagnostics.empty() && report.solved_diagnostics.empty())
    pen.sentence(words.nothing_new);
  for (const auto& [owner, part] : parts) {
    pen.small_heading(owner.empty() ? words.nobody : std::string_view(owner));
    if (!part.fresh.empty()) pen.sentence(words.fresh);
    pen.list(lines_of(part.fresh));
    if (!part.solved.empty()) pen.sentence(words.solved);
    pen.list(lines_of(part.solved));
    if (part.remaining > 0)
      pen.sentence(fill_slots(words.remaining, {std::to_string(part.remaining)}));
  }
}

void write_revisions(const PublicationReport& report, const PublicationWords& words, Pen& pen) {
  if (report.new_revisions.empty()) return;
  pen.heading(words.new_revisions);
  std::vector<std::string> lines;
  lines.reserve(report.new_revisions.size());
  for (const auto& revision : report.new_revisions)
    lines.push_back(to_text(revision.key).append(" ").append(revision.title));
  pen.list(lines);
}

void write_report(const PublicationReport& report, const PublicationWords& words, Pen& pen) {
  pen.title(fill_slots(words.title, {layout::number_name(report.release)}));
  pen.sentence(fill_slots(words.day, {report.state.as_of.to_string(), to_text(report.time)}));
  pen.sentence(report.previous_release == 0
                   ? std::string(words.first)
                   : fill_slots(words.before, {layout::number_name(report.previous_release)}));
  const auto count = [](std::size_t number) { return std::to_string(number); };
  pen.sentence(
      fill_slots(words.pages, {count(report.new_pages.size()), count(report.changed_pages.size()),
                               count(report.unchanged_pages), count(report.kept_pages.size())}));
  pen.list(page_lines(report, words));
  write_revisions(report, words, pen);
  if (report.state.withheld.empty()) {
    pen.sentence(words.nothing_withheld);
  } else {
    pen.heading(words.withheld);
    pen.list(report.state.withheld);
  }
  write_owners(report, words, pen);
}

Json json_of(const std::vector<KnownDiagnostic>& diagnostics) {
  Json::Array items;
  for (const auto& one : diagnostics) {
    items.emplace_back(Json::Object{{"code", one.code},
                                    {"severity", one.severity},
                                    {"owner", one.owner},
                                    {"subject", one.subject},
                                    {"file", one.path},
                                    {"message", one.sentence}});
  }
  return {std::move(items)};
}

constexpr std::size_t field_count = 6;

auto key_of(const KnownDiagnostic& diagnostic) {
  return std::tie(diagnostic.code, diagnostic.subject, diagnostic.path);
}

}  // namespace

void tell_changes(const ReleaseManifest* last, const ReleaseManifest& next, const SiteFacts& facts,
                  PublicationReport& report) {
  for (const auto& [key, revision] : facts.revisions) {
    const bool is_new = last == nullptr || !last->revisions.contains(key);
    if (is_new && next.revisions.contains(key)) report.new_revisions.push_back(revision);
  }
  for (const auto& [path, file] : next.files) {
    const bool is_new = last == nullptr || !last->files.contains(path);
    if (is_new) {
      report.new_pages.push_back(path);
    } else if (file.since == next.release) {
      report.changed_pages.push_back(path);
    } else {
      ++report.unchanged_pages;
    }
  }
}

std::string report_text(const PublicationReport& report, Language language) {
  TextPen pen;
  write_report(report, publication_words(language), pen);
  return pen.finish();
}

std::string report_html(const PublicationReport& report, Language language) {
  const auto& words = publication_words(language);
  HtmlPen pen(words.language_code);
  write_report(report, words, pen);
  return pen.finish();
}

std::string report_json(const PublicationReport& report) {
  Json::Array revisions;
  for (const auto& revision : report.new_revisions) {
    revisions.emplace_back(Json::Object{{"revision", to_text(revision.key)},
                                        {"title", revision.title},
                                        {"owner", revision.owner},
                                        {"address", revision.address}});
  }
  const Json::Object json{
      {"release", layout::number_name(report.release)},
      {"time", to_text(report.time)},
      {"previous_release",
       report.previous_release == 0 ? Json() : Json(layout::number_name(report.previous_release))},
      {"as_of", report.state.as_of.to_string()},
      {"documents", report.state.documents},
      {"errors", report.state.errors},
      {"warnings", report.state.warnings},
      {"notes", report.state.notes},
      {"withheld", report.state.withheld},
      {"new_revisions", std::move(revisions)},
      {"new_pages", report.new_pages},
      {"changed_pages", report.changed_pages},
      {"kept_pages", report.kept_pages},
      {"unchanged_pages", static_cast<std::int64_t>(report.unchanged_pages)},
      {"new_diagnostics", json_of(report.new_diagnostics)},
      {"solved_diagnostics", json_of(report.solved_diagnostics)},
      {"remaining_diagnostics", json_of(report.remaining_diagnostics)}};
  return to_text(Json(json), JsonLayout::indented) + "\n";
}

std::vector<KnownDiagnostic> known_diagnostics(const std::vector<Diagnostic>& diagnostics,
                                               Language language) {
  std::vector<KnownDiagnostic> known;
  known.reserve(diagnostics.size());
  for (const auto& diagnostic : diagnostics) {
    known.push_back({std::string(info_of(diagnostic.code).name),
                     std::string(name_of(diagnostic.severity)), printable(diagnostic.owner),
                     printable(diagnostic.subject), printable(diagnostic.location.path),
                     printable(what_text(diagnostic, language))});
  }
  std::ranges::stable_sort(known, {}, &KnownDiagnostic::owner);
  return known;
}

std::string write_known_diagnostics(const std::vector<KnownDiagnostic>& diagnostics) {
  std::string text;
  for (const auto& one : diagnostics) {
    const std::vector<std::string> fields{one.code,    one.severity, one.owner,
                                          one.subject, one.path,     one.sentence};
    text += join(fields, "\t") + "\n";
  }
  return text;
}

std::vector<KnownDiagnostic> parse_known_diagnostics(std::string_view text) {
  std::vector<KnownDiagnostic> diagnostics;
  for (const auto line : split(text, '\n')) {
    const auto fields = split(line, '\t');
    if (fields.size() != field_count) continue;
    const auto field = [&](std::size_t i) { return std::string(fields[i]); };
    diagnostics.push_back({field(0), field(1), field(2), field(3), field(4), field(5)});
  }
  return diagnostics;
}

std::vector<KnownDiagnostic> without(const std::vector<KnownDiagnostic>& from,
                                     const std::vector<KnownDiagnostic>& what) {
  std::map<std::tuple<std::string, std::string, std::string>, int> counts;
  for (const auto& one : what)
    ++counts[key_of(one)];
  std::vector<KnownDiagnostic> rest;
  for (const auto& one : from) {
    auto& count = counts[key_of(one)];
    if (count > 0) {
      --count;
    } else {
      rest.push_back(one);
    }
  }
  return rest;
}

}  // namespace handbok
