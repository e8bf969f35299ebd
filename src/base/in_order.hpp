#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace handbok {

/// Values on their way from the threads that make them to the one that takes them in their order.
/// Safe to use from any thread; see make_in_order.
template <typename Value>
class OrderedValues {
public:
  /// At most `room` values are made ahead of the one that is taken next.
  OrderedValues(std::size_t count, std::size_t room) : count_(count), slots_(room) {}

  /// The number of the next value to make, or none if there are no more to make. Waits for room.
  std::optional<std::size_t> begin_next() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return is_stopped_ || next_ < taken_ + slots_.size(); });
    if (is_stopped_ || next_ == count_) return std::nullopt;
    return next_++;
  }

  void put(std::size_t number, Value value) {
    const std::lock_guard lock(mutex_);
    slots_[number % slots_.size()] = std::move(value);
    if (number == taken_) ready_.notify_one();
  }

  /// The next value in order; waits for it. Throws what its making threw.
  Value take() {
    std::unique_lock lock(mutex_);
    auto& slot = slots_[taken_ % slots_.size()];
    ready_.wait(lock, [&] { return slot.has_value() || failure_ != nullptr; });
    if (failure_ != nullptr) std::rethrow_exception(failure_);
    auto value = *std::exchange(slot, std::nullopt);
    ++taken_;
    room_.notify_one();
    return value;
  }

  /// Ends the work because making a value threw.
  void fail(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    if (failure_ == nullptr) failure_ = std::move(failure);
    ready_.notify_one();
  }

  /// No more values are begun.
  void stop() {
    const std::lock_guard lock(mutex_);
    is_stopped_ = true;
    room_.notify_all();
  }

private:
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable ready_;
  const std::size_t count_;
  std::vector<std::optional<Value>> slots_;  ///< that of number n is n modulo their count
  std::size_t next_ = 0;                     ///< the first that nobody has begun
  std::size_t taken_ = 0;                    ///< how many have been taken
  bool is_stopped_ = false;
  std::exception_ptr failure_;
};

/// Makes values until there are no more to make. What `make` throws ends the work.
template <typename Value, typename Make>
void make_values(OrderedValues<Value>& values, const Make& make) {
  try {
    while (const auto number = values.begin_next())
      values.put(*number, make(*number));
  } catch (...) {
    values.fail(std::current_exception());
  }
}

/// Ends the work when it goes, however the taker came to its end.
template <typename Value>
class StopAtEnd {
public:
  explicit StopAtEnd(OrderedValues<Value>& values) : values_(values) {}
  ~StopAtEnd() { values_.stop(); }
  StopAtEnd(const StopAtEnd&) = delete;
  StopAtEnd& operator=(const StopAtEnd&) = delete;

private:
  OrderedValues<Value>& values_;
};

/// Makes `count` values by `make(number)`, up to `jobs` at the same time in threads of their own,
/// and hands each to `take(number, value)` in the calling thread, in the order of their numbers:
/// the result does not depend on `jobs`. With one job, or if no thread can be started, all is done
/// in the calling thread. `make` must be safe to call from several threads at once. What either
/// throws ends the work and is thrown from here, after all threads have ended.
template <typename Make, typename Take>
void make_in_order(std::size_t count, int jobs, const Make& make, const Take& take) {
  using Value = decltype(make(std::size_t{}));
  constexpr std::size_t ahead = 4;  // for each thread; evens out values that take long
  const auto wanted = std::min(count, static_cast<std::size_t>(std::max(jobs, 1)));
  OrderedValues<Value> values(count, std::max<std::size_t>(wanted, 1) * ahead);
  std::vector<std::jthread> threads;
  const StopAtEnd<Value> stop(values);  // before the threads are joined
  try {
    for (std::size_t i = 0; wanted > 1 && i < wanted; ++i)
      threads.emplace_back([&] { make_values(values, make); });
  } catch (const std::system_error&) {  // the machine gives no more threads: fewer do the work
  }
  for (std::size_t number = 0; number < count; ++number)
    take(number, threads.empty() ? make(number) : values.take());
}

}  // namespace handbok
