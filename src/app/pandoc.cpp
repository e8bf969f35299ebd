#include "app/pandoc.hpp"

#include "base/strings.hpp"
#include "io/file.hpp"
#include "io/read_tree.hpp"
#include "io/run_program.hpp"
#include "io/write_files.hpp"

namespace handbok {
namespace {

constexpr int seconds_max = 30;
constexpr std::size_t media_bytes_max = std::size_t{64} * 1024 * 1024;
constexpr std::string_view markdown_dialect =
    "commonmark+pipe_tables+strikeout+footnotes+task_lists";

std::string_view word_for(TrackedChanges changes) {
  switch (changes) {
    case TrackedChanges::accept: return "accept";
    case TrackedChanges::reject: return "reject";
    case TrackedChanges::show: return "all";
  }
  return {};
}

/// Runs pandoc; what it prints, if it ended well.
Expected<std::string, PandocFault> run_pandoc(std::vector<std::string> arguments,
                                              std::string input) {
  const auto program = find_program("pandoc");
  if (!program) return Unexpected{PandocFault::missing};
  ProgramRun run;
  run.program = *program;
  run.arguments = std::move(arguments);
  run.input = std::move(input);
  run.seconds_max = seconds_max;
  run.environment = {"SOURCE_DATE_EPOCH=315532800"};  // 1980: the same bytes on every day
  auto result = run_program(run);
  if (result.was_stopped) return Unexpected{PandocFault::stopped};
  const bool is_fine = result.end == ProgramEnd::exited && result.status == 0;
  if (!is_fine) return Unexpected{PandocFault::failed};
  return std::move(result.output);
}

Expected<Json, PandocFault> parsed(const std::string& text) {
  auto json = parse_json(text);
  if (!json) return Unexpected{PandocFault::failed};
  return *std::move(json);
}

}  // namespace

Expected<PandocDocument, PandocFault> read_word(const std::string& bytes, TrackedChanges changes) {
  const ScratchFolder folder;
  write_files_together(folder.path(), {{"text.docx", bytes}});
  auto output = run_pandoc({"--sandbox", "--from=docx+styles", "--to=json",
                            std::string("--track-changes=").append(word_for(changes)),
                            "--extract-media=" + folder.path(), folder.path() + "/text.docx"},
                           {});
  if (!output) return Unexpected{output.error()};
  // Targets of images are below the folder, which lasts no longer than the run.
  auto json = parsed(replaced(*output, folder.path() + "/", {}));
  if (!json) return Unexpected{json.error()};
  return PandocDocument{*std::move(json), read_tree(folder.path(), media_bytes_max)};
}

Expected<Json, PandocFault> read_markdown(const std::string& text) {
  const auto output =
      run_pandoc({"--sandbox", std::string("--from=").append(markdown_dialect), "--to=json"}, text);
  if (!output) return Unexpected{output.error()};
  return parsed(*output);
}

Expected<std::string, PandocFault> write_word(const Json& json, const std::string& reference,
                                              const FileTree& images) {
  const ScratchFolder folder;
  std::vector<FileToWrite> files = {{"reference.docx", reference}};
  for (const auto& [path, bytes] : images.files())
    files.push_back({path, bytes});
  write_files_together(folder.path(), files);
  const auto target = folder.path() + "/text.docx";
  const auto output = run_pandoc(
      {"--from=json", "--to=docx", "--reference-doc=" + folder.path() + "/reference.docx",
       "--resource-path=" + folder.path(), "--output=" + target},
      to_text(json));
  if (!output) return Unexpected{output.error()};
  auto bytes = read_file(target);
  if (!bytes) return Unexpected{PandocFault::failed};
  return *std::move(bytes);
}

}  // namespace handbok
