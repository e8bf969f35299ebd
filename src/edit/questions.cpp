#include "edit/questions.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/strings.hpp"
#include "derive/approval_policy.hpp"
#include "derive/names.hpp"
#include "edit/guards.hpp"
#include "edit/take_steps.hpp"
#include "text/nearest.hpp"

namespace handbok {
namespace {

using Questions = std::vector<Question>;

std::string only_one(const std::optional<std::vector<RoleId>>& roles) {
  return roles && roles->size() == 1 ? roles->front() : std::string{};
}

/// The roles that may be given: those, or all.
std::vector<std::string> or_all(const Desk& desk, const std::optional<std::vector<RoleId>>& roles) {
  return roles ? *roles : all_ids(desk.handbook().roles);
}

/// What most documents of the type say, or nothing.
std::string most_common(const Desk& desk, const TypeCode& type, std::string Revision::*fact) {
  std::map<std::string, int> counts;
  for (const auto& document : desk.handbook().documents) {
    if (document.revisions.empty() || document.revisions.back().type != type) continue;
    ++counts[document.revisions.back().*fact];
  }
  const auto most =
      std::ranges::max_element(counts, {}, [](const auto& row) { return row.second; });
  return most == counts.end() ? std::string{} : most->first;
}

bool is_collegial(const Desk& desk, const RoleId& id) {
  const auto* const role = desk.handbook().find_role(id);
  return role != nullptr && role->collegial;
}

/// Lists what a request leaves open.
class Asker {
public:
  explicit Asker(const Desk& desk) : desk_(desk) {}

  Questions operator()(const NewDocument& request) {
    ask_if(request.title.empty(), {AskedField::title, {}, {}});
    ask_if(request.unit.empty(),
           {AskedField::unit, most_common(desk_, request.type, &Revision::unit),
            all_ids(desk_.handbook().units)});
    ask_if(request.owner.empty(),
           {AskedField::owner, most_common(desk_, request.type, &Revision::owner),
            all_ids(desk_.handbook().roles)});
    return std::move(questions_);
  }

  Questions operator()(const NewRevision& request) {
    ask_if(request.note.empty() && is_known(request.document), {AskedField::note, {}, {}});
    return std::move(questions_);
  }

  Questions operator()(const Submission& request) {
    const auto* const draft = open_of(request.document);
    if (draft == nullptr || is_submitted(*draft)) return {};
    ask_if(request.role.empty(),
           {AskedField::drafter, draft->owner, all_ids(desk_.handbook().roles)});
    return std::move(questions_);
  }

  Questions operator()(const HandBack& request) {
    const auto* const revision = reviewed_of(request.document);
    if (revision == nullptr) return {};
    const auto judges = judges_of(desk_, *revision);
    ask_if(request.role.empty(), {AskedField::role, only_one(judges), or_all(desk_, judges)});
    ask_if(request.comment.empty(), {AskedField::comment, {}, {}});
    return std::move(questions_);
  }

  Questions operator()(const ApprovalSteps& request) {
    const auto* const revision = reviewed_of(request.document);
    if (revision == nullptr) return {};
    ask_for_steps(request, *revision);
    if (!request.approved.empty()) ask_for_decision(request, *revision);
    return std::move(questions_);
  }

  Questions operator()(const WithdrawalRequest& request) {
    const auto* const revision = adopted_of(request.document);
    if (revision == nullptr || *revision->approval->valid_from <= desk_.day()) return {};
    ask_who_decides(request.role, request.ref, *revision);
    ask_if(request.reason.empty(), {AskedField::reason, {}, {}});
    return std::move(questions_);
  }

  Questions operator()(const KeptReview& request) {
    const auto* const revision = desk_.view.in_force(request.document);
    if (revision == nullptr) return {};
    const auto latest = latest_review(desk_, *revision, desk_.day());
    if (!latest) return {};
    ask_if(request.role.empty(),
           {AskedField::role, revision->owner, all_ids(desk_.handbook().roles)});
    ask_if(!request.next_review, {AskedField::next_review, latest->to_string(), {}});
    ask_if(request.note.empty(), {AskedField::note, {}, {}});
    return std::move(questions_);
  }

  Questions operator()(const RepealRequest& request) {
    const auto* const revision = adopted_of(request.document);
    if (revision == nullptr || desk_.handbook().find_document(request.document)->repeal) return {};
    ask_who_decides(request.role, request.ref, *revision);
    ask_if(request.reason.empty(), {AskedField::reason, {}, {}});
    ask_if(!request.effective_on, {AskedField::effective_on, desk_.day().to_string(), {}});
    ask_if(request.replaced_by.empty() && !request.no_successor, {AskedField::replaced_by, {}, {}});
    return std::move(questions_);
  }

  Questions operator()(const DraftDisposal& /*request*/) { return {}; }
  Questions operator()(const Renumbering& /*request*/) { return {}; }
  Questions operator()(const RequirementTable& /*request*/) { return {}; }
  Questions operator()(const RowTable& /*request*/) { return {}; }
  Questions operator()(const FiledText& /*request*/) { return {}; }

private:
  void ask_if(bool is_open, Question question) {
    if (is_open) questions_.push_back(std::move(question));
  }

  /// Which steps are taken is asked only if none is given.
  void ask_for_steps(const ApprovalSteps& request, const Revision& revision) {
    const bool has_step =
        !request.consulted.empty() || !request.reviewed.empty() || !request.approved.empty();
    if (has_step) return;
    const auto* const policy = policy_for(desk_.handbook(), revision);
    const auto roles = [&](SignatureStep step) {
      return policy == nullptr ? std::nullopt : roles_to_ask(*policy, step, revision);
    };
    const auto missing =
        missing_consultations(desk_.handbook(), revision, revision.approval->signatures);
    for (const auto& role : missing)
      ask_if(true, {AskedField::consulted, {}, {}, role});
    const auto reviewers = roles(SignatureStep::reviewed);
    const bool is_reviewed = revision.approval->find(SignatureStep::reviewed) != nullptr;
    ask_if(!is_reviewed, {AskedField::reviewed, {}, or_all(desk_, reviewers)});
    const auto approvers = roles(SignatureStep::approved);
    ask_if(true, {AskedField::approved, {}, or_all(desk_, approvers)});
  }

  void ask_for_decision(const ApprovalSteps& request, const Revision& revision) {
    ask_for_reference(request.ref, request.approved);
    ask_if(!request.valid_from, {AskedField::valid_from, desk_.day().to_string(), {}});
    const auto* const type = desk_.handbook().find_type(revision.type);
    const auto& document = *desk_.handbook().find_document(revision.document);
    const auto end = kept_end(document, revision);
    ask_if(!request.valid_to && type != nullptr && type->bounded,
           {AskedField::valid_to, end ? end->to_string() : std::string{}, {}});
    const auto next = default_next_review(desk_, document, revision);
    ask_if(next && !request.next_review,
           {AskedField::next_review, next ? next->to_string() : std::string{}, {}});
  }

  void ask_for_reference(const std::string& ref, const RoleId& role) {
    ask_if(ref.empty(), {.field = AskedField::ref,
                         .suggestion = {},
                         .choices = {},
                         .is_needed = is_collegial(desk_, role)});
  }

  void ask_who_decides(const RoleId& role, const std::string& ref, const Revision& revision) {
    const auto approvers = approvers_of(desk_, revision);
    ask_if(role.empty(), {AskedField::role, only_one(approvers), or_all(desk_, approvers)});
    if (is_collegial(desk_, role)) ask_for_reference(ref, role);
  }

  bool is_known(const DocumentId& id) const {
    return desk_.handbook().find_document(id) != nullptr;
  }

  const Revision* open_of(const DocumentId& id) const {
    const auto* const document = desk_.handbook().find_document(id);
    return document == nullptr ? nullptr : open_revision(*document);
  }

  const Revision* reviewed_of(const DocumentId& id) const {
    const auto* const open = open_of(id);
    return open != nullptr && is_submitted(*open) ? open : nullptr;
  }

  const Revision* adopted_of(const DocumentId& id) const {
    const auto* const document = desk_.handbook().find_document(id);
    return document == nullptr ? nullptr : last_adopted(*document);
  }

  const Desk& desk_;
  Questions questions_;
};

bool take_date(std::optional<Date>& day, std::string_view text) {
  if (text.empty()) return true;
  const auto date = Date::parse(text);
  if (date) day = *date;
  return date.has_value();
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string commas(text);
  std::ranges::replace(commas, ',', ' ');
  for (const auto word : split(commas, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

/// Puts an answer where it belongs. A field that the request does not have is ignored.
struct Taker {
  AskedField field;
  std::string_view text;

  template <typename Request>
  bool operator()(Request& request) const {
    if constexpr (requires { request.title; }) put(AskedField::title, request.title);
    if constexpr (requires { request.unit; }) put(AskedField::unit, request.unit);
    if constexpr (requires { request.owner; }) put(AskedField::owner, request.owner);
    if constexpr (requires { request.note; }) put(AskedField::note, request.note);
    if constexpr (requires { request.comment; }) put(AskedField::comment, request.comment);
    if constexpr (requires { request.ref; }) put(AskedField::ref, request.ref);
    if constexpr (requires { request.reason; }) put(AskedField::reason, request.reason);
    if constexpr (requires { request.role; }) {
      put(AskedField::drafter, request.role);
      put(AskedField::role, request.role);
    }
    if constexpr (requires { request.reviewed; }) {
      if (field == AskedField::consulted) request.consulted.emplace_back(text);
      put(AskedField::reviewed, request.reviewed);
      put(AskedField::approved, request.approved);
    }
    return take_day_or_successor(request);
  }

private:
  void put(AskedField own, std::string& value) const {
    if (field == own) value = text;
  }

  /// False if it is to be a day and is none.
  template <typename Request>
  bool take_day_or_successor(Request& request) const {
    bool is_taken = true;
    const auto put_day = [&](AskedField own, std::optional<Date>& day) {
      if (field == own) is_taken = take_date(day, text);
    };
    if constexpr (requires { request.valid_from; }) {
      put_day(AskedField::valid_from, request.valid_from);
      put_day(AskedField::valid_to, request.valid_to);
    }
    if constexpr (requires { request.next_review; })
      put_day(AskedField::next_review, request.next_review);
    if constexpr (requires { request.effective_on; }) {
      put_day(AskedField::effective_on, request.effective_on);
      if (field == AskedField::replaced_by) request.replaced_by = words_of(text);
      if (field == AskedField::replaced_by) request.no_successor = request.replaced_by.empty();
    }
    return is_taken;
  }
};

/// True of what no act does without.
bool is_needed(const Question& question) {
  constexpr std::array fields{AskedField::title,   AskedField::unit,    AskedField::owner,
                              AskedField::drafter, AskedField::comment, AskedField::role,
                              AskedField::reason};
  return question.is_needed || std::ranges::find(fields, question.field) != fields.end();
}

/// The code of what the answer names; the answer itself if the field asks for no role or unit, or
/// if nothing is called so, or several are.
std::string code_of(const Handbook& handbook, AskedField field, std::string_view text) {
  constexpr std::array fields_of_roles{AskedField::owner, AskedField::drafter, AskedField::role,
                                       AskedField::reviewed, AskedField::approved};
  const bool is_role = std::ranges::find(fields_of_roles, field) != fields_of_roles.end();
  if (is_role) return id_called(handbook.roles, text);
  return field == AskedField::unit ? id_called(handbook.units, text) : std::string(text);
}

}  // namespace

std::vector<Question> open_questions(const Desk& desk, const EditRequest& request) {
  return std::visit(Asker(desk), request);
}

Answered answer(const Handbook& handbook, EditRequest& request, const Question& question,
                std::string_view text) {
  if (!question.about.empty()) {
    const auto said = trim(text);
    if (said == "yes") std::visit(Taker{question.field, question.about}, request);
    const bool makes_sense = said == "yes" || said == "no" || said.empty();
    return makes_sense ? Answered::taken : Answered::no_yes_or_no;
  }
  const auto given = code_of(handbook, question.field, trim(text));
  if (given.empty() && is_needed(question)) return Answered::no_answer;
  const bool is_choice = given.empty() || question.choices.empty() ||
                         std::ranges::find(question.choices, given) != question.choices.end();
  if (!is_choice) return Answered::no_choice;
  return std::visit(Taker{question.field, given}, request) ? Answered::taken : Answered::no_date;
}

}  // namespace handbok
