#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/expected.hpp"
#include "base/result_store.hpp"
#include "base/shelf.hpp"

namespace handbok {

/// Why a piece of isolated work gave no result.
enum class IsolationFailure { died, too_slow };

/// Work whose result is bytes.
using Work = std::function<std::string()>;
using WorkResult = Expected<std::string, IsolationFailure>;

/// Takes what the work of that number gave.
using TakeResult = std::function<void(std::size_t number, WorkResult result)>;

/// Runs each work so that it cannot harm the program: it may crash, hang or eat memory, and only
/// its own result is lost. What a work changes is not seen by the caller; only the returned bytes
/// are. Several may run at the same time. The core is handed one of these (io/child_process makes
/// the real one), and with it what was kept of the works of other runs.
class Isolate {
public:
  using Run = std::function<void(const std::vector<Work>& works, const TakeResult& take)>;

  /// Any function that gives one result for each work, in their order, is one. `jobs`: how many
  /// works it runs at the same time.
  template <typename Function>
  Isolate(Function run, int jobs = 1)  // NOLINT(google-explicit-constructor)
      : run_([run = std::move(run)](const std::vector<Work>& works, const TakeResult& take) {
          auto results = run(works);
          for (std::size_t i = 0; i < results.size(); ++i)
            take(i, std::move(results[i]));
        }),
        jobs_(jobs) {}

  /// One that hands over each result as soon as it has it.
  static Isolate streaming(Run run, int jobs) { return Isolate(Streaming{}, std::move(run), jobs); }

  /// Hands over the result of each work, in the calling thread and in any order.
  void each(const std::vector<Work>& works, const TakeResult& take) const { run_(works, take); }

  /// How much may be done at the same time: works here, and as many threads elsewhere.
  int jobs() const { return jobs_; }

  /// What other runs kept; nullptr if nothing is kept.
  ResultStore* store() const { return store_.get(); }
  void use(std::shared_ptr<ResultStore> store) { store_ = std::move(store); }

  /// Where results lie until they are needed; nullptr if they stay in memory.
  const std::shared_ptr<Shelf>& shelf() const { return shelf_; }
  void use(std::shared_ptr<Shelf> shelf) { shelf_ = std::move(shelf); }

private:
  struct Streaming {};
  Isolate(Streaming /*kind*/, Run run, int jobs) : run_(std::move(run)), jobs_(jobs) {}

  Run run_;
  int jobs_;
  std::shared_ptr<ResultStore> store_;
  std::shared_ptr<Shelf> shelf_;
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
