#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/expected.hpp"
#include "base/file_tree.hpp"
#include "derive/day_view.hpp"
#include "diag/diagnostic.hpp"
#include "model/document.hpp"
#include "text/card_rows.hpp"

namespace handbok {

// What somebody asks to have done with a document: one struct for each transition of domain.md 2.3.
// A text that is empty was not given; the act then takes its default, or says that it is missing.

/// handbok new: a document is begun.
struct NewDocument {
  TypeCode type;
  DocumentId id;  ///< empty: the next free one
  std::string title;
  UnitId unit;
  RoleId owner;
  std::string folder;  ///< below documents/; empty: where others of the type lie
  int revision = 1;    ///< more for a text that is older than the handbook
};

/// The highest number that a document which is older than the handbook may begin with.
inline constexpr int first_revision_max = 99;

/// handbok revise: the next revision is begun from the one that was adopted last.
struct NewRevision {
  DocumentId document;
  ChangeKind kind = ChangeKind::substantive;
  std::string note;  ///< what is changed; may wait until the draft is submitted
};

/// handbok submit: the draft goes out for review.
struct Submission {
  DocumentId document;
  RoleId role;  ///< who drafted; empty: the owner
};

/// handbok return: the text goes back to its drafter.
struct HandBack {
  DocumentId document;
  RoleId role;
  std::string comment;
};

/// Signs a statement with somebody's key: the armoured signature, or why there is none, as a word
/// for the slot of edit.signing-failed ("@signing.refused").
using StatementSigner = std::function<Expected<std::string>(const std::string& statement)>;

/// handbok approve: one or more of the steps consulted, reviewed, approved.
struct ApprovalSteps {
  DocumentId document;
  std::vector<RoleId> consulted;
  RoleId reviewed;
  RoleId approved;
  std::string ref;                  ///< of the decision
  std::string note;                 ///< beside the last of the steps
  std::optional<Date> valid_from;   ///< none: the day of the decision
  std::optional<Date> valid_to;     ///< for types that are valid for a set time
  std::optional<Date> next_review;  ///< none: as late as the type allows
  Assurance assurance = Assurance::registrar;
  RoleId registered_by;  ///< who writes down a decision that was taken elsewhere; may be empty
  StatementSigner sign;  ///< for Assurance::key
  std::string ledger;    ///< the ledger's head, "42:sha256:…", for Assurance::key
};

/// handbok withdraw: an approved text is taken back before it enters into force.
struct WithdrawalRequest {
  DocumentId document;
  RoleId role;
  std::string ref;
  std::string reason;
};

/// handbok review-keep: the text was read and still holds.
struct KeptReview {
  DocumentId document;
  RoleId role;  ///< empty: the owner
  std::string note;
  std::optional<Date> next_review;  ///< none: as late as the type allows
};

/// Whether a document may be repealed although others still point at it.
enum class Dependents : std::uint8_t { are_decided_first, are_accepted };

/// handbok repeal: the document is ended.
struct RepealRequest {
  DocumentId document;
  RoleId role;
  std::string ref;
  std::string reason;
  std::optional<Date> effective_on;  ///< first day without force; none: the day of the decision
  std::vector<DocumentId> replaced_by;
  bool no_successor = false;
  Dependents dependents = Dependents::are_decided_first;
};

/// handbok discard: the draft is thrown away; of a document without another text, the document.
struct DraftDisposal {
  DocumentId document;
};

/// handbok renumber: a new document whose id somebody else took gets another.
struct Renumbering {
  DocumentId document;
  DocumentId to;  ///< empty: the next free one
};

/// handbok import: the rows of a table with requirements, what meets them, how that is followed up
/// and who answers for it; the first row names the columns.
struct RequirementTable {
  std::string name;  ///< of the file, for messages
  std::vector<std::vector<std::string>> rows;
};

/// handbok import --into: rows of a register that the handbook declares itself.
struct RowTable {
  std::string name;  ///< of the file, for messages
  std::string into;  ///< the register
  std::vector<std::vector<std::string>> rows;
};

/// A file that belongs to a text that is handed in. The text refers to it as "@/name".
struct FiledAttachment {
  std::string name;
  std::string bytes;
};

/// handbok import, handbok intake: a text that was written somewhere else, as the card at its start
/// says what it is.
struct FiledText {
  std::string name;  ///< of the file, for messages
  std::vector<std::pair<CardRow, std::string>> card;
  std::string text;      ///< Markdown without a head
  DocumentId made_of{};  ///< the document that the file itself says it was made of; may be empty
  std::string head;      ///< TOML that takes the place of the head that is known; may be empty
  std::map<HeadTable, TableRows> tables{};  ///< what is not there stays as the head has it
  std::vector<FiledAttachment> attachments;
  std::string trace{};     ///< of the revision that the file was made of, or empty
  std::string replaces{};  ///< of what an earlier version of the file said, or empty
};

using EditRequest = std::variant<NewDocument, NewRevision, Submission, HandBack, ApprovalSteps,
                                 WithdrawalRequest, KeptReview, RepealRequest, DraftDisposal,
                                 Renumbering, RequirementTable, RowTable, FiledText>;

/// What an act is done with: the sources, and the handbook that was read from them on the day of
/// the act. Refers to both, which must outlive it.
struct Desk {
  const FileTree& sources;
  const DayView& view;

  const Handbook& handbook() const { return view.handbook(); }
  Date day() const { return view.day(); }
};

/// A source file with its new bytes.
struct ChangedFile {
  std::string path;
  std::string bytes;
  bool is_removed = false;
  unsigned rights = 0;  ///< of a file that comes back, as the disk has them; 0: the usual ones
};

/// What came of a request: either reasons why not, or files to write.
struct Outcome {
  std::vector<Diagnostic> refusals;  ///< why nothing is done; empty: it is
  std::vector<Diagnostic> remarks;   ///< worth knowing, whatever came of it
  std::vector<ChangedFile> files;    ///< in the order in which they are to appear
  RevisionKey revision;              ///< the one it is about; number 0: the document as a whole
  std::string trace{};               ///< of what was filed: what follows the digest

  bool is_refused() const { return !refusals.empty(); }
};

// Each act enforces the guards of its transition (domain.md 2.3) and gives the files that record
// it. Nothing of an approved revision is changed: what is decided later stands beside it.

Outcome start_document(const Desk& desk, const NewDocument& request);
Outcome start_revision(const Desk& desk, const NewRevision& request);
Outcome submit_draft(const Desk& desk, const Submission& request);
Outcome hand_back(const Desk& desk, const HandBack& request);
Outcome take_steps(const Desk& desk, const ApprovalSteps& request);
Outcome withdraw_revision(const Desk& desk, const WithdrawalRequest& request);
Outcome keep_document(const Desk& desk, const KeptReview& request);
Outcome repeal_document(const Desk& desk, const RepealRequest& request);
Outcome discard_draft(const Desk& desk, const DraftDisposal& request);

/// The document moves to the other id with all that names it in texts that nobody has judged; a
/// submission counts for the text with the new id. Refuses if somebody has judged the document or a
/// text that names it.
Outcome renumber_document(const Desk& desk, const Renumbering& request);

/// Adds each row to registers/requirements.toml unless its id is there already, and begins a draft
/// for each routine that is neither the id nor the title of a document. Roles are given by code,
/// name or alias, in the order of the cell ("MAS/VC"); an unknown role is left out with a remark.
Outcome import_requirements(const Desk& desk, const RequirementTable& request);

/// Adds each row to the register that the handbook declares itself, unless its id is there already;
/// one without an id gets the next. Columns are called as the keys or the names of the fields.
Outcome import_rows(const Desk& desk, const RowTable& request);

/// The text becomes the first draft of a new document, the next revision of an existing one, or
/// replaces the open draft that it builds on. A file that builds on an older text is refused; the
/// refusal says which sections have changed since. Rows of the head are merged one by one: only one
/// that was changed both here and in the file is refused.
Outcome file_text(const Desk& desk, const FiledText& request);

/// What the revision says in its text and in each row of its head that a Word file shows, a few
/// digits of a digest for each: enough to tell later which of them somebody has changed.
std::string trace_of(const FileTree& sources, const Revision& revision);

/// The act that is asked for.
Outcome perform(const Desk& desk, const EditRequest& request);

/// An act of a document's life: a row of edit/acts.def.
enum class ActKind : std::uint8_t {
#define HANDBOK_ACT(kind, ...) kind,
#include "edit/acts.def"
#undef HANDBOK_ACT
};

/// What the table says of an act. The states are those of docs/document-life.md.
struct ActInfo {
  ActKind kind{};
  std::string_view command;  ///< "review-keep"
  std::string_view from;
  std::string_view to;
  std::vector<Code> refusals;  ///< why its own guards may refuse it
};

/// All acts, in the order of the table.
const std::vector<ActInfo>& all_acts();

const ActInfo& info_of(ActKind kind);

/// Why any act may be refused besides: by the days that it names, or by what it would cause.
std::vector<Code> refusals_of_all();

/// The request with the codes of the roles, units, type and documents that it names, however their
/// letters are written. A name that is of none, or of several, stays: the act refuses it.
EditRequest with_codes(const Handbook& handbook, EditRequest request);

/// The command that does the act: "handbok approve RUT-001 --reviewed MAS".
std::string command_for(ActKind kind, const DocumentId& document, std::string_view options);

}  // namespace handbok
