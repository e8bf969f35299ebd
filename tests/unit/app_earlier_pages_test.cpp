// A site that takes pages from the one before it is the site that a clean build makes.
#include <map>
#include <memory>

#include <catch2/catch.hpp>

#include "app/build.hpp"
#include "io/file.hpp"
#include "support/demo.hpp"
#include "support/fixture.hpp"

namespace handbok::test {
namespace {

class KeptHere final : public ResultStore {
public:
  std::optional<std::string> find(const std::string& key) override {
    const auto known = kept.find(key);
    return known == kept.end() ? std::nullopt : std::optional(known->second);
  }
  void keep(const std::string& key, std::string_view bytes) override { kept[key] = bytes; }
  std::map<std::string, std::string> kept;
};

/// Builds one site after the other, each with what was kept of those before.
class Sites {
public:
  Sites() {
    isolate_.use(std::make_shared<KeptHere>());
    isolate_.use(make_shelf());
  }

  /// How many pages of it were taken from the site before. It must be that of a clean build, which
  /// has everything in memory.
  std::size_t next(const FileTree& sources, Date day) {
    BuildOptions options;
    options.as_of = day;
    const auto clean = build_in_memory(sources, day.to_string());
    std::size_t taken = 0;
    options.earlier_page = [&](const std::string& path) -> std::optional<std::string> {
      ++taken;
      const auto* const bytes = last_.find(path);
      return bytes == nullptr ? std::nullopt : std::optional(*bytes);
    };
    FileTree files;
    auto needed = sources;
    options.forget = [&](const std::string& path) { needed.forget(path); };
    const auto report = build(needed, default_theme(), options, isolate_,
                              [&](const SiteFile& file) { files.put(file.path, file.bytes); });
    CHECK(files.files() == clean.files.files());
    CHECK(needed.find("documents/INS-001/1.md") == nullptr);
    last_ = std::move(files);
    return taken;
  }

  FileTree& last() { return last_; }

private:
  Isolate isolate_ = Isolate(run_in_place);
  FileTree last_;
};

Date day(const std::string& text) {
  return *Date::parse(text);
}

std::size_t pages_of(const FileTree& site) {
  return static_cast<std::size_t>(std::ranges::count_if(
      site.files(), [](const auto& file) { return file.first.ends_with(".html"); }));
}

TEST_CASE("a page is made again when an answer differs that it asked for", "[app][cache]") {
  auto sources = base_handbook();
  Sites sites;
  CHECK(sites.next(sources, day("2026-11-21")) == 0);
  const auto pages = pages_of(sites.last());
  CHECK(sites.next(sources, day("2026-11-21")) == pages - 1);  // the search names its index
  const auto of_night = sites.next(sources, day("2026-11-22"));
  CHECK(of_night > 0);
  CHECK(of_night < pages - 1);

  SECTION("on another day") {
    for (const auto* const other : {"2026-11-23", "2027-02-28", "2029-01-01", "2026-11-22"})
      static_cast<void>(sites.next(sources, day(other)));
  }
  SECTION("or for another text") {
    auto& text = sources.files().at("documents/INS-001/1.md");
    text += "\nMer text.\n";
    static_cast<void>(sites.next(sources, day("2026-11-22")));
  }
  SECTION("or if it is not there as it was") {
    auto& bytes = sites.last().files().at("index.html");
    bytes += " ";
    static_cast<void>(sites.next(sources, day("2026-11-22")));
  }
}

TEST_CASE("small handbooks are the same day by day with and without a cache", "[app][cache]") {
  for (const auto& fixture : all_fixtures("handbooks")) {
    INFO(fixture.name);
    const auto& one = fixture.cases.front();
    Sites sites;
    for (const int days : {0, 1, 400, 2})
      static_cast<void>(sites.next(one.sources, one.as_of.plus_days(days)));
  }
}

}  // namespace
}  // namespace handbok::test
