#include "app/pdf_export.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "app/browser.hpp"
#include "app/make_edition.hpp"
#include "app/read_handbook.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "derive/day_view.hpp"
#include "derive/reach.hpp"
#include "io/file.hpp"
#include "io/site_writer.hpp"
#include "io/write_files.hpp"
#include "render/addresses.hpp"
#include "render/binder.hpp"
#include "render/html.hpp"

namespace handbok {
namespace {

/// In the folder of the files: what each was printed from, "digest  name" a line.
constexpr std::string_view record_name = "utskrivet.txt";

std::map<std::string, std::string> read_record(const std::string& folder) {
  std::map<std::string, std::string> digests;
  const auto text = read_file(folder + "/" + std::string(record_name)).value_or(std::string());
  for (const auto line : split(text, '\n')) {
    const auto gap = line.find("  ");
    if (gap == std::string_view::npos) continue;
    digests.emplace(line.substr(gap + 2), line.substr(0, gap));
  }
  return digests;
}

std::string record_text(const std::map<std::string, std::string>& digests) {
  std::string text;
  for (const auto& [name, digest] : digests)
    text.append(digest).append("  ").append(name).append("\n");
  return text;
}

/// The page with the day on which it is printed, which is no part of what it is judged by.
std::string dated(const std::string& html, const std::string& day) {
  const std::string_view tag = "<html";
  auto page = html;
  page.insert(page.find(tag) + tag.size(), " data-printed=\"" + day + "\"");
  return page;
}

/// A page to be printed, and its file.
struct Printing {
  std::string name;
  std::string path;
  std::string html;
};

using Revisions = std::vector<const Revision*>;

class PdfExport {
public:
  PdfExport(const Handbook& handbook, const Theme& theme, const BuildOptions& options,
            FileTree site)
      : handbook_(handbook),
        view_(handbook_, options.as_of),
        theme_(theme),
        options_(options),
        site_(std::move(site)) {}

  void plan(const PdfOrder& order) {
    for (const auto& id : order.documents)
      plan_document(id);
    for (const auto& document : view_.documents())
      if (order.all && document.in_force != nullptr) plan_document(document.document->id);
    for (const auto& unit : order.units) {
      const auto* const found = handbook_.find_unit(unit);
      plan_binder("parm-" + unit, BinderKind::unit, found,
                  found == nullptr ? Revisions() : effective_handbook(view_, *found));
    }
    for (const auto& role : order.roles)
      plan_binder("laslista-" + role, BinderKind::role, handbook_.find_role(role),
                  readings_of(role));
  }

  Expected<PdfResult, PdfProblem> print(const std::string& browser, const std::string& folder) {
    auto digests = read_record(folder);
    std::optional<ScratchFolder> scratch;
    for (auto& printing : printings_) {
      const auto digest = digest_of(printing);
      const auto target = folder + "/" + printing.name;
      if (digests[printing.name] == digest && read_file(target)) {
        ++result_.unchanged;
        continue;
      }
      if (!scratch) lay_out(scratch.emplace().path());
      write_files_together(scratch->path(), {{printing.path, dated(printing.html, day_text())}});
      auto pdf = print_page(browser, scratch->path(), printing.path);
      if (!pdf) {
        return Unexpected{pdf.error() == BrowserFault::too_slow ? PdfProblem::print_slow
                                                                : PdfProblem::print_failed};
      }
      digests[printing.name] = digest;
      write_files_together(folder, {{printing.name, *std::move(pdf)},
                                    {std::string(record_name), record_text(digests)}});
      result_.written.push_back(printing.name);
    }
    return std::move(result_);
  }

private:
  void plan_document(const std::string& id) {
    const auto path = address::document(handbook_, id);
    const auto* const html = site_.find(path);
    if (html == nullptr) {
      result_.absent.push_back(id);
    } else {
      printings_.push_back({id + ".pdf", path, *html});
    }
  }

  template <typename Entity>
  void plan_binder(const std::string& file, BinderKind kind, const Entity* entity,
                   const Revisions& revisions) {
    const auto& settings = handbook_.settings;
    Binder binder{kind,
                  entity == nullptr ? file : entity->name,
                  settings.title,
                  settings.language,
                  options_.base_url,
                  {}};
    for (const auto* const revision : revisions) {
      auto path = address::document(handbook_, revision->document);
      const auto* const html = site_.find(path);
      if (html == nullptr) continue;
      binder.parts.push_back(
          {std::move(path), *html, revision->document, revision->title, revision->number});
    }
    if (binder.parts.empty()) {
      result_.absent.push_back(file);
    } else {
      printings_.push_back({file + ".pdf", file + ".html", binder_html(binder, theme_)});
    }
  }

  Revisions readings_of(const std::string& role) const {
    Revisions revisions;
    for (const auto& document : view_.documents()) {
      const auto* const revision = document.in_force;
      if (revision != nullptr && includes(revision->audience, role)) revisions.push_back(revision);
    }
    return revisions;
  }

  /// Of all that a print shows: the page, the style, the script, and what lies beside a document.
  std::string digest_of(const Printing& printing) const {
    auto bytes = printing.html + theme_.style.bytes + theme_.script.bytes;
    const auto folder = printing.path.substr(0, printing.path.rfind('/') + 1);
    for (const auto& [path, content] : site_.files()) {
      const bool is_beside = !folder.empty() && path.starts_with(folder);
      if (is_beside && !path.ends_with(".html")) bytes += content;
    }
    return sha256_hex(bytes);
  }

  void lay_out(const std::string& folder) const {
    SiteWriter writer(folder);
    for (const auto& [path, bytes] : site_.files())
      writer.write(path, bytes);
    writer.finish();
  }

  std::string day_text() const { return date_text(options_.as_of, theme_.words); }

  const Handbook& handbook_;
  DayView view_;
  const Theme& theme_;
  const BuildOptions& options_;
  FileTree site_;
  std::vector<Printing> printings_;
  PdfResult result_;
};

}  // namespace

Expected<PdfResult, PdfProblem> export_pdf(const FileTree& sources, const FileTree& theme_files,
                                           const BuildOptions& options, const Isolate& isolate,
                                           const PdfOrder& order) {
  const auto browser = find_browser(order.browser);
  if (!browser) return Unexpected{PdfProblem::no_browser};
  FileTree site;
  auto report = build(sources, theme_files, options, isolate,
                      [&](SiteFile file) { site.put(file.path.text(), std::move(file.bytes)); });
  if (report.outcome == BuildOutcome::stopped) return PdfResult{std::move(report), {}, 0, {}};
  Diagnostics told;  // by the build
  const auto handbook = read_handbook(sources, isolate, told);
  const auto theme = read_site_theme(theme_files, handbook, told);
  PdfExport pdf(handbook, theme, options, std::move(site));
  pdf.plan(order);
  auto printed = pdf.print(*browser, order.folder);
  if (!printed) return printed;
  auto result = *std::move(printed);
  result.report = std::move(report);
  return result;
}

}  // namespace handbok
