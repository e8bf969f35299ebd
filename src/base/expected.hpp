#pragma once

#include <string>
#include <utility>
#include <variant>

namespace handbok {

/// A reason why there is no value; see Expected.
template <typename E>
struct Unexpected {
  E reason;
};

template <typename E>
Unexpected(E) -> Unexpected<E>;

/// A value, or the reason why there is none. For leaf parsers only: the caller knows where the text
/// stood and turns the reason into a Diagnostic. (std::expected is not in C++20; decision 0002.)
template <typename T, typename E = std::string>
class [[nodiscard]] Expected {
public:
  // Implicit, so that a parser returns a value or Unexpected{...} as it is.
  // NOLINTNEXTLINE(google-explicit-constructor)
  Expected(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  template <typename R>
  // NOLINTNEXTLINE(google-explicit-constructor)
  Expected(Unexpected<R> unexpected)
      : state_(std::in_place_index<1>, E(std::move(unexpected.reason))) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  /// The value; only to be called when there is one.
  const T& operator*() const& { return *std::get_if<0>(&state_); }
  T&& operator*() && { return std::move(*std::get_if<0>(&state_)); }
  const T* operator->() const { return std::get_if<0>(&state_); }

  /// The reason; only to be called when there is no value.
  const E& error() const { return *std::get_if<1>(&state_); }

private:
  std::variant<T, E> state_;
};

}  // namespace handbok
