#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/file_tree.hpp"
#include "base/isolate.hpp"
#include "diag/codes.hpp"

namespace handbok {

/// The sources below `folder`; no value if there is no such folder. Throws IoError.
std::optional<FileTree> read_sources(const std::string& folder);

/// The theme in `folder`; if that is empty, the default theme, looked for relative to the program's
/// file. No value if there is none. Throws IoError.
std::optional<FileTree> read_theme(const std::string& folder);

/// The files that a new handbook in that language starts from, looked for relative to the program's
/// file.
std::optional<FileTree> read_starter(Language language);

/// The sources that a command is about if nobody says which: those where the user stands, else in
/// "content" below, else the nearest above; a handbook is known by its handbook.toml. "content" if
/// there is none.
std::string default_sources();

/// The language of the handbook in `folder`, Swedish if it names none; no value if there is none.
std::optional<Language> language_of_sources(const std::string& folder);

/// Isolation in child processes under the limits of design 10; `jobs` 0 means one a processor.
Isolate make_isolate(int jobs = 0);

/// The bytes of a file that is named on the command line; no value if there is none. Throws
/// IoError.
std::optional<std::string> read_named_file(const std::string& path);

/// Writes a result to a file, whole or not at all. Throws IoError.
void write_result(const std::string& path, std::string_view text);

/// Writes the files below a folder in `folder`, which ends in '/', all or none. Throws IoError.
void write_below(const std::string& folder, const std::string& inner, const FileTree& files);

/// Today in Sweden, or what SOURCE_DATE_EPOCH says.
Date current_day();

/// True if results on stdout go to a terminal that wants colours (NO_COLOR is honoured).
bool wants_colour();

/// True if the program runs in a terminal, so that it can ask for what is missing.
bool has_somebody_to_ask();

/// The answer to `prompt`, read from the terminal; no value if it was closed.
std::optional<std::string> ask(std::string_view prompt);

}  // namespace handbok
