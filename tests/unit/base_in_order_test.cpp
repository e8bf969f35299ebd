// Work that is spread over threads without its result showing it.
#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>

#include <catch2/catch.hpp>

#include "base/in_order.hpp"

namespace handbok::test {
namespace {

std::vector<std::string> made_by(int jobs, std::size_t count) {
  std::vector<std::string> taken;
  make_in_order(
      count, jobs,
      [](std::size_t number) {
        if (number % 7 == 0) std::this_thread::yield();
        return std::to_string(number * number);
      },
      [&](std::size_t number, std::string value) {
        CHECK(number == taken.size());
        taken.push_back(std::move(value));
      });
  return taken;
}

}  // namespace

TEST_CASE("what is made does not depend on how many make it", "[base][in-order]") {
  for (const std::size_t count : {0UL, 1UL, 2UL, 31UL, 1000UL}) {
    const auto expected = made_by(1, count);
    CHECK(expected.size() == count);
    for (const int jobs : {-1, 0, 2, 3, 16})
      CHECK(made_by(jobs, count) == expected);
  }
}

TEST_CASE("one job is done in the calling thread", "[base][in-order]") {
  const auto here = std::this_thread::get_id();
  make_in_order(
      3, 1, [&](std::size_t /*number*/) { return std::this_thread::get_id() == here; },
      [](std::size_t /*number*/, bool is_here) { CHECK(is_here); });
}

TEST_CASE("no more is made than somebody will soon take", "[base][in-order]") {
  constexpr std::size_t ahead_max = 2 * 32 + 1;  // the one that is being taken
  std::atomic<std::size_t> made = 0;
  make_in_order(
      2000, 2, [&](std::size_t /*number*/) { return ++made; },
      [&](std::size_t number, std::size_t /*value*/) {
        if (made > number + ahead_max) FAIL("made " << made << " when " << number << " was taken");
      });
}

TEST_CASE("values that cannot be copied or made empty are handed over", "[base][in-order]") {
  struct Sealed {
    explicit Sealed(std::size_t n) : number(std::make_unique<std::size_t>(n)) {}
    std::unique_ptr<std::size_t> number;
  };
  make_in_order(
      100, 4, [](std::size_t number) { return Sealed(number); },
      [](std::size_t number, const Sealed& value) { CHECK(*value.number == number); });
}

TEST_CASE("what is thrown ends the work and comes out", "[base][in-order]") {
  for (const int jobs : {1, 4}) {
    std::size_t taken = 0;
    const auto fail_at_500 = [](std::size_t number) {
      if (number == 500) throw std::runtime_error("made badly");
      return number;
    };
    const auto count = [&](std::size_t /*number*/, std::size_t /*value*/) { ++taken; };
    CHECK_THROWS_WITH(make_in_order(100'000, jobs, fail_at_500, count), "made badly");
    CHECK(taken <= 500);

    const auto make = [](std::size_t number) { return number; };
    const auto fail_to_take = [](std::size_t number, std::size_t /*value*/) {
      if (number == 300) throw std::runtime_error("disk full");
    };
    CHECK_THROWS_WITH(make_in_order(100'000, jobs, make, fail_to_take), "disk full");
  }
}

}  // namespace handbok::test
