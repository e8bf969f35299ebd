#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/file_tree.hpp"
#include "base/isolate.hpp"
#include "diag/codes.hpp"

namespace handbok {

struct LawPack;  // model/known_law.hpp

/// The sources below `folder`; no value if there is no such folder. Throws IoError.
std::optional<FileTree> read_sources(const std::string& folder);

/// True if what is written to `output` would lie among the sources in `source`.
bool lies_in_sources(const std::string& output, const std::string& source);

/// True if the moment that the environment names, if it does, is one that a handbook may be built
/// for.
bool has_sensible_clock();

/// `folder`, or that of the default theme if it is empty; empty if that did not come along.
std::string theme_folder(const std::string& folder);

/// The theme in `folder`; if that is empty, the default theme, looked for relative to the program's
/// file. No value if there is none. Throws IoError.
std::optional<FileTree> read_theme(const std::string& folder);

/// The files that a new handbook in that language starts from, looked for relative to the program's
/// file.
std::optional<FileTree> read_starter(Language language);

/// What the program came with of law, looked for relative to its file; nothing is known if it is
/// not there. Throws IoError.
LawPack shipped_law();

/// The folder of that; empty if it is not there.
std::string law_folder();

/// The sources that a command is about if nobody says which: those where the user stands, else in
/// "content" below, else the nearest above; a handbook is known by its handbook.toml. "content" if
/// there is none.
std::string default_sources();

/// The folder of sources that somebody names: the folder itself, or its handbook.toml.
std::string sources_named(const std::string& path);

/// The language that the user's system is set to, if it is one of ours.
std::optional<Language> language_of_system();

/// The language of the handbook in `folder`, Swedish if it names none; no value if there is none.
std::optional<Language> language_of_sources(const std::string& folder);

/// Isolation in child processes under the limits of design 10; `jobs` 0 means one a processor.
Isolate make_isolate(int jobs = 0);

/// Whether a command takes what other runs kept, and keeps something for them.
enum class Caching : std::uint8_t { on, off };

/// The same, with what was kept of other runs on the sources in `source` (io/result_file.hpp).
Isolate make_isolate(int jobs, const std::string& source, Caching caching);

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

/// What the program can use of the machine it runs on.
enum class Aid : std::uint8_t {
  theme,       ///< the default theme that came with the program
  child,       ///< processes of its own under limits, for diagrams and Markdown
  pandoc,      ///< reads and writes Word files
  ssh_keygen,  ///< signs and checks approvals
  pdftotext,   ///< reads PDFs, to look for personal identity numbers
  browser,     ///< Chromium, prints PDFs
  day,         ///< the day that "today" is (SOURCE_DATE_EPOCH is honoured)
};

/// Whether one of them is there.
struct AidState {
  Aid aid = Aid::theme;
  bool present = false;
  bool needed = false;  ///< nothing can be built without it
  std::string detail;   ///< where it lies, or what it says of itself; may be empty
};

/// Looks for each of them, in the order above.
std::vector<AidState> examine_machine();

}  // namespace handbok
