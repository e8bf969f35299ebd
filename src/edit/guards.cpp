#include "edit/guards.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "derive/approval_policy.hpp"
#include "diag/code_names.hpp"
#include "diag/slot_words.hpp"
#include "edit/document_template.hpp"
#include "model/approval_digest.hpp"
#include "model/references.hpp"

namespace handbok {
namespace {

void add_once(std::vector<RoleId>& roles, const std::vector<RoleId>& more) {
  for (const auto& role : more) {
    if (std::ranges::find(roles, role) == roles.end()) roles.push_back(role);
  }
}

}  // namespace

Diagnostic remark(Code code, const std::string& subject, std::vector<std::string> values,
                  std::vector<std::string> remedy) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.subject = subject;
  diagnostic.what = std::move(values);
  diagnostic.remedy = std::move(remedy);
  diagnostic.severity = info_of(code).severity;
  return diagnostic;
}

void refuse(Outcome& outcome, Code code, const std::string& subject,
            std::vector<std::string> values, std::vector<std::string> remedy) {
  outcome.refusals.push_back(remark(code, subject, std::move(values), std::move(remedy)));
}

const Document* require_document(const Desk& desk, const DocumentId& id, Outcome& outcome) {
  const auto* const document = desk.handbook().find_document(id);
  if (document == nullptr) {
    refuse(outcome, Code::edit_document_unknown, id, {id},
           {near_or_meant(id, desk.handbook().documents)});
  }
  return document;
}

void require_free_id(const Desk& desk, const DocumentId& id, const TypeCode& type,
                     Outcome& outcome) {
  if (!is_document_id(id) || !id.starts_with(type + "-")) {
    refuse(outcome, Code::doc_id_malformed, id, {id});
  } else if (is_id_used(desk.sources, id)) {
    refuse(outcome, Code::edit_id_taken, id, {id}, {next_free_id(desk.sources, type)});
  }
}

bool require_not_repealed(const Document& document, Outcome& outcome) {
  if (!document.repeal) return true;
  const auto& effective = document.repeal->effective_on;
  refuse(outcome, Code::edit_repealed, document.id,
         {document.id, effective ? effective->to_string() : "–"});
  return false;
}

bool require_input(std::string_view text, std::string_view option, const std::string& subject,
                   Outcome& outcome) {
  if (!trim(text).empty()) return true;
  refuse(outcome, Code::edit_input_missing, subject, {std::string(option)}, {std::string(option)});
  return false;
}

bool require_role(const Desk& desk, const RoleId& role, std::string_view option,
                  const std::string& subject, Outcome& outcome) {
  if (!require_input(role, option, subject, outcome)) return false;
  if (desk.handbook().find_role(role) != nullptr) return true;
  refuse(outcome, Code::doc_owner_unknown, subject, {role, std::string(option)},
         {near_or_meant(role, desk.handbook().roles)});
  return false;
}

bool require_allowed(const std::optional<std::vector<RoleId>>& allowed, const RoleId& role,
                     std::string_view step, const Revision& revision, Outcome& outcome) {
  if (!allowed || std::ranges::find(*allowed, role) != allowed->end()) return true;
  refuse(outcome, Code::edit_role, revision.document, {role, std::string(step), revision.document},
         {revision.type, allowed->empty() ? "–" : join(*allowed, ", ")});
  return false;
}

bool require_order(const NamedDay& earlier, const NamedDay& later, std::string_view option,
                   const std::string& subject, Outcome& outcome) {
  if (earlier.second <= later.second) return true;
  refuse(outcome, Code::edit_dates, subject,
         {std::string("@day.").append(later.first), later.second.to_string(),
          std::string("@day.").append(earlier.first), earlier.second.to_string()},
         {std::string(option)});
  return false;
}

bool require_reference(const Desk& desk, const RoleId& role, std::string_view ref,
                       const std::string& subject, Outcome& outcome) {
  const auto* const found = desk.handbook().find_role(role);
  if (found == nullptr || !found->collegial || !trim(ref).empty()) return true;
  refuse(outcome, Code::edit_reference_missing, subject, {role});
  return false;
}

std::optional<std::vector<RoleId>> approvers_of(const Desk& desk, const Revision& revision) {
  const auto* const policy = policy_for(desk.handbook(), revision);
  if (policy == nullptr) return std::nullopt;
  return roles_for(*policy, SignatureStep::approved, revision.change_kind);
}

std::optional<std::vector<RoleId>> judges_of(const Desk& desk, const Revision& revision) {
  const auto* const policy = policy_for(desk.handbook(), revision);
  if (policy == nullptr) return std::nullopt;
  auto roles = roles_for(*policy, SignatureStep::reviewed, revision.change_kind);
  if (!roles) return std::nullopt;
  add_once(*roles, *roles_for(*policy, SignatureStep::approved, revision.change_kind));
  return roles;
}

const Revision* open_revision(const Document& document) {
  if (document.revisions.empty()) return nullptr;
  const auto& last = document.revisions.back();
  return last.approved() == nullptr ? &last : nullptr;
}

bool is_submitted(const Revision& revision) {
  return revision.approval && revision.approval->submitted.has_value();
}

const Revision* last_adopted(const Document& document) {
  const Revision* last = nullptr;
  for (const auto& revision : document.revisions) {
    const bool is_adopted = revision.approved() != nullptr && revision.approval->valid_from;
    if (is_adopted && revision.withdrawn() == nullptr) last = &revision;
  }
  return last;
}

const Revision* text_to_go_on_from(const Document& document) {
  const auto* const adopted = last_adopted(document);
  if (adopted != nullptr || document.revisions.empty()) return adopted;
  const auto& last = document.revisions.back();
  return last.withdrawn() == nullptr ? nullptr : &last;
}

const Revision* require_in_review(const Document& document, Outcome& outcome) {
  const auto* const open = open_revision(document);
  if (open != nullptr && is_submitted(*open)) return open;
  refuse(outcome, Code::edit_not_in_review, document.id, {document.id}, {document.id});
  return nullptr;
}

std::optional<Date> latest_review(const Desk& desk, const Revision& revision, Date day) {
  const auto* const type = desk.handbook().find_type(revision.type);
  if (type == nullptr || type->bounded || type->review_months == 0) return std::nullopt;
  return day.plus_months(type->review_months);
}

std::string digest_with(const Revision& revision, const std::string& bytes) {
  FileTree only_text;
  only_text.put(revision.path, bytes);
  return manifest_digest(revision_manifest(revision.key(), digested_files(revision, only_text)));
}

std::string file_of(const Document& document, std::string_view name) {
  return std::string(document.folder).append("/").append(name);
}

std::string bytes_of(const Desk& desk, std::string_view path) {
  const auto* const bytes = desk.sources.find(path);
  return bytes == nullptr ? std::string{} : *bytes;
}

}  // namespace handbok
