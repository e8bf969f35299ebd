#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "model/body.hpp"
#include "model/ids.hpp"
#include "model/process.hpp"

namespace handbok {

enum class ChangeKind : std::uint8_t { initial, substantive, editorial };

/// Who does a task; several roles may share it, one may lead (SOSFS 2011:9 4:4).
struct Responsibility {
  std::string task;
  std::vector<RoleId> roles;
  RoleId lead;  ///< one of `roles`, or empty
};

enum class RelationKind : std::uint8_t {
  implements,
  complements,
  replaces_locally,
  replaces,
  see_also,
  form_for,
  template_for,
  checklist_for
};

/// How a document stands to another. `based_on` is the revision it was written against and
/// `heading` the one it belongs under, as in `complements = ["RUT-020@4#gor-sa-har"]`.
struct Relation {
  RelationKind kind = RelationKind::see_also;
  DocumentId document;
  std::optional<int> based_on;
  std::string heading;  ///< its anchor; empty: the whole document
  Location location;
};

/// True if it makes the text a local one of the other document.
inline bool is_local(RelationKind kind) {
  return kind == RelationKind::complements || kind == RelationKind::replaces_locally;
}

enum class LocalOverride : std::uint8_t { forbidden, allowed };

/// True if it says that the text replaces all of the other document where it reaches.
inline bool is_whole_replacement(const Relation& relation) {
  return relation.kind == RelationKind::replaces_locally && relation.heading.empty();
}

/// Whom a text may be shown to: the organisation, everybody, or only those that a profile of its
/// own is for (decision 0027).
enum class AudienceScope : std::uint8_t { internal, external, restricted };

enum class SignatureStep : std::uint8_t { drafted, consulted, reviewed, approved };

/// What stands behind a step (reliability 2.4): somebody wrote down a decision that was taken
/// elsewhere, an account took it, or the role's own key signed it. From the weakest.
enum class Assurance : std::uint8_t { registrar, account, key };

/// What ssh-keygen says of a signed statement.
enum class KeyVerdict : std::uint8_t { not_asked, good, bad, no_answer };

/// What was signed with a key, and the signature (decision 0025).
struct SignedStatement {
  std::string text;    ///< model/approval_statement
  std::string armour;  ///< "-----BEGIN SSH SIGNATURE-----" …
  KeyVerdict verdict = KeyVerdict::not_asked;

  /// False if nothing of it was written.
  bool is_given() const { return !text.empty() || !armour.empty(); }
};

/// A step that a role took with a revision on a day.
struct Signature {
  SignatureStep step = SignatureStep::drafted;
  RoleId role;
  Date on;
  std::string ref;     ///< decision reference
  std::string digest;  ///< "sha256:…" of the bytes it was given for; empty for consulted
  std::string note;
  Assurance assurance = Assurance::registrar;
  RoleId registered_by;       ///< who wrote the decision down; may be empty
  SignedStatement statement;  ///< if it was signed with a key
  Location location;
};

/// A round of review that ended with the text going back to its drafter.
struct ReturnedRound {
  std::optional<Date> submitted;
  Date on;  ///< first day on which the text was a draft again
  RoleId by;
  std::string comment;
  std::vector<Signature> signatures;  ///< of that round only; they count for nothing later
  Location location;
};

/// The decision to take an approved text back before it entered into force.
struct Withdrawal {
  Date on;
  RoleId by;
  std::string ref;
  std::string reason;
  Location location;
};

/// The content of N.approval.toml: what was decided about the bytes of a revision.
struct Approval {
  std::string path;
  std::optional<Date> submitted;         ///< in review since
  std::vector<Signature> signatures;     ///< of the present round, in the order of the file
  std::vector<ReturnedRound> returned;   ///< earlier rounds, in the order of the file
  std::optional<Withdrawal> withdrawal;  ///< it will never be in force
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;
  std::optional<Date> next_review;
  Location validity_location;

  /// The first signature of that step, or nullptr.
  const Signature* find(SignatureStep step) const {
    for (const auto& signature : signatures) {
      if (signature.step == step) return &signature;
    }
    return nullptr;
  }
};

/// How much of an attachment was searched for personal identity numbers (decision 0029).
enum class AttachmentReading : std::uint8_t {
  none,  ///< it is a picture, or nobody has looked
  whole,
  no_program,  ///< it is a PDF, and the machine has no pdftotext
  damaged,     ///< all that could be read was searched; so below
  locked,
  too_large
};

/// Whether something like such a number was found. The number itself is kept nowhere.
enum class NumberFound : std::uint8_t { none, possible, certain };

struct AttachmentSearch {
  AttachmentReading reading = AttachmentReading::none;
  NumberFound found = NumberFound::none;
};

/// A file that belongs to a revision, published beside it.
struct Attachment {
  std::string path;  ///< below the document's folder, such as "3/blankett.pdf"
  std::string sha256;
  std::size_t size = 0;
  AttachmentSearch search{};
};

/// Where the keys of a head stood, so that a diagnostic can point at them.
class KeyPositions {
public:
  void add(std::string key, TextPosition position) {
    positions_.emplace_back(std::move(key), position);
  }

  /// The position of `key`, or of the head's first line if the key is absent.
  TextPosition find(std::string_view key) const {
    for (const auto& [name, position] : positions_) {
      if (name == key) return position;
    }
    return {1, 1};
  }

private:
  std::vector<std::pair<std::string, TextPosition>> positions_;
};

/// One issued text of a document, with the facts that were decided about it.
///
/// Only facts are stored. Whether it is in force, superseded or overdue depends on the day and is
/// asked of a DayView. The end of its validity is derived from the revision that follows it.
struct Revision {
  DocumentId document;
  int number = 0;
  std::string path;  ///< of the revision file
  std::string title;
  std::string summary;
  std::vector<std::string> asked_as;  ///< what people say who look for it
  TypeCode type;
  UnitId unit;
  RoleId owner;
  std::vector<RegimeId> regimes;
  std::vector<RoleId> audience;
  AudienceScope audience_scope = AudienceScope::internal;
  std::vector<std::string> topics;
  std::vector<std::string> requirements;  ///< clause references, "sosfs-2011-9/5:3"
  std::vector<std::string> legal_basis;  ///< numbers as written, "SFS 2017:30" with optional clause
  std::vector<UnitId> applies_to;        ///< empty: the unit and all below
  std::vector<UnitId> excludes;
  LocalOverride local_override = LocalOverride::forbidden;
  ChangeKind change_kind = ChangeKind::initial;
  std::string change_note;
  std::vector<std::string> revises_because;
  std::vector<std::string> reads_as;  ///< what its reader may see instead of what is written
  std::vector<Responsibility> responsible;
  std::vector<Relation> relations;
  std::string registry_number;  ///< diarienummer (`dnr`)
  std::optional<Process> process;
  std::optional<Approval> approval;  ///< none: nothing is decided, a draft
  std::vector<Attachment> attachments;
  std::string digest;         ///< "sha256:…" of its bytes as they are (model/approval_digest)
  std::size_t text_hash = 0;  ///< of its text alone, wherever its attachments lie
  KeyPositions keys;
  int body_line = 1;                   ///< line of the file on which the text begins
  bool has_foreign_line_ends = false;  ///< what was approved, saved with CR LF or a BOM afterwards
  Body body;

  RevisionKey key() const { return {document, number}; }

  /// Where `key` stands in the revision file.
  Location at(std::string_view key) const {
    const auto position = keys.find(key);
    return {path, position.line, position.column};
  }
  Location at(TextPosition position) const { return {path, position.line, position.column}; }

  /// The approving signature, or nullptr.
  const Signature* approved() const {
    return approval ? approval->find(SignatureStep::approved) : nullptr;
  }

  /// The decision to take it back before it entered into force, or nullptr.
  const Withdrawal* withdrawn() const {
    return approval && approval->withdrawal ? &*approval->withdrawal : nullptr;
  }
};

enum class ReviewVerdict : std::uint8_t { keep, revise, repeal };

/// Somebody looked at the text and left it unchanged; moves the next review.
struct ReviewEvent {
  int revision = 0;
  Date on;
  RoleId by;
  ReviewVerdict verdict = ReviewVerdict::keep;
  std::optional<Date> next_review;
  std::string note;
  Location location;
};

/// A revision that applied before the handbook began: it has never held the text.
struct EarlierRevision {
  int number = 0;
  std::optional<Date> valid_from;  ///< if that is known
  std::optional<Date> valid_to;    ///< first day on which it no longer applied, if that is known
  std::string kept_in;             ///< where it can be read
  std::string note;
  Location location;
};

/// What earlier.toml holds.
struct EarlierRevisions {
  std::vector<EarlierRevision> revisions;  ///< by rising number
};

/// The decision that takes a whole document out.
struct Repeal {
  std::optional<Date> decided_on;
  std::optional<Date> effective_on;
  RoleId decided_by;
  std::string ref;
  std::string reason;
  std::vector<DocumentId> replaced_by;
  bool no_successor = false;
  std::vector<DocumentId> accepted;  ///< documents that still pointed at it, which was accepted
  Location location;
};

/// A document: an identity that outlives its texts.
struct Document {
  DocumentId id;
  std::string folder;                    ///< path of its folder
  std::vector<Revision> revisions;       ///< by rising number
  std::vector<ReviewEvent> reviews;      ///< by rising day
  std::vector<EarlierRevision> earlier;  ///< by rising number
  std::optional<Repeal> repeal;
  /// Numbers of revision files that could not be read; their diagnostics say why.
  std::vector<int> unreadable;

  const Revision* find(int number) const {
    for (const auto& revision : revisions) {
      if (revision.number == number) return &revision;
    }
    return nullptr;
  }
};

}  // namespace handbok
