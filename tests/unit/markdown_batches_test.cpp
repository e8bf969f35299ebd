#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "markdown/body_codec.hpp"
#include "markdown/parse_bodies.hpp"
#include "model/body_words.hpp"
#include "unit/markdown_sample.hpp"

namespace handbok {
namespace {

constexpr const char* sample =
    "# A [[RUT-001|b]]\n\n![c](d.png 'e') ~~f~~[^1]\n\n1. [ ] g\n\n> h <b>\n\n[^1]: [[X]]\n";

ParsedBodies parsed_sample() {
  ParsedBodies parsed;
  parsed.bodies.push_back(parse_body(sample_source(sample), parsed.diagnostics));
  parsed.bodies.emplace_back();
  return parsed;
}

TEST_CASE("bodies and diagnostics come through as bytes unchanged", "[markdown][codec]") {
  const auto parsed = parsed_sample();
  REQUIRE(parsed.diagnostics.sorted().size() == 2);
  const auto bytes = encode_bodies(parsed);
  const auto decoded = decode_bodies(bytes);
  REQUIRE(decoded);
  CHECK(decoded->bodies == parsed.bodies);
  CHECK(encode_bodies(*decoded) == bytes);
  CHECK(decoded->diagnostics.withholds({"RUT-001", 3}));
}

TEST_CASE("bytes that are cut, longer or other give no bodies", "[markdown][codec]") {
  const auto bytes = encode_bodies(parsed_sample());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(decode_bodies(std::string_view(bytes).substr(0, size)));
  }
  CHECK_FALSE(decode_bodies(bytes + "x"));
  CHECK_FALSE(decode_bodies(std::string(1000, '\xff')));
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    auto changed = bytes;
    changed[i] = '\xff';
    const auto decoded = decode_bodies(changed);
    // A byte of a message that is no text is told as <FF>.
    if (decoded) CHECK(encode_bodies(*decoded).size() <= bytes.size() + 3);
  }
}

TEST_CASE("a piece never points outside its body", "[markdown][codec]") {
  ParsedBodies parsed;
  Body body;
  body.pieces.push_back({"a", PieceKind::link_start, 0});
  parsed.bodies.push_back(body);
  CHECK_FALSE(decode_bodies(encode_bodies(parsed)));
  parsed.bodies[0].pieces[0].kind = PieceKind::footnote_label;
  CHECK(decode_bodies(encode_bodies(parsed)));
}

std::vector<BodySource> many_sources(std::size_t count) {
  static const std::string text = "a [[X]]";
  std::vector<BodySource> sources;
  for (std::size_t i = 0; i < count; ++i) {
    auto source = sample_source(text);
    source.revision.document = "RUT-" + std::to_string(i);
    source.path = source.revision.document + "/1.md";
    sources.push_back(source);
  }
  return sources;
}

TEST_CASE("texts parsed in batches give what they give alone", "[markdown]") {
  const auto sources = many_sources(450);
  std::vector<std::size_t> calls;
  const Isolate isolate = [&](const std::vector<Work>& works) {
    calls.push_back(works.size());
    return run_in_place(works);
  };
  Diagnostics diagnostics;
  const auto bodies = parse_bodies(sources, isolate, diagnostics);
  CHECK(calls == std::vector<std::size_t>{3});
  REQUIRE(bodies.size() == 450);
  Diagnostics alone;
  for (std::size_t i = 0; i < sources.size(); ++i)
    CHECK(bodies[i] == parse_body(sources[i], alone));
  CHECK(diagnostics.sorted().size() == 450);
  CHECK(diagnostics.withholds({"RUT-449", 3}));
  CHECK(parse_bodies({}, isolate, diagnostics).empty());
}

class SmallShelf final : public Shelf {
public:
  std::optional<std::uint64_t> put(std::string_view bytes) override {
    if (bytes_.size() > 1000) return std::nullopt;
    bytes_ += bytes;
    return bytes_.size() - bytes.size();
  }
  std::string get(std::uint64_t at, std::size_t count) const override {
    return bytes_.substr(at, count);
  }

private:
  std::string bytes_;
};

TEST_CASE("a text that was put away is read as it was", "[markdown]") {
  const auto sources = many_sources(30);
  Isolate isolate = run_in_place;
  isolate.use(std::make_shared<SmallShelf>());
  Diagnostics diagnostics;
  std::size_t in_memory = 0;
  for (const auto& body : parse_bodies(sources, isolate, diagnostics)) {
    Body read{{}, body.links, body.headings, {}, body.word_count};
    for (const auto& piece : pieces_of(body))
      read.pieces.push_back({std::string(piece.html), piece.kind, piece.index});
    for (const auto& text : texts_of(body))
      read.texts.push_back({std::string(text.text), text.position, text.is_quotation});
    CHECK(read == parse_body(sources.front(), diagnostics));
    if (!body.pieces.empty()) ++in_memory;
  }
  CHECK(in_memory > 0);
  CHECK(in_memory < 29);
}

TEST_CASE("a text that kills or stalls the parser costs only itself", "[markdown]") {
  const auto sources = many_sources(4);
  bool is_first = true;
  const Isolate isolate = [&](const std::vector<Work>& works) {
    auto results = run_in_place(works);
    if (is_first) {
      results[0] = Unexpected{IsolationFailure::died};
    } else {
      results[1] = Unexpected{IsolationFailure::died};
      results[2] = Unexpected{IsolationFailure::too_slow};
      results[3] = std::string("skräp");
    }
    is_first = false;
    return results;
  };
  Diagnostics diagnostics;
  const auto bodies = parse_bodies(sources, isolate, diagnostics);
  CHECK_FALSE(bodies[0].pieces.empty());
  CHECK(bodies[1] == Body{});
  std::vector<std::string> lines;
  for (const auto& diagnostic : diagnostics.sorted()) {
    lines.push_back(diagnostic.location.path + " " + line_of(diagnostic));
  }
  CHECK(join(lines, "\n") ==
        "RUT-0/1.md 1:3 markdown.reference-malformed X\nRUT-1/1.md 0:0 markdown.crashed\n"
        "RUT-2/1.md 0:0 markdown.too-slow\nRUT-3/1.md 0:0 markdown.crashed");
  CHECK(diagnostics.withholds({"RUT-2", 3}));
}

/// What was kept, in memory.
class KeptHere final : public ResultStore {
public:
  std::optional<std::string> find(const std::string& key) override {
    const auto known = kept.find(key);
    return known == kept.end() ? std::nullopt : std::optional(known->second);
  }
  void keep(const std::string& key, std::string_view bytes) override {
    kept[key] = std::string(bytes);
  }
  std::map<std::string, std::string> kept;
};

TEST_CASE("a text is parsed once for all runs", "[markdown][cache]") {
  auto sources = many_sources(3);
  const auto store = std::make_shared<KeptHere>();
  std::size_t batches = 0;
  Isolate isolate = [&](const std::vector<Work>& works) {
    batches += works.size();
    return run_in_place(works);
  };
  isolate.use(store);
  const auto parse = [&] {
    Diagnostics diagnostics;
    auto bodies = parse_bodies(sources, isolate, diagnostics);
    ParsedBodies all{std::move(bodies), std::move(diagnostics)};
    return encode_bodies(all);
  };
  const auto first = parse();
  CHECK(batches == 1);
  CHECK(store->kept.size() == 3);
  CHECK(parse() == first);
  CHECK(batches == 1);

  SECTION("but anew if anything that it says rests on has changed") {
    sources[0].text = "b [[Y]]";
    sources[1].owner = "XYZ";
    sources[2].first_line = 9;
    CHECK(parse() != first);
    CHECK(store->kept.size() == 6);
  }
  SECTION("and what is no result of a text is parsed again") {
    for (auto& [key, bytes] : store->kept)
      bytes = "skräp";
    CHECK(parse() == first);
    CHECK(batches == 2);
  }
}

TEST_CASE("no personal identity number is kept", "[markdown][cache]") {
  auto sources = many_sources(2);
  sources[1].text = "Ring 19811228-9874.";
  const auto store = std::make_shared<KeptHere>();
  Isolate isolate = run_in_place;
  isolate.use(store);
  Diagnostics diagnostics;
  CHECK(parse_bodies(sources, isolate, diagnostics).size() == 2);
  CHECK(store->kept.size() == 1);
}

}  // namespace
}  // namespace handbok
