// What a search of the site finds: words, their stems and parts, and the files of the index.
#include <map>
#include <memory>

#include <catch2/catch.hpp>

#include "base/utf8.hpp"
#include "search/compounds.hpp"
#include "search/names.hpp"
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

const Language swedish{"sv", "av för och på"};

/// The titles that the word finds, the best first.
Words found(const std::vector<Entry>& entries, const std::string& word,
            const std::vector<Synonyms>& synonyms = {}) {
  const WordGroups groups(entries, synonyms, swedish);
  std::vector<Posting> postings;
  for (const auto& group : groups.all()) {
    const bool has_form = std::ranges::find(group.forms, word) != group.forms.end();
    if (has_form) postings = group.postings.all();
  }
  std::ranges::stable_sort(postings, std::ranges::greater{}, &Posting::weight);
  Words titles;
  for (const auto& posting : postings)
    titles.push_back(entries[posting.entry].title);
  return titles;
}

/// The title of what is called so; empty if nothing is.
std::string called(const std::vector<Entry>& entries, std::string_view name) {
  const WordGroups groups(entries, {}, swedish);
  const auto* const first = groups.first_named(name);
  return first == nullptr ? std::string() : entries[first->entry].title;
}

/// What was kept, and how often it was asked for and there.
class Kept final : public ResultStore {
public:
  std::optional<std::string> find(const std::string& key) override {
    const auto known = kept.find(key);
    if (known == kept.end()) return std::nullopt;
    ++found;
    return known->second;
  }
  void keep(const std::string& key, std::string_view bytes) override {
    kept[key] = std::string(bytes);
  }
  std::map<std::string, std::string> kept;
  std::size_t found = 0;
};

TEST_CASE("words of entries that stayed as they were are not counted again", "[search][cache]") {
  std::vector<Entry> entries;
  for (int i = 0; i < 300; ++i)
    entries.push_back(entry("Rutin nummer " + std::to_string(i), "Text om rutiner och vård"));
  const auto store = std::make_shared<Kept>();
  Isolate isolate = run_in_place;
  isolate.use(store);
  const auto index = [&](const Isolate& how) {
    const WordGroups groups(entries, {}, swedish, how);
    std::string all;
    static_cast<void>(make_search_index(entries, groups, swedish,
                                        [&](const SiteFile& part) { all += part.bytes; }));
    return all;
  };
  const auto first = index(isolate);
  const auto stretches = store->kept.size();
  CHECK(stretches > 1);
  CHECK(index(isolate) == first);
  CHECK(store->found == stretches);
  entries[70].texts[0].text = "Annan text";
  CHECK(index(isolate) == index(Isolate(run_in_place)));
  CHECK(store->found == 2 * stretches - 1);
  entries.erase(entries.begin());
  CHECK(index(isolate) == index(Isolate(run_in_place)));
  CHECK(store->found >= 3 * stretches - 2);

  SECTION("but no number of a person is kept") {
    entries = {entry("Samtal", "Ring 19811228-9874")};
    store->kept.clear();
    static_cast<void>(index(isolate));
    CHECK(store->kept.empty());
  }
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
  const Stemmer stemmer("sv");
  for (const auto* const form : {"rutin", "rutiner", "rutinen", "rutinerna"})
    CHECK(stemmer.stem(form) == "rutin");
  CHECK(stemmer.stem("dokumentet") == stemmer.stem("dokument"));
  CHECK(stemmer.stem("sköterskan") == stemmer.stem("sköterska"));
  CHECK(stemmer.stem("kvalitet") == "kvalitet");
  CHECK(stemmer.stem("plan") == "plan");
  CHECK(Stemmer("en").stem("requirements") == "requir");
  CHECK(Stemmer("fi").stem("rutiner") == "rutiner");
  CHECK(stemmer.stem("").empty());
}

TEST_CASE("a compound is a known word and what may be another", "[search]") {
  const Stemmer stemmer("sv");
  const TextSet forms{"läkemedel", "hantering", "brand", "skydd", "hygien",
                      "rutin",     "bered",     "mat",   "låda"};
  const TextSet stems{"läkemedel", "hantering", "brand", "skydd", "hygi",
                      "rutin",     "bered",     "mat",   "låd"};
  const CompoundSplitter splitter([&](std::string_view word) { return forms.contains(word); },
                                  [&](std::string_view word) { return stems.contains(word); },
                                  stemmer);
  CHECK(splitter.parts("läkemedelshantering") == Words{"läkemedel", "hantering"});
  CHECK(splitter.parts("läkemedelshanteringen") == Words{"läkemedel", "hanteringen"});
  CHECK(splitter.parts("brandskydd") == Words{"brand", "skydd"});
  CHECK(splitter.parts("matlådan") == Words{"mat", "lådan"});
  CHECK(splitter.parts("hygienrond") == Words{"rond", "hygien"});  // no text has "rond" alone
  CHECK(splitter.parts("läkemedel").empty());
  CHECK(splitter.parts("hantering").empty());
  CHECK(splitter.parts("rutinerna").empty());    // an ending is no word
  CHECK(splitter.parts("beredskapen").empty());  // nor is it with the s before it
  CHECK(splitter.parts("matta").empty());        // two letters are none either
  CHECK(splitter.parts("läkemedels" + std::string(54, 'x') + "hantering").empty());
  CHECK(splitter.parts("").empty());
}

TEST_CASE("a name has one key however it is written", "[search]") {
  const Stemmer stemmer("sv");
  const TextSet common{"på", "vem"};
  const auto key = [&](std::string_view text) { return name_key(text, common, stemmer); };
  for (const auto* const id : {"RUT-003", "rut 3", "RUT3", "rut-3", "Rut 003"})
    CHECK(key(id) == "=rut-3");
  CHECK(key("4:4") == "=4:4");
  CHECK(key("4:4 st2 led 1") == "=4:4");
  CHECK(key("2011:9") == "=2011+2011:9");
  CHECK(key("Ny på jobbet") == key("jobb, ny"));
  CHECK(key("Åtgärden") == key("atgard"));
  CHECK(key("vem på") == "=pa+vem");  // if nothing else is said
  CHECK(key("Hemtjänst Norr") == "=hemtjanst+norr");
  CHECK(key("…").empty());
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
  CHECK(found(entries, "hantering").size() == 2);
  CHECK(found(entries, "läkemedel").size() == 2);
  CHECK(found({entry("Sjuksköterska", "sjuk")}, "sköterska") == Words{"Sjuksköterska"});
}

TEST_CASE("everything that a result shows finds it", "[search]") {
  Entry shown{.address = "a.html",
              .title = "Kontakta läkare",
              .note = "Rutin · Hemsjukvården",
              .lead = "Hjälper dig att ringa",
              .sections = [] {
                return Sections{{{"ansvar", "Vem leder", {"Sjuksköterskan bedömer"}}}, nullptr};
              }};
  for (const auto* const word : {"kontakta", "hemsjukvården", "hjälper", "leder", "bedömer"})
    CHECK(found({shown, entry("Annat")}, word) == Words{"Kontakta läkare"});
}

TEST_CASE("a word counts by its field, by how often it stands there, and by the length",
          "[search]") {
  const std::vector<Entry> entries = {entry("A", "fall"), entry("B", "fall fall fall"),
                                      entry("Fall"), entry("C", "fall " + std::string(2000, 'x')),
                                      entry("Fall på sjukhus om natten och dagen")};
  std::string long_text = "fall";
  for (int i = 0; i < 2000; ++i)
    long_text += " annat";
  const std::vector<Entry> more = {entries[0], entries[1], entries[2], entry("D", long_text),
                                   entries[4]};
  CHECK(found(more, "fall") == Words{"Fall", "Fall på sjukhus om natten och dagen", "B", "A", "D"});
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

TEST_CASE("no word is erased for being common", "[search]") {
  std::vector<Entry> entries;
  for (int i = 0; i < 100; ++i)
    entries.push_back(entry("Nummer " + std::to_string(100 + i), "sjuksköterskan"));
  CHECK(found(entries, "sjuksköterskan").size() == 100);
}

TEST_CASE("what is called so comes first, and what applies before what has ended", "[search]") {
  auto ended = entry("Avvikelsehantering");
  ended.percent = 15;
  auto next = entry("Utreda klagomål");
  next.names = {{"Avvikelsehantering"}, {"RUT-002"}};
  auto unit = entry("Hemtjänst Norr");
  unit.percent = 90;
  unit.is_thing = true;
  auto routine = entry("Hemtjänst norr");
  routine.percent = 95;
  auto term = entry("Delegering");
  term.is_titled = false;
  auto answering = entry("Ta emot");
  answering.names = {{"5:3", NameKind::answer}};
  auto clause = entry("5 kap. 3 §");
  clause.percent = 60;
  clause.names = {{"5:3"}};
  const std::vector<Entry> entries = {ended, next, routine, unit, term, answering, clause};
  CHECK(called(entries, "avvikelsehanteringen") == "Utreda klagomål");
  CHECK(called(entries, "rut 2") == "Utreda klagomål");
  CHECK(called(entries, "hemtjänst norr") == "Hemtjänst Norr");
  CHECK(called(entries, "delegering").empty());
  CHECK(called(entries, "5:3") == "5 kap. 3 §");
}

struct Made {
  std::vector<SiteFile> parts;
  SiteFile start;
};

Made index_of(const std::vector<Entry>& entries) {
  Made made;
  made.start = make_search_index(entries, WordGroups(entries, {}, swedish), swedish,
                                 [&](SiteFile part) { made.parts.push_back(std::move(part)); });
  return made;
}

TEST_CASE("an index is scripts that are named by their bytes", "[search]") {
  auto first = entry("Åtgärd");
  first.sections = [] { return Sections{{{"steg", "Gör så här", {"Följ rutiner"}}}, nullptr}; };
  first.facets = {{FacetKind::unit, "Norr"}};
  const auto index = index_of({first, entry("Rutin")});
  REQUIRE(index.parts.size() == 3);
  const auto& words = index.parts[0].bytes;
  CHECK(words.find(R"(handbokSearch.words(0, "=atgard|0Z)") == 0);
  CHECK(words.find(R"(\n@u0|0Z\n)") != std::string::npos);
  CHECK(words.find("rutin rutiner|0") != std::string::npos);
  CHECK(index.parts[1].bytes ==
        R"(handbokSearch.texts([[0,[["steg","Gör så här","Följ rutiner"]]]]);)"
        "\n");
  CHECK(index.parts[2].bytes ==
        "handbokSearch.entries(0, [[\"atgard.html\",\"Åtgärd\",\"\",\"\",\"\","
        "0,\"" +
            index.parts[1].path.text() +
            "\"],[\"rutin.html\",\"Rutin\",\"\",\"\",\"\",0,\"\"]]);\n");
  const auto& start = index.start.bytes;
  CHECK(start.find("handbokSearch.start({\"language\":\"sv\",\"common\":\"av för och på\","
                   "\"count\":2,\"inPart\":25,\"words\":[[\"=atgard\",\"" +
                   index.parts[0].path.text()) == 0);
  CHECK(start.find("\"facets\":[[],[[\"Norr\",0]],[]]") != std::string::npos);
  CHECK(index.start.path.text().find(edition_folder) == 0);
}

TEST_CASE("an index of many words is cut into parts that begin where they say", "[search]") {
  std::vector<Entry> entries;
  for (int i = 0; i < 5000; ++i)
    entries.push_back(entry("ord" + std::to_string(10000 + i)));
  const auto index = index_of(entries);
  std::size_t words = 0;
  for (const auto& part : index.parts) {
    if (part.bytes.find("handbokSearch.words") == 0) ++words;
    CHECK(part.bytes.size() < 50'000);
    CHECK(index.start.bytes.find(part.path.text()) != std::string::npos);
  }
  CHECK(words > 1);
  CHECK(index.parts.size() == words + 200);
}

TEST_CASE("no tag stands in an index as such", "[search]") {
  const auto index = index_of({entry("<script>a</script>")});
  for (const auto& part : index.parts)
    CHECK(part.bytes.find('<') == std::string::npos);
  CHECK(index.parts.back().bytes.find("\\u003cscript>") != std::string::npos);
}

TEST_CASE("an empty site has an empty index", "[search]") {
  const auto index = index_of({});
  CHECK(index.parts.empty());
  CHECK(index.start.bytes.find("\"count\":0") != std::string::npos);
}

}  // namespace
}  // namespace handbok::search
