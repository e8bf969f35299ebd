#include "render/sheet.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "render/addresses.hpp"
#include "render/html.hpp"
#include "render/render_input.hpp"
#include "render/state_words.hpp"

namespace handbok {
namespace {

/// "Gäller från 1 juni 2026", "Ersatt, gällde 1 juni 2025 – 31 maj 2026", "Utkast".
std::string status_text(const RevisionDay& day, const WordTable& words) {
  const auto& state = words[state_word(day.state)];
  if (!day.validity || day.validity->is_empty()) return state;
  if (day.state == RevisionState::upcoming) {
    return words.fill(Word::sheet_upcoming, {date_text(day.validity->from, words)});
  }
  const auto span = validity_text(*day.validity, words);
  if (day.state == RevisionState::in_force) return state + " " + span;
  return words.fill(Word::sheet_ended, {state, span});
}

/// Empty for what applies.
std::string mark_text(RevisionState state, const WordTable& words) {
  const auto& word = words[state_word(state)];
  switch (state) {
    case RevisionState::in_force: return {};
    case RevisionState::expired: return word;
    case RevisionState::unknown:
    case RevisionState::draft:
    case RevisionState::in_review:
    case RevisionState::upcoming: return words.fill(Word::sheet_not_yet, {word});
    case RevisionState::superseded:
    case RevisionState::repealed:
    case RevisionState::withdrawn: return words.fill(Word::sheet_not_any_more, {word});
  }
  return word;
}

/// ` name="value"`; nothing if there is no value.
std::string attribute(std::string_view name, std::string_view value) {
  if (value.empty()) return {};
  return std::string(" data-").append(name).append("=\"").append(escape_html(value)).append("\"");
}

/// Where the sheet is looked up, as somebody types it.
std::string check_text(const std::string& address, const RenderInput& input) {
  if (address.empty()) return {};
  const auto& words = input.theme.words;
  if (input.options.base_url.empty()) return words.fill(Word::sheet_check_here, {address});
  const auto whole = absolute_address(address, input.options);
  const auto scheme = whole.find("://");
  return words.fill(Word::sheet_check,
                    {scheme == std::string::npos ? whole : whole.substr(scheme + 3)});
}

/// A form and a checklist say what they are for.
std::string form_kind(const Revision& revision) {
  const auto has = [&](RelationKind kind) {
    return std::ranges::any_of(revision.relations,
                               [&](const Relation& relation) { return relation.kind == kind; });
  };
  if (has(RelationKind::form_for)) return "form";
  return has(RelationKind::checklist_for) ? "checklist" : std::string{};
}

}  // namespace

std::string absolute_address(std::string_view path, const RenderOptions& options) {
  const auto& base = options.base_url;
  return (base.ends_with('/') ? base : base + "/") + std::string(path);
}

Sheet sheet_of(std::string_view document, const std::string& title, const Revision* revision,
               const SiteContext& site) {
  const auto& words = site.words();
  if (revision == nullptr) return {.line = std::string(document) + " " + title};
  const auto& day = site.view().of(*revision);
  Sheet sheet;
  sheet.line = words.fill(
      Word::sheet_line,
      {revision->document, title, std::to_string(revision->number), status_text(day, words)});
  sheet.mark = mark_text(day.state, words);
  sheet.form = form_kind(*revision);
  const auto key = revision->key();
  if (site.routes.has(address::paper(key))) sheet.check = address::paper(key);
  if (site.routes.has(address::paper_code(key))) sheet.code = address::paper_code(key);
  return sheet;
}

std::string sheet_attributes(const Page& page, const std::string& root, const RenderInput& input) {
  const auto& sheet = page.sheet;
  const auto& name = input.edition.view.handbook().settings.title;
  const auto line = sheet.line.empty() ? name + " – " + page.title : sheet.line;
  return attribute("sheet", line) + attribute("mark", sheet.mark) + attribute("form", sheet.form) +
         attribute("check", check_text(sheet.check, input)) +
         attribute("code", sheet.code.empty() ? std::string{} : root + sheet.code);
}

}  // namespace handbok
