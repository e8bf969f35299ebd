#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.hpp"

namespace handbok {

// Commands about the work around a handbook and the program itself.

struct ServeCommand {
  std::string source;
  std::optional<Date> as_of;
  std::string theme;
  bool drafts = false;
  int port = 8000;
};

struct InitCommand {
  std::string folder;
  std::string title;
  std::string principal;
};

struct DoctorCommand {};

enum class Shell : std::uint8_t { bash, zsh, fish };

struct CompletionCommand {
  Shell shell = Shell::bash;
};

struct ManCommand {};

}  // namespace handbok
