#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace handbok {

/// Most characters that an id may have.
inline constexpr std::size_t id_length_max = 64;

/// True for what may be an id, and so a part of an address: it begins with a letter or digit of
/// ASCII and goes on with these, hyphens and underscores. No name that Windows has taken ("CON").
bool is_id(std::string_view text);

/// The path of a file below the root of a site, with '/' between names, that can be written on
/// every disk and lies nowhere else: no empty names, no "." or "..", nothing that is not seen, no
/// signs or names that Windows keeps for itself. Whoever writes files of a site takes nothing else.
class SitePath {
public:
  SitePath() = default;
  /// Judges `text`. If it is no such path, nothing is kept but what to say about it.
  SitePath(std::string text);
  SitePath(const char* text) : SitePath(std::string(text)) {}

  bool is_usable() const { return refused_.empty() && !text_.empty(); }
  /// Empty if it is not usable.
  const std::string& text() const { return text_; }
  operator const std::string&() const { return text_; }
  operator std::string_view() const { return text_; }
  /// What was given, if it is no path; for messages only.
  const std::string& refused() const { return refused_; }

private:
  std::string text_;
  std::string refused_;
};

}  // namespace handbok
