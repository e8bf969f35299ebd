// handbok revise: the next revision is begun from the one that was adopted last.
#include "diag/code_names.hpp"
#include "edit/guards.hpp"
#include "edit/requests.hpp"
#include "edit/toml_text.hpp"
#include "model/revision_file.hpp"

namespace handbok {
namespace {

/// Refuses if the document has a revision that nobody has approved yet.
void require_no_open_revision(const Document& document, Outcome& outcome) {
  const auto* const open = open_revision(document);
  if (open == nullptr) return;
  const auto number = std::to_string(open->number);
  if (is_submitted(*open)) {
    refuse(outcome, Code::edit_in_review, document.id,
           {document.id, number, open->approval->submitted->to_string()},
           {document.id, document.id});
  } else {
    refuse(outcome, Code::edit_draft_open, document.id, {document.id, number},
           {open->path, document.id});
  }
}

const Revision* require_original(const Document& document, Outcome& outcome) {
  const auto* const base = text_to_go_on_from(document);
  if (base == nullptr) {
    refuse(outcome, Code::edit_never_approved, document.id, {document.id});
    return nullptr;
  }
  if (base->approved()->digest == base->digest) return base;
  const auto number = std::to_string(base->number);
  refuse(outcome, Code::edit_original_changed, document.id, {document.id, number},
         {document.id + "@" + number});
  return nullptr;
}

/// Links to the revision's own attachments, which now lie in another folder.
std::string with_moved_links(std::string text, const Revision& base, const std::string& folder) {
  const auto old_folder = std::to_string(base.number) + "/";
  for (const auto& link : base.body.links) {
    if (link.kind != LinkKind::attachment || !link.target.starts_with(old_folder)) continue;
    const auto moved = folder + link.target.substr(old_folder.size());
    for (const char before : {'(', '<', ' '}) {
      const auto written = before + link.target;
      for (auto at = text.find(written); at != std::string::npos; at = text.find(written, at + 1)) {
        text.replace(at + 1, link.target.size(), moved);
      }
    }
  }
  return text;
}

std::string_view kind_word(ChangeKind kind) {
  return kind == ChangeKind::editorial ? "editorial" : "substantive";
}

std::string next_text(const Revision& base, int number, const NewRevision& request,
                      const std::string& bytes) {
  const auto file = split_revision_file(bytes).value_or(RevisionFile{});
  TomlText head{std::string(file.head)};
  head.set({}, "revision", std::to_string(number));
  head.set({}, "change_kind", toml_string(kind_word(request.kind)));
  head.set({}, "change_note", toml_string(request.note), "change_kind");
  head.remove("revises_because");
  const auto folder = std::to_string(number) + "/";
  return std::string(file.opening).append(head.text()).append(file.closing) +
         with_moved_links(std::string(file.text), base, folder);
}

}  // namespace

Outcome start_revision(const Desk& desk, const NewRevision& request) {
  Outcome outcome;
  const auto* const document = require_document(desk, request.document, outcome);
  if (document == nullptr || !require_not_repealed(*document, outcome)) return outcome;
  require_no_open_revision(*document, outcome);
  if (outcome.is_refused()) return outcome;
  const auto* const base = require_original(*document, outcome);
  if (base == nullptr) return outcome;
  const int number = document->revisions.back().number + 1;
  const auto old_folder = std::to_string(base->number) + "/";
  for (const auto& attachment : base->attachments) {
    const auto name = std::to_string(number) + "/" + attachment.path.substr(old_folder.size());
    outcome.files.push_back(
        {file_of(*document, name), bytes_of(desk, file_of(*document, attachment.path))});
  }
  outcome.files.push_back({file_of(*document, std::to_string(number) + ".md"),
                           next_text(*base, number, request, bytes_of(desk, base->path))});
  outcome.revision = {document->id, number};
  return outcome;
}

}  // namespace handbok
