#include "app/pdf_text.hpp"

#include "io/file.hpp"
#include "io/run_program.hpp"
#include "io/write_files.hpp"

namespace handbok {
namespace {

constexpr int seconds_max = 10;
constexpr std::size_t text_bytes_max = std::size_t{16} * 1024 * 1024;
constexpr std::size_t memory_bytes_max = std::size_t{1} * 1024 * 1024 * 1024;
constexpr std::string_view wrong_password = "Incorrect password";

AttachmentReading reading_of(const ProgramResult& result) {
  if (result.end == ProgramEnd::too_much_output) return AttachmentReading::too_large;
  if (result.end == ProgramEnd::exited && result.status == 0) return AttachmentReading::whole;
  const bool is_locked = result.errors.find(wrong_password) != std::string::npos;
  return is_locked ? AttachmentReading::locked : AttachmentReading::damaged;
}

}  // namespace

PdfText pdf_text(const std::string& bytes) {
  const auto program = find_program("pdftotext");
  if (!program) return {AttachmentReading::no_program, {}};
  const ScratchFolder folder;
  const auto path = folder.path() + "/attachment.pdf";
  write_file(path, bytes);
  ProgramRun run;
  run.program = *program;
  run.arguments = {"-enc", "UTF-8", "-htmlmeta", path, "-"};
  run.seconds_max = seconds_max;
  run.output_max = text_bytes_max;
  run.memory_max = memory_bytes_max;
  auto result = run_program(run);
  const auto reading = reading_of(result);
  return {reading, std::move(result.output)};
}

}  // namespace handbok
