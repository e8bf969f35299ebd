#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/expected.hpp"

namespace handbok {

/// Why a piece of isolated work gave no result.
enum class IsolationFailure { died, too_slow };

/// Work whose result is bytes.
using Work = std::function<std::string()>;
using WorkResult = Expected<std::string, IsolationFailure>;

/// Runs each work so that it cannot harm the program: it may crash, hang or eat memory, and only
/// its own result is lost. What a work changes is not seen by the caller; only the returned bytes
/// are. Several may run at the same time. Gives one result for each work, in the order given. The
/// core is handed one of these (io/child_process makes the real one).
class Isolate {
public:
  using Run = std::function<std::vector<WorkResult>(const std::vector<Work>& works)>;

  /// Any function of that kind is one. `jobs`: how many works it runs at the same time.
  template <typename Function>
  Isolate(Function run, int jobs = 1)  // NOLINT(google-explicit-constructor)
      : run_(std::move(run)),
        jobs_(jobs) {}

  std::vector<WorkResult> operator()(const std::vector<Work>& works) const { return run_(works); }

  /// How much may be done at the same time: works here, and as many threads elsewhere.
  int jobs() const { return jobs_; }

private:
  Run run_;
  int jobs_;
};

/// Runs the works right here, one after the other, without any protection.
inline std::vector<WorkResult> run_in_place(const std::vector<Work>& works) {
  std::vector<WorkResult> results;
  results.reserve(works.size());
  for (const auto& work : works)
    results.emplace_back(work());
  return results;
}

}  // namespace handbok
