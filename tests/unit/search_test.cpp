// What a search of the site finds: words, their stems and parts, and the files of the index.
#include <catch2/catch.hpp>

#include "base/utf8.hpp"
#include "search/search_index.hpp"
#include "search/word_groups.hpp"
#include "text/search_words.hpp"

namespace handbok::search {
namespace {

using Words = std::vector<std::string>;

Entry entry(const std::string& title, const std::string& body = {}) {
  Entry made;
  made.address = folded(to_lower(title)) + ".html";
  made.title = title;
  made.texts = {{Field::body, body}};
  return made;
}

/// The titles that the word finds, the best first.
Words found(const std::vector<Entry>& entries, const std::string& word,
            const std::vector<Synonyms>& synonyms = {}) {
  const WordGroups groups(entries, synonyms, "sv");
  std::vector<Posting> postings;
  for (const auto& group : groups.all()) {
    const bool has_form = std::ranges::find(group.forms, word) != group.forms.end();
    if (has_form) postings = group.postings;
  }
  std::ranges::stable_sort(postings, std::ranges::greater{}, &Posting::weight);
  Words titles;
  for (const auto& posting : postings)
    titles.push_back(entries[posting.entry].title);
  return titles;
}

TEST_CASE("a text is cut into words, and what is written around a digit stays whole", "[search]") {
  CHECK(search_words("Ring 112, sedan läkaren!") == Words{"ring", "112", "sedan", "läkaren"});
  CHECK(search_words("SOSFS 2011:9") == Words{"sosfs", "2011:9", "2011"});
  CHECK(search_words("RUT-001.") == Words{"rut-001", "rut", "001"});
  CHECK(search_words("HSL-avvikelse") == Words{"hsl", "avvikelse"});
  CHECK(search_words("läke\u00ADmedel – och/eller") == Words{"läkemedel", "och", "eller"});
  CHECK(search_words("ö å") == Words{});
  CHECK(search_words("").empty());
  CHECK(search_words("3-") == Words{});
  CHECK(search_words("a:b:12:") == Words{"a:b:12", "12"});
  CHECK(search_words("Åtgärder\u00A0ÄR") == Words{"åtgärder", "är"});
}

TEST_CASE("words meet whether their dots are written or not", "[search]") {
  CHECK(folded("åtgärd") == "atgard");
  CHECK(folded("idé") == "ide");
  CHECK(folded("rut-001") == "rut-001");
  CHECK(folded("ß") == "ß");
}

TEST_CASE("the forms of a word have one stem", "[search]") {
  const Stemmer swedish("sv");
  for (const auto* const form : {"rutin", "rutiner", "rutinen", "rutinerna"})
    CHECK(swedish.stem(form) == "rutin");
  CHECK(Stemmer("en").stem("requirements") == "requir");
  CHECK(Stemmer("fi").stem("rutiner") == "rutiner");
  CHECK(swedish.stem("").empty());
}

TEST_CASE("a compound is two words that stand alone elsewhere", "[search]") {
  const Stemmer stemmer("sv");
  const CompoundSplitter splitter({"läkemedel", "hantering", "brand", "skydd"}, stemmer);
  using Parts = std::pair<std::string, std::string>;
  CHECK(splitter.split("läkemedelshantering") == Parts{"läkemedel", "hantering"});
  CHECK(splitter.split("läkemedelshanteringen") == Parts{"läkemedel", "hanteringen"});
  CHECK(splitter.split("brandskydd") == Parts{"brand", "skydd"});
  CHECK_FALSE(splitter.split("läkemedel"));
  CHECK_FALSE(splitter.split("läkemedelsrutin"));
  CHECK_FALSE(splitter.split("hantering"));
  CHECK(splitter.split("läkemedels" + std::string(54, 'x') + "hantering") == std::nullopt);
  CHECK(splitter.open_splits("läkemedel" + std::string(55, 'x')).size() == 1);
  CHECK(splitter.open_splits("läkemedel" + std::string(56, 'x')).empty());
  CHECK_FALSE(splitter.split(""));
}

TEST_CASE("a text is found by every form of its words", "[search]") {
  const std::vector<Entry> entries = {entry("Klagomål", "Rutinerna gäller alla."),
                                      entry("Rutin för fall")};
  CHECK(found(entries, "rutin") == Words{"Rutin för fall", "Klagomål"});
  CHECK(found(entries, "rutinerna") == Words{"Rutin för fall", "Klagomål"});
  CHECK(found(entries, "alla") == Words{"Klagomål"});
}

TEST_CASE("a text is found by the parts of a compound", "[search]") {
  const std::vector<Entry> entries = {entry("Läkemedelshantering"),
                                      entry("Annat", "hantering av läkemedel")};
  CHECK(found(entries, "hantering") == Words{"Läkemedelshantering", "Annat"});
  const std::vector<Entry> nurses = {entry("Sjuksköterska", "sjuk"),
                                     entry("Distriktssköterska", "distrikt")};
  CHECK(found(nurses, "sköterska").size() == 2);
  CHECK(found({entry("Sjuksköterska", "sjuk")}, "sköterska").empty());  // one is no pattern
}

TEST_CASE("a text is found by what its words are called otherwise", "[search]") {
  const std::vector<Entry> entries = {entry("Läkemedel"), entry("Mat")};
  CHECK(found(entries, "medicin", {{"läkemedel", {"medicin", "tabletter"}}}) == Words{"Läkemedel"});
  CHECK(found(entries, "lex", {{"läkemedel", {"lex Sarah"}}}).empty());
}

TEST_CASE("what counts less comes later", "[search]") {
  auto ended = entry("Fall");
  ended.percent = 25;
  CHECK(found({ended, entry("Fall och trycksår")}, "fall") == Words{"Fall och trycksår", "Fall"});
}

TEST_CASE("words that nearly all texts have find none of them by their text", "[search]") {
  std::vector<Entry> entries;
  for (int i = 0; i < 60; ++i)
    entries.push_back(entry("Nummer " + std::to_string(100 + i), "och"));
  entries.push_back(entry("Och"));
  CHECK(found(entries, "och") == Words{"Och"});
  entries.resize(40);
  CHECK(found(entries, "och").size() == 40);
}

TEST_CASE("an index is scripts that are named by their bytes", "[search]") {
  const auto index = make_search_index({entry("Åtgärd", "rutiner"), entry("Rutin")}, {}, "sv");
  REQUIRE(index.parts.size() == 2);
  CHECK(index.parts[0].bytes.find(R"(handbokSearch.words(0, "atgard|0Q)") == 0);
  CHECK(index.parts[0].bytes.find("rutin rutiner|0B1Q") != std::string::npos);
  CHECK(index.parts[1].bytes ==
        "handbokSearch.entries(0, [[\"atgard.html\",\"Åtgärd\",\"\",\"\",\"\"],"
        "[\"rutin.html\",\"Rutin\",\"\",\"\",\"\"]]);\n");
  CHECK(index.start.bytes == "handbokSearch.start(200, [[[\"atgard\",\"" +
                                 index.parts[0].path.text() + "\"]],[\"" +
                                 index.parts[1].path.text() + "\"]]);\n");
  CHECK(index.start.path.text().find(edition_folder) == 0);
}

TEST_CASE("an index of many words is cut into parts that begin where they say", "[search]") {
  std::vector<Entry> entries;
  for (int i = 0; i < 5000; ++i)
    entries.push_back(entry("ord" + std::to_string(10000 + i)));
  const auto index = make_search_index(entries, {}, "sv");
  std::size_t words = 0;
  for (const auto& part : index.parts) {
    if (part.bytes.find("handbokSearch.words") == 0) ++words;
    CHECK(part.bytes.size() < 60'000);
    CHECK(index.start.bytes.find(part.path.text()) != std::string::npos);
  }
  CHECK(words > 1);
  CHECK(index.parts.size() == words + 25);
}

TEST_CASE("no tag stands in an index as such", "[search]") {
  const auto index = make_search_index({entry("<script>a</script>")}, {}, "sv");
  for (const auto& part : index.parts)
    CHECK(part.bytes.find('<') == std::string::npos);
  CHECK(index.parts.back().bytes.find("\\u003cscript>") != std::string::npos);
}

TEST_CASE("an empty site has an empty index", "[search]") {
  const auto index = make_search_index({}, {}, "sv");
  CHECK(index.parts.empty());
  CHECK(index.start.bytes == "handbokSearch.start(200, [[],[]]);\n");
}

}  // namespace
}  // namespace handbok::search
