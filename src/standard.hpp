#pragma once
// The headers of the standard library that most files include: compiled once for all of them when
// the compiler is clang (cmake/speed.cmake). No file may rely on it.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>
