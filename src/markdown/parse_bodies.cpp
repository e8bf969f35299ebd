#include "markdown/parse_bodies.hpp"

#include <algorithm>

#include "diag/code_names.hpp"
#include "markdown/body_codec.hpp"
#include "markdown/limits.hpp"
#include "markdown/read_back.hpp"
#include "markdown/report.hpp"
#include "markdown/write_blocks.hpp"

namespace handbok {
namespace {

// Starting a process takes longer than parsing a text, so many texts share one. A batch that
// fails is done again one by one, so it must not be large either.
constexpr std::size_t max_batch_texts = 200;
constexpr std::size_t max_batch_bytes = std::size_t{2} << 20U;

/// Some sources that follow each other.
struct Batch {
  std::size_t first = 0;
  std::size_t count = 0;
};

std::vector<Batch> batches_of(std::span<const BodySource> sources) {
  std::vector<Batch> batches;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    bytes += sources[i].text.size();
    const bool is_full =
        batches.empty() || batches.back().count == max_batch_texts || bytes > max_batch_bytes;
    if (is_full) {
      batches.push_back({i, 0});
      bytes = sources[i].text.size();
    }
    ++batches.back().count;
  }
  return batches;
}

std::string parse_batch(std::span<const BodySource> sources) {
  ParsedBodies parsed;
  for (const auto& source : sources) {
    parsed.bodies.push_back(parse_body(source, parsed.diagnostics));
  }
  return encode_bodies(parsed);
}

class BatchRun {
public:
  BatchRun(std::span<const BodySource> sources, const Isolate& isolate, Diagnostics& diagnostics)
      : sources_(sources),
        isolate_(isolate),
        diagnostics_(diagnostics),
        bodies_(sources.size()) {}

  std::vector<Body> run() {
    std::vector<Batch> single;
    for (const auto& failed : run_batches(batches_of(sources_))) {
      for (std::size_t i = 0; i < failed.batch.count; ++i) {
        single.push_back({failed.batch.first + i, 1});
      }
    }
    for (const auto& failed : run_batches(single))
      report(failed);
    return std::move(bodies_);
  }

private:
  struct Failed {
    Batch batch;
    IsolationFailure reason = IsolationFailure::died;
  };

  /// Takes over what succeeded and gives back what did not.
  std::vector<Failed> run_batches(const std::vector<Batch>& batches) {
    std::vector<Work> works;
    works.reserve(batches.size());
    for (const auto& batch : batches) {
      works.emplace_back(
          [part = sources_.subspan(batch.first, batch.count)] { return parse_batch(part); });
    }
    std::vector<Failed> failed;
    if (works.empty()) return failed;
    const auto results = isolate_(works);
    for (std::size_t i = 0; i < batches.size(); ++i) {
      if (!results[i]) {
        failed.push_back({batches[i], results[i].error()});
      } else if (!take(batches[i], *results[i])) {
        failed.push_back({batches[i], IsolationFailure::died});
      }
    }
    return failed;
  }

  /// False if `bytes` are not those of the batch: its worker was harmed.
  bool take(const Batch& batch, std::string_view bytes) {
    auto parsed = decode_bodies(bytes);
    if (!parsed || parsed->bodies.size() != batch.count) return false;
    std::ranges::move(parsed->bodies, bodies_.begin() + static_cast<std::ptrdiff_t>(batch.first));
    diagnostics_.merge(std::move(parsed->diagnostics));
    return true;
  }

  void report(const Failed& failed) {
    const auto code =
        failed.reason == IsolationFailure::died ? Code::markdown_crashed : Code::markdown_too_slow;
    Reporter(sources_[failed.batch.first], diagnostics_).report(code, {}, {});
  }

  std::span<const BodySource> sources_;
  const Isolate& isolate_;
  Diagnostics& diagnostics_;
  std::vector<Body> bodies_;
};

}  // namespace

std::vector<Body> parse_bodies(std::span<const BodySource> sources, const Isolate& isolate,
                               Diagnostics& diagnostics) {
  return BatchRun(sources, isolate, diagnostics).run();
}

Body parse_body(const BodySource& source, Diagnostics& diagnostics) {
  Reporter reporter(source, diagnostics);
  const SourceLines lines(source.text, source.first_line);
  if (!is_within_limits(source.text, lines, reporter)) return {};
  const MarkdownTree tree(source.text);
  if (!is_within_growth(source.text, tree.steps(), reporter)) return {};
  BodyBuilder builder;
  WriteContext context{lines, builder, reporter, {}};
  write_blocks(tree.steps(), context);
  auto body = builder.finish();
  if (!reporter.has_errors()) read_back(lines, body, reporter);
  return body;
}

}  // namespace handbok
