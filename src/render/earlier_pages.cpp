#include "render/earlier_pages.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <climits>

#include "base/byte_stream.hpp"
#include "base/sha256.hpp"
#include "derive/organisation.hpp"
#include "diag/diagnostic_codec.hpp"
#include "model/body_words.hpp"

namespace handbok {
namespace {

/// The lines before the text of a revision; the whole file if it is not known where that begins.
std::string_view head_of(const Revision& revision, std::string_view file) {
  if (revision.body_line <= 1) return file;
  std::size_t end = 0;
  for (int line = 1; line < revision.body_line && end < file.size(); ++line)
    end = std::min(file.find('\n', end), file.size() - 1) + 1;
  return file.substr(0, end);
}

/// The file without what follows from the text that was approved: only its own pages show that.
std::string without_digests(std::string_view file) {
  constexpr std::string_view mark = "\"sha256:";
  std::string rest;
  for (auto at = file.find(mark); at != std::string_view::npos; at = file.find(mark)) {
    at += mark.size();
    rest += file.substr(0, at);
    file.remove_prefix(std::min(file.find('"', at), file.size()));
  }
  return rest.append(file);
}

void write_link(ByteWriter& out, const BodyLink& link) {
  out.number(static_cast<std::uint32_t>(link.kind));
  for (const auto* const text : {&link.target, &link.text, &link.title})
    out.text(*text);
  out.flag(link.is_image);
}

void write_heading(ByteWriter& out, const BodyHeading& heading) {
  out.number(heading.level);
  out.text(heading.text);
  out.text(heading.anchor);
  for (const bool has :
       {heading.has_content, heading.has_ordered_list, heading.has_task_list, heading.is_nested})
    out.flag(has);
}

/// What pages of others may show of a text, and what ssh-keygen said.
std::string digest_of(const Revision& revision) {
  ByteWriter out;
  out.all(revision.body.links, write_link);
  out.all(revision.body.headings, write_heading);
  if (revision.approval) {
    for (const auto& signature : revision.approval->signatures)
      out.number(static_cast<std::uint32_t>(signature.statement.verdict));
  }
  return sha256_hex(out.take());
}

void write_sources(ByteWriter& out, const RenderInput& input) {
  std::map<std::string_view, const Revision*> texts;
  std::set<std::string_view> approvals;
  for (const auto& document : input.edition.view.handbook().documents) {
    for (const auto& revision : document.revisions) {
      texts.emplace(revision.path, &revision);
      if (revision.approval) approvals.insert(revision.approval->path);
      out.text(digest_of(revision));
    }
  }
  for (const auto& [path, bytes] : input.sources.files()) {
    out.text(path);
    if (const auto text = texts.find(path); text != texts.end()) {
      out.text(sha256_hex(head_of(*text->second, bytes)));
    } else if (approvals.contains(path)) {
      out.text(sha256_hex(without_digests(bytes)));
    } else {
      out.text(sha256_hex(bytes));
    }
  }
}

void write_edition(ByteWriter& out, const SiteContext& site) {
  const auto& edition = site.input.edition;
  out.texts(edition.pages);
  for (const auto& key : edition.withheld.keys()) {
    out.text(key.document);
    out.number(key.number);
    write_diagnostic(out, *edition.withheld.reason(key));
  }
  for (const auto* const lost : {&edition.lost.closed, &edition.lost.standing})
    out.texts({lost->begin(), lost->end()});
  for (const auto& unit : site.handbook().units) {
    out.text(parent_on(unit, site.view().day()));
    out.flag(site.view().units().has_children(unit));
  }
}

/// All that any page is a function of, but for the texts that it asks for.
std::string basis_of(const SiteContext& site) {
  ByteWriter out;
  const auto& options = site.input.options;
  out.text(options.base_url);
  out.flag(options.drafts);
  out.flag(options.preview);
  out.text(options.tool_version);
  out.text(options.profile);
  out.text(site.theme().digest);
  write_edition(out, site);
  write_sources(out, site.input);
  out.texts(site.routes.addresses());
  for (const auto& document : site.handbook().documents) {
    for (const auto& revision : document.revisions)
      out.flag(site.diagrams.find(revision.key()) != nullptr);
  }
  return sha256_hex(out.take());
}

std::map<std::string, std::string, std::less<>> digests_of_documents(const RenderInput& input) {
  std::map<std::string, std::string, std::less<>> digests;
  const auto& files = input.sources.files();
  for (const auto& document : input.edition.view.handbook().documents) {
    ByteWriter out;
    const auto folder = document.folder + "/";
    for (auto file = files.lower_bound(folder); file != files.end(); ++file) {
      if (!file->first.starts_with(folder)) break;
      out.text(file->first);
      out.text(file->second);
    }
    for (const auto& revision : document.revisions)
      out.flag(has_no_pieces(revision.body));  // a text whose parser was lost has none
    digests.emplace(document.id, sha256_hex(out.take()));
  }
  return digests;
}

/// All that may differ from one day to the next.
std::string all_of_day(const SiteContext& site) {
  ByteWriter out;
  out.number(site.view().day().days_since_epoch());
  out.all(site.edition().diagnostics, write_diagnostic);
  out.all(site.edition().told,
          [](ByteWriter& to, const Diagnostic* told) { write_diagnostic(to, *told); });
  return sha256_hex(out.take());
}

void write_day(ByteWriter& out, const std::optional<Date>& date) {
  out.number(date ? date->days_since_epoch() : INT_MIN);
}

void write_name(ByteWriter& out, const Revision* revision) {
  out.text(revision == nullptr ? std::string_view{} : revision->path);
}

void write_document(ByteWriter& out, const DocumentDay& document, const SiteContext& site) {
  out.number(static_cast<std::uint32_t>(document.state));
  for (const auto* const revision : {document.in_force, document.shown, document.upcoming})
    write_name(out, revision);
  for (const auto& [state, validity] : document.revisions) {
    out.number(static_cast<std::uint32_t>(state));
    write_day(out, validity ? std::optional(validity->from) : std::nullopt);
    write_day(out, validity ? validity->to : std::nullopt);
  }
  for (const auto& stretch : site.made_index.applied.of(*document.document)) {
    write_name(out, stretch.text);
    out.text(stretch.missing ? stretch.missing->numbers() : std::string());
    write_day(out, stretch.from);
    write_day(out, stretch.until);
  }
  const auto& target = site.made_index.targets[site.view().place_of(document)];
  out.text(target.address);
  out.text(target.text);
  write_name(out, target.shown);
}

}  // namespace

EarlierPages::EarlierPages(const SiteContext& site)
    : site_(site),
      is_in_use_(site.input.earlier && site.input.isolate.store() != nullptr),
      today_(site.view().day().days_since_epoch()) {
  if (!is_in_use_) return;
  basis_ = basis_of(site);
  all_of_day_ = all_of_day(site);
  documents_ = digests_of_documents(site.input);
  for (const auto& document : site.handbook().documents)
    days_.emplace(document.id, asked_again(document.id));
}

std::string EarlierPages::on_day(std::string_view id) const {
  const auto known = days_.find(id);
  return known == days_.end() ? asked_again(id) : known->second;
}

/// All that may be asked about one document or row on the day.
std::string EarlierPages::asked_again(std::string_view id) const {
  ByteWriter out;
  const auto* const document = site_.view().find(id);
  if (document != nullptr) write_document(out, *document, site_);
  for (const auto& use : site_.input.edition.backlinks.of(id)) {
    write_name(out, use.by);
    out.number(static_cast<std::uint32_t>(use.kind));
    out.text(use.anchor);
    out.number(static_cast<std::uint32_t>(use.relation));
  }
  for (const auto& use : site_.made_index.own_uses.of(id)) {
    out.text(use.by.declared->said.name);
    out.text(use.by.row->id);
    out.text(use.field->name);
  }
  return sha256_hex(out.take());
}

std::string EarlierPages::key_of(const PageGroup& group) const {
  ByteWriter out;
  out.text("pages");
  out.text(basis_);
  out.all(group, [](ByteWriter& to, const Route* route) {
    to.number(static_cast<std::uint32_t>(route->kind));
    to.text(route->path);
    to.text(route->subject);
    to.number(route->revision);
  });
  return sha256_hex(out.take());
}

/// Reads what was asked the last time, and asks it again.
bool EarlierPages::answers_are_same(ByteReader& in) const {
  bool is_same = true;
  for (auto count = in.count(); count > 0; --count) {
    const auto document = documents_.find(in.view());
    is_same = in.view() == (document == documents_.end() ? "" : document->second) && is_same;
  }
  for (auto count = in.count(); count > 0 && is_same; --count) {
    const auto id = in.view();
    is_same = in.view() == on_day(id);
  }
  const auto first = in.signed_number();
  const auto last = in.signed_number();
  const auto all = in.view();
  return is_same && first <= today_ && today_ <= last && (all.empty() || all == all_of_day_);
}

std::optional<std::vector<std::string>> EarlierPages::find(const PageGroup& group) const {
  const auto kept = is_in_use_ ? site_.input.isolate.store()->find(key_of(group)) : std::nullopt;
  if (!kept) return std::nullopt;
  ByteReader in(*kept);
  if (!answers_are_same(in)) return std::nullopt;
  std::vector<std::string> pages;
  for (const auto* const route : group) {
    auto page = site_.input.earlier(route->path);
    if (!page || in.view() != sha256_hex(*page)) return std::nullopt;
    pages.push_back(*std::move(page));
  }
  return in.is_finished() ? std::optional(std::move(pages)) : std::nullopt;
}

void EarlierPages::keep(const PageGroup& group, const Asked& asked,
                        const std::vector<std::string>& pages) const {
  if (!is_in_use_) return;
  constexpr int far = 1'000'000;
  const int first = today_ - std::min(asked.day.days_back, far);
  const int last = today_ + std::min(asked.day.days_ahead, far);
  auto texts = asked.texts;
  for (const auto* const route : group)
    if (documents_.contains(route->subject)) texts.insert(route->subject);
  ByteWriter out;
  out.all(texts, [&](ByteWriter& to, const std::string& id) {
    to.text(id);
    to.text(documents_.at(id));
  });
  out.all(asked.day.ids, [&](ByteWriter& to, const std::string& id) {
    to.text(id);
    to.text(on_day(id));
  });
  out.number(first);
  out.number(last);
  out.text(asked.day.is_all ? all_of_day_ : std::string());
  for (const auto& page : pages)
    out.text(sha256_hex(page));
  site_.input.isolate.store()->keep(key_of(group), out.take());
}

}  // namespace handbok
