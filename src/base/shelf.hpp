#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace handbok {

/// Where bytes are put that are needed again, but never all at once: the texts of all revisions
/// would fill the memory (decision 0075). They last as long as the shelf; nobody else sees them.
class Shelf {
public:
  Shelf() = default;
  Shelf(const Shelf&) = delete;
  Shelf& operator=(const Shelf&) = delete;
  virtual ~Shelf() = default;

  /// Where the bytes lie from now on; no value if there is no room. From one thread.
  virtual std::optional<std::uint64_t> put(std::string_view bytes) = 0;

  /// The bytes that lie there, from any thread. What the machine has lost ends the run.
  virtual std::string get(std::uint64_t at, std::size_t count) const = 0;
};

}  // namespace handbok
