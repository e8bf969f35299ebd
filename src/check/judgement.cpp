// What the handbook has decided about findings: another severity, or to live with one for a time.

#include <algorithm>
#include <map>

#include "check/check.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

/// The names of all codes, for a suggestion.
std::vector<std::string> code_names() {
  std::vector<std::string> names;
  names.reserve(all_codes().size());
  for (const auto& info : all_codes())
    names.emplace_back(info.name);
  return names;
}

class Judgement {
public:
  Judgement(const DayView& view, const Diagnostics& diagnostics)
      : view_(view),
        unread_(diagnostics) {
    for (const auto& choice : view.handbook().settings.severities)
      add_choice(choice);
    for (const auto& suppression : view.handbook().suppressions)
      add_suppression(suppression);
  }

  void judge(Diagnostic diagnostic) {
    if (diagnostic.severity != Severity::error) {
      const auto chosen = severities_.find(diagnostic.code);
      if (chosen != severities_.end()) diagnostic.severity = chosen->second;
      suppress(diagnostic);
    }
    judged_.report(std::move(diagnostic));
  }

  Diagnostics take() {
    for (const auto& entry : active_) {
      const bool is_known =
          unread_.is_empty() && !may_stand_elsewhere(view_, entry.code, view_.day());
      if (!entry.is_used && is_known)
        report(Code::suppression_unused, *entry.row, {name_of_row(*entry.row)});
    }
    return std::move(judged_);
  }

private:
  struct Active {
    const Suppression* row = nullptr;
    Code code{};
    bool is_used = false;
  };

  /// The code that a row names, if it may be judged; reports if it may not.
  std::optional<Code> judged_code(const std::string& name, const Location& location, Part part) {
    const auto code = find_code(name);
    if (!code) {
      report({Code::suppression_unknown_code, location, {name, near_to(name, code_names())}}, name,
             part);
      return std::nullopt;
    }
    if (info_of(*code).severity == Severity::error) {
      report({Code::suppression_not_allowed, location, {name}}, name, part);
      return std::nullopt;
    }
    return code;
  }

  void add_choice(const SeverityChoice& choice) {
    if (const auto code = judged_code(choice.code, choice.location, Part::common)) {
      severities_[*code] = choice.severity;
    }
  }

  void add_suppression(const Suppression& row) {
    const auto code = judged_code(row.code, row.location, Part::registers);
    if (!code || view_.day() < row.decided_on) return;
    if (view_.day() < row.valid_to) {
      active_.push_back({&row, *code, false});
    } else {
      report(Code::suppression_expired, row, {name_of_row(row), row.valid_to.to_string()});
    }
  }

  void suppress(Diagnostic& diagnostic) {
    for (auto& entry : active_) {
      const bool is_meant =
          entry.code == diagnostic.code &&
          (entry.row->subject.empty() || entry.row->subject == diagnostic.subject);
      if (!is_meant) continue;
      entry.is_used = true;
      diagnostic.suppressed =
          Suppressed{entry.row->reason, entry.row->decided_by, entry.row->valid_to};
    }
  }

  static std::string name_of_row(const Suppression& row) {
    return row.subject.empty() ? row.code : row.code + " " + row.subject;
  }

  void report(Code code, const Suppression& row, std::vector<std::string> what) {
    CheckReport report{code, row.location, std::move(what)};
    report.owner = row.decided_by;
    this->report(std::move(report), row.subject.empty() ? row.code : row.subject, Part::registers);
  }

  void report(CheckReport report, std::string subject, Part part) {
    Diagnostic diagnostic;
    diagnostic.code = report.code;
    diagnostic.location = std::move(report.location);
    diagnostic.subject = std::move(subject);
    diagnostic.about.part = part;
    diagnostic.what = std::move(report.what);
    diagnostic.owner = std::move(report.owner);
    diagnostic.severity = info_of(report.code).severity;
    if (diagnostic.severity == Severity::error) {
      diagnostic.consequence = Consequence::entry_left_out;
    }
    judged_.report(std::move(diagnostic));
  }

  const DayView& view_;
  UnreadRegisters unread_;
  std::map<Code, Severity> severities_;
  std::vector<Active> active_;
  Diagnostics judged_;
};

}  // namespace

void judge(const DayView& view, Diagnostics& diagnostics) {
  Judgement judgement(view, diagnostics);
  for (auto& diagnostic : diagnostics.sorted())
    judgement.judge(std::move(diagnostic));
  diagnostics = judgement.take();
}

}  // namespace handbok
