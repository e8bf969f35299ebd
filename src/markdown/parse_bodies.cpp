#include "markdown/parse_bodies.hpp"

#include <optional>
#include <string>

#include "base/byte_stream.hpp"
#include "base/in_order.hpp"
#include "base/sha256.hpp"
#include "diag/code_names.hpp"
#include "markdown/body_codec.hpp"
#include "markdown/limits.hpp"
#include "markdown/read_back.hpp"
#include "markdown/report.hpp"
#include "markdown/write_blocks.hpp"
#include "model/body_words.hpp"
#include "text/identity_number.hpp"

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

/// The results of the texts, one after the other, each for itself.
std::string parse_batch(std::span<const BodySource> sources) {
  ByteWriter out;
  for (const auto& source : sources) {
    ParsedBodies parsed;
    parsed.bodies.push_back(parse_body(source, parsed.diagnostics));
    out.text(encode_bodies(parsed));
  }
  return out.take();
}

/// All that the result of a text is a function of, in one.
std::string key_of(const BodySource& source) {
  ByteWriter out;
  out.text("body");
  out.text(source.revision.document);
  out.number(source.revision.number);
  out.text(source.path);
  out.text(source.text);
  out.number(source.first_line);
  out.text(source.owner);
  out.text(source.unit);
  out.texts(source.reads_as);
  return sha256_hex(out.take());
}

/// No cache holds a personal identity number: it is kept in the sources alone.
bool may_be_kept(const BodySource& source) {
  return find_identity_number(source.text) == IdentityNumber::none;
}

std::optional<ParsedBodies> decode_body(std::string_view bytes) {
  auto parsed = decode_bodies(bytes);
  if (parsed && parsed->bodies.size() != 1) return std::nullopt;
  return parsed;
}

class BodyRun {
public:
  BodyRun(std::span<const BodySource> sources, const Isolate& isolate, Diagnostics& diagnostics)
      : sources_(sources),
        isolate_(isolate),
        diagnostics_(diagnostics),
        bodies_(sources.size()) {}

  std::vector<Body> run() {
    find_kept();
    std::vector<Batch> single;
    for (const auto& failed : run_batches(batches_of(missing_))) {
      for (std::size_t i = 0; i < failed.batch.count; ++i)
        single.push_back({failed.batch.first + i, 1});
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

  /// Takes what was kept from other runs, and notes what was not.
  void find_kept() {
    auto* const store = isolate_.store();
    struct Found {
      std::string key;
      std::optional<ParsedBodies> parsed;
    };
    make_in_order(
        sources_.size(), isolate_.jobs(),
        [&](std::size_t number) {
          Found found;
          if (store == nullptr) return found;
          found.key = key_of(sources_[number]);
          if (const auto bytes = store->find(found.key)) found.parsed = decode_body(*bytes);
          return found;
        },
        [&](std::size_t number, Found found) {
          if (found.parsed) {
            take(number, *std::move(found.parsed));
          } else {
            missing_.push_back(sources_[number]);
            numbers_.push_back(number);
            keys_.push_back(std::move(found.key));
          }
        });
  }

  /// Takes over what succeeded and gives back what did not.
  std::vector<Failed> run_batches(const std::vector<Batch>& batches) {
    std::vector<Work> works;
    works.reserve(batches.size());
    const std::span<const BodySource> missing(missing_);
    for (const auto& batch : batches) {
      works.emplace_back(
          [part = missing.subspan(batch.first, batch.count)] { return parse_batch(part); });
    }
    std::vector<Failed> failed;
    if (works.empty()) return failed;
    isolate_.each(works, [&](std::size_t number, const WorkResult& result) {
      const auto& batch = batches[number];
      if (!result) {
        failed.push_back({batch, result.error()});
      } else if (!take_batch(batch, *result)) {
        failed.push_back({batch, IsolationFailure::died});
      }
    });
    return failed;
  }

  /// False if `bytes` are not those of the batch: its worker was harmed.
  bool take_batch(const Batch& batch, std::string_view bytes) {
    ByteReader in(bytes);
    std::vector<std::string_view> entries;
    std::vector<ParsedBodies> all;
    for (std::size_t i = 0; i < batch.count; ++i) {
      entries.push_back(in.view());
      auto parsed = decode_body(entries.back());
      if (!parsed) return false;
      all.push_back(*std::move(parsed));
    }
    if (!in.is_finished()) return false;
    for (std::size_t i = 0; i < batch.count; ++i) {
      const auto at = batch.first + i;
      if (isolate_.store() != nullptr && may_be_kept(missing_[at]))
        isolate_.store()->keep(keys_[at], entries[i]);
      take(numbers_[at], std::move(all[i]));
    }
    return true;
  }

  void take(std::size_t number, ParsedBodies parsed) {
    bodies_[number] = std::move(parsed.bodies.front());
    put_away(bodies_[number], isolate_.shelf());
    diagnostics_.merge(std::move(parsed.diagnostics));
  }

  void report(const Failed& failed) {
    const auto code =
        failed.reason == IsolationFailure::died ? Code::markdown_crashed : Code::markdown_too_slow;
    Reporter(missing_[failed.batch.first], diagnostics_).report(code, {}, {});
  }

  std::span<const BodySource> sources_;
  const Isolate& isolate_;
  Diagnostics& diagnostics_;
  std::vector<Body> bodies_;
  std::vector<BodySource> missing_;  ///< those that must be parsed, with their places in `sources_`
  std::vector<std::size_t> numbers_;
  std::vector<std::string> keys_;
};

}  // namespace

std::vector<Body> parse_bodies(std::span<const BodySource> sources, const Isolate& isolate,
                               Diagnostics& diagnostics) {
  return BodyRun(sources, isolate, diagnostics).run();
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
