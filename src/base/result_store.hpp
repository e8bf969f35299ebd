#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace handbok {

/// Results that were kept from other runs, each under the digest of all that it is a function of
/// besides the program. They may be lost at any time and are never wrong: what is found is what
/// this same program kept under that key.
class ResultStore {
public:
  ResultStore() = default;
  ResultStore(const ResultStore&) = delete;
  ResultStore& operator=(const ResultStore&) = delete;
  virtual ~ResultStore() = default;

  // Both are safe to call from several threads at once.

  /// The bytes that were kept under `key`.
  virtual std::optional<std::string> find(const std::string& key) = 0;

  /// Keeps bytes for other runs. A failure costs nothing but time.
  virtual void keep(const std::string& key, std::string_view bytes) = 0;
};

}  // namespace handbok
