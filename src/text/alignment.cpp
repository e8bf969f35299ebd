#include "text/alignment.hpp"

namespace handbok {
namespace {

constexpr std::size_t max_differences = 50;
constexpr std::size_t max_distance = 2000;

class Alignment {
public:
  Alignment(std::size_t left, std::size_t right, int alike_in_a_row,
            const std::function<bool(std::size_t, std::size_t)>& are_alike)
      : left_(left),
        right_(right),
        alike_in_a_row_(alike_in_a_row),
        are_alike_(are_alike) {}

  std::vector<AlignedPair> align() {
    while (l_ < left_ || r_ < right_) {
      if (l_ < left_ && r_ < right_ && are_alike_(l_, r_)) {
        pairs_.push_back({l_++, r_++});
      } else {
        skip_difference();
      }
    }
    return std::move(pairs_);
  }

private:
  /// Some things alike in a row, or the end, are no accident.
  bool agree(std::size_t l, std::size_t r) const {
    for (int i = 0; i < alike_in_a_row_; ++i, ++l, ++r) {
      if (l >= left_ && r >= right_) return true;
      if (l >= left_ || r >= right_ || !are_alike_(l, r)) return false;
    }
    return true;
  }

  void skip_difference() {
    const auto limit = differences_++ < max_differences ? max_distance : 0;
    for (std::size_t distance = 1; distance <= limit; ++distance) {
      for (std::size_t on_left = 0; on_left <= distance; ++on_left) {
        const auto l = l_ + on_left;
        const auto r = r_ + (distance - on_left);
        if (l <= left_ && r <= right_ && agree(l, r)) return skip_to(l, r);
      }
    }
    skip_to(left_, right_);
  }

  void skip_to(std::size_t l, std::size_t r) {
    while (l_ < l)
      pairs_.push_back({l_++, nothing});
    while (r_ < r)
      pairs_.push_back({nothing, r_++});
  }

  std::size_t left_;
  std::size_t right_;
  int alike_in_a_row_;
  const std::function<bool(std::size_t, std::size_t)>& are_alike_;
  std::size_t l_ = 0;
  std::size_t r_ = 0;
  std::size_t differences_ = 0;
  std::vector<AlignedPair> pairs_;
};

}  // namespace

std::vector<AlignedPair> align(std::size_t left, std::size_t right, int alike_in_a_row,
                               const std::function<bool(std::size_t, std::size_t)>& are_alike) {
  return Alignment(left, right, alike_in_a_row, are_alike).align();
}

}  // namespace handbok
