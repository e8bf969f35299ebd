#pragma once

#include <vector>

#include "app/build_report.hpp"
#include "io/clock.hpp"

namespace handbok {

/// Measures the phases of a build, one after the other.
class Stopwatch {
public:
  void end_phase(const char* name) {
    const auto now = milliseconds_now();
    phases_.push_back({name, now - last_});
    last_ = now;
  }
  const std::vector<Phase>& phases() const { return phases_; }

private:
  std::int64_t last_ = milliseconds_now();
  std::vector<Phase> phases_;
};

}  // namespace handbok
