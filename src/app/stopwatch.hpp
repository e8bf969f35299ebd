#pragma once

#include <cstdint>
#include <string>

namespace handbok {

/// Measures the parts of a run, one after the other.
class Stopwatch {
public:
  explicit Stopwatch(std::int64_t now) : last_(now) {}

  /// Milliseconds since the last lap, or since the start.
  std::int64_t lap(std::int64_t now) {
    const auto span = now - last_;
    last_ = now;
    return span;
  }

private:
  std::int64_t last_;
};

}  // namespace handbok
