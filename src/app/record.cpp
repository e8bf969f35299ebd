#include "app/record.hpp"

#include "app/workspace.hpp"
#include "base/byte_stream.hpp"
#include "base/sha256.hpp"
#include "io/read_tree.hpp"
#include "io/run_program.hpp"

namespace handbok {
namespace {

/// What a cached file holds. The digests cover all but the result, which the cache itself covers.
struct Kept {
  std::int64_t inputs_moment = 0;
  std::string inputs;
  std::int64_t outputs_moment = 0;
  std::string outputs;
  std::string result;
};

std::string encode(const Kept& kept) {
  ByteWriter out;
  out.large(static_cast<std::uint64_t>(kept.inputs_moment));
  out.text(kept.inputs);
  out.large(static_cast<std::uint64_t>(kept.outputs_moment));
  out.text(kept.outputs);
  out.text(kept.result);
  return out.take();
}

std::optional<Kept> decode(std::string_view bytes) {
  ByteReader in(bytes);
  Kept kept;
  kept.inputs_moment = static_cast<std::int64_t>(in.large());
  kept.inputs = in.text();
  kept.outputs_moment = static_cast<std::int64_t>(in.large());
  kept.outputs = in.text();
  kept.result = in.text();
  if (!in.is_finished()) return std::nullopt;
  return kept;
}

}  // namespace

Record::Record(RecordedWork work) : work_(std::move(work)), moment_(moment_now()) {
  if (!cache_.is_there()) return;
  inputs_.add_program();
  // What they say of a PDF or a signature stands in the result.
  for (const auto* const program : {"pdftotext", "ssh-keygen"})
    inputs_.add_file(find_program(program).value_or(""));
  for (const auto& option : work_.options)
    inputs_.add_stamped({}, option, {});
  inputs_.add_tree(work_.source);
  if (!work_.theme.empty()) inputs_.add_tree(work_.theme);
  if (const auto law = law_folder(); !law.empty()) inputs_.add_tree(law);
}

/// One for each place, whatever the day and the options: what was written there last counts.
std::string Record::name() const {
  std::string place = work_.command;
  for (const auto* const folder : {&work_.source, &work_.theme, &work_.output})
    place.append(1, '\0').append(folder->empty() ? *folder : real_folder(*folder));
  return sha256_hex(place).append(".record");
}

std::optional<std::string> Record::recall() {
  const auto bytes = cache_.find(name());
  auto kept = bytes ? decode(*bytes) : std::nullopt;
  if (kept && !kept->inputs.empty() && kept->inputs == inputs_.digest(kept->inputs_moment)) {
    FileScan outputs;
    if (!work_.output.empty()) SiteWriter::add_listed(work_.output, outputs);
    if (kept->outputs == outputs.digest(kept->outputs_moment)) return std::move(kept->result);
  }
  if (cache_.is_there()) inputs_then_ = inputs_.digest(moment_);
  return std::nullopt;
}

void Record::keep(std::string_view result, const SiteWriter* writer) const {
  if (inputs_then_.empty()) return;
  FileScan outputs;
  if (writer != nullptr) writer->add_to(outputs);
  const auto now = moment_now();
  cache_.keep(name(),
              encode({moment_, inputs_then_, now, outputs.digest(now), std::string(result)}));
}

}  // namespace handbok
