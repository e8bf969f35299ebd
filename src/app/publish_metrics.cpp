#include "app/publish_metrics.hpp"

#include "base/strings.hpp"

namespace handbok {
namespace {

/// A value of a label between its quotation marks.
std::string label_value(std::string_view text) {
  return replaced(replaced(replaced(text, "\\", "\\\\"), "\"", "\\\""), "\n", "\\n");
}

/// Writes metrics, all of which are gauges.
class MetricsText {
public:
  explicit MetricsText(const std::string& target)
      : target_("target=\"" + label_value(target) + "\"") {}

  void begin(std::string_view name, std::string_view help) {
    name_ = "handbok_" + std::string(name);
    text_.append("# HELP ").append(name_).append(" ").append(help).append("\n");
    text_.append("# TYPE ").append(name_).append(" gauge\n");
  }

  /// A value of the metric that was begun; `label` is empty or `name="value"`.
  void add(std::int64_t value, const std::string& label = {}) {
    text_.append(name_).append("{").append(target_);
    if (!label.empty()) text_.append(",").append(label);
    text_.append("} ").append(std::to_string(value)).append("\n");
  }

  std::string take() { return std::move(text_); }

private:
  std::string target_;
  std::string name_;
  std::string text_;
};

bool is_success(PublishOutcome outcome) {
  return outcome == PublishOutcome::published || outcome == PublishOutcome::unchanged;
}

std::int64_t milliseconds_of(const BuildReport& report) {
  std::int64_t sum = 0;
  for (const auto& phase : report.phases)
    sum += phase.milliseconds;
  return sum;
}

void add_findings(MetricsText& text, const CheckedState& state) {
  text.begin("findings", "What the last check found, by severity.");
  text.add(state.errors, "severity=\"error\"");
  text.add(state.warnings, "severity=\"warning\"");
  text.add(state.notes, "severity=\"note\"");
  text.begin("withheld_revisions", "Revisions that an error keeps from the site.");
  text.add(static_cast<std::int64_t>(state.withheld.size()));
}

}  // namespace

std::string publish_metrics(const PublishResult& result, const std::string& target, Moment now) {
  MetricsText text(target);
  const bool is_well = is_success(result.outcome);
  text.begin("last_run_timestamp_seconds", "When publish last ran.");
  text.add(now);
  text.begin("last_run_success", "1 if that run published, or found that nothing had changed.");
  text.add(is_well ? 1 : 0);
  text.begin("last_run_outcome", "1, with the outcome of that run as a label.");
  text.add(1, "outcome=\"" + std::string(name_of(result.outcome)) + "\"");
  text.begin("last_run_build_milliseconds", "How long that run built; 0 if nothing had changed.");
  text.add(milliseconds_of(result.report));
  if (result.checked != 0) {
    text.begin("checked_timestamp_seconds", "When what is served was last found to be right.");
    text.add(result.checked);
    if (result.state.fetched != 0) {
      text.begin("sources_fetched_timestamp_seconds",
                 "When the sources were last found to be the newest.");
      text.add(result.state.fetched);
    }
    text.begin("release", "Number of the release that is served.");
    text.add(result.release);
    text.begin("ledger_entries", "Entries of the ledger; it never falls.");
    text.add(result.entries);
  }
  const bool is_checked = is_well || result.outcome == PublishOutcome::stopped;
  if (is_checked) add_findings(text, result.state);
  if (is_well) {
    text.begin("documents_in_force", "Documents in force.");
    text.add(result.state.documents);
  }
  return text.take();
}

}  // namespace handbok
