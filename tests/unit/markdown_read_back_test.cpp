#include <charconv>
#include <cstdlib>
#include <random>

#include <catch2/catch.hpp>

#include "io/read_tree.hpp"
#include "load/load.hpp"
#include "load/read_revision.hpp"
#include "markdown/read_back.hpp"
#include "markdown_sample.hpp"
#include "support/code.hpp"
#include "support/project.hpp"

namespace handbok {
namespace {

/// What is told of a text: "3: 2. Fyra. | 4. Fyra.", a line for each stretch.
std::string stretches_in(const Parsed& parsed) {
  std::vector<std::string> stretches;
  for (const auto& diagnostic : parsed.diagnostics) {
    if (diagnostic.code != "markdown.reads-otherwise"_code) continue;
    stretches.push_back(std::to_string(diagnostic.location.line - 10) + ": " + diagnostic.what[0] +
                        " | " + diagnostic.what[1]);
  }
  return join(stretches, "\n");
}

void check_read(std::string_view text, std::string_view stretches) {
  INFO(text);
  CHECK(stretches_in(parse(text)) == stretches);
}

// --- an oracle
// ------------------------------------------------------------------------------------

/// A word as it should be read, or as it stands on a page.
struct ExpectedWord {
  std::string word;
  bool begins_line = false;  ///< as it should be, or as it is
};

/// A text that is made together with what its author means by it.
struct Made {
  std::string source;
  std::vector<ExpectedWord> meant;
  std::string notes;
  std::vector<ExpectedWord> meant_notes;
};

class Maker {
public:
  explicit Maker(unsigned seed) : random_(seed) {}

  Made make() {
    const int blocks = 2 + roll(6);
    for (int i = 0; i < blocks; ++i)
      add_block();
    made_.source += made_.notes;
    made_.meant.insert(made_.meant.end(), made_.meant_notes.begin(), made_.meant_notes.end());
    return std::move(made_);
  }

private:
  int roll(int sides) { return static_cast<int>(random_() % static_cast<unsigned>(sides)); }
  bool is_trap() { return roll(25) == 0; }

  void mean(std::string word, bool begins_line = false) {
    made_.meant.push_back({std::move(word), begins_line});
  }

  std::string word() {
    constexpr auto words = std::to_array<std::string_view>(
        {"ring", "läkare", "38,5", "10³", "B12", "§", "(vid", "behov)", "”akut”", "å", "5–10", "mg",
         "RUT-001,", "ej", "x", "2,5", "kl.", "08:00"});
    return std::string(words[static_cast<std::size_t>(roll(words.size()))]);
  }

  /// Writes a few words and means them.
  void write_words() {
    const int count = 1 + roll(6);
    for (int i = 0; i < count; ++i) {
      if (i > 0) made_.source += roll(8) == 0 ? "\n" : " ";
      write_piece();
    }
  }

  void write_piece() {
    const auto one = word();
    switch (roll(14)) {
      case 0: return write("*ord*", "ord");
      case 1: return write("**" + one + "**,", one + ",");
      case 2: return write("`" + one + "`", one);
      case 3: return write("[" + one + "](https://exempel.se/a_b_c)", one);
      case 4:
        return is_trap()             ? write("2*5", "2*5"), made_.source += " ",
               write("3*10", "3*10") : write("2\\*5", "2*5");
      case 5:
        return write(is_trap() ? R"(\\server\Mapp\_mall)" : R"(`\\server\Mapp\_mall`)",
                     R"(\\server\Mapp\_mall)");
      case 6:
        return is_trap() ? write("[ord](1/min fil.pdf)", "ord") : write("[ord](1/fil.pdf)", "ord");
      case 7:
        return is_trap() ? write("**ord!**mer", "ord!mer") : write("**ord!** mer", "ord!"),
               mean("mer");
      case 8: return is_trap() ? write("~ord~", "ord") : write("~~ord~~", "ord");
      case 9: return write_note(one);
      default: return write(one, one);
    }
  }

  void write(const std::string& source, const std::string& meant) {
    made_.source += source;
    mean(meant);
  }

  void write_note(const std::string& one) {
    const auto label = "[^n" + std::to_string(++notes_) + "]";
    const bool is_lost = is_trap();
    write("ord" + (is_lost ? std::string() : label), is_lost ? "ord" : "ord[^]");
    made_.notes += "\n" + label + ": " + one + " i not\n";
    for (const auto& word : {one, std::string("i"), std::string("not")})
      made_.meant_notes.push_back({word, false});
  }

  void add_block() {
    made_.source += "\n";
    switch (roll(5)) {
      case 0: return add_heading();
      case 1: return add_steps();
      case 2: return add_table();
      case 3: return add_points();
      default:
        write_words();
        made_.source += "\n";
        if (is_trap()) made_.source += "---\n", mean("---");
    }
  }

  void add_heading() {
    mean("#");
    made_.source += roll(2) == 0 ? "## " : "### ";
    write(word() + "x", {});
    made_.meant.back().word = made_.source.substr(made_.source.rfind(' ') + 1);
    made_.source += "\n";
  }

  void add_steps() {
    const int first = 1 + roll(3) * 4;
    const bool is_counted_by_page = roll(4) == 0;
    if (is_counted_by_page) add_text_between();
    int number = first;
    const int items = 2 + roll(4);
    for (int i = 0; i < items; ++i, ++number) {
      if (i > 0 && !is_counted_by_page && is_trap()) ++number;
      made_.source += std::to_string(is_counted_by_page ? first : number) + ". ";
      mean("1:" + std::to_string(number) + ".");
      write(word() + "y", {});
      made_.meant.back().word = made_.source.substr(made_.source.rfind(' ') + 1);
      made_.source += "\n";
      if (roll(4) == 0) add_point_below(is_trap() ? "  " : "   ");
      if (is_trap()) made_.source += "   b) tvätta\n", mean("b)", true), mean("tvätta");
    }
    if (is_counted_by_page) add_text_between();
  }

  /// Two lists that stand together are one, and who leaves the counting to the page cannot tell.
  void add_text_between() {
    made_.source += "\nSedan\n\n";
    mean("Sedan");
  }

  void add_point_below(const std::string& indentation) {
    made_.source += indentation + "- under\n";
    mean("2:•");
    mean("under");
  }

  void add_points() {
    for (int i = 0; i < 2; ++i) {
      made_.source += "- punkt\n";
      mean("1:•");
      mean("punkt");
      if (roll(3) == 0) add_point_below("  ");
    }
  }

  void add_table() {
    made_.source += "| a | b |\n|---|---|\n| c | **d** |\n";
    for (const auto* const word : {"|", "a", "b", "|", "c", "d"})
      mean(word);
    if (is_trap()) made_.source += "efter\n", mean("efter", true);
  }

  std::mt19937 random_;
  Made made_;
  int notes_ = 0;
};

/// The words of a page, found by another way than the program's: with regard to nothing but tags.
class PageWords {
public:
  std::vector<ExpectedWord> of(const std::string& html) {
    for (std::size_t at = 0; at < html.size();) {
      if (html[at] == '<') {
        const auto end = html.find('>', at) + 1;
        at = take_tag(html.substr(at, end - at), html, end);
      } else {
        take_letter(html[at++]);
      }
    }
    end_word();
    for (auto& word : words_) {
      for (const auto& [entity, sign] : {std::pair{"&quot;", "\""}, {"&lt;", "<"}, {"&amp;", "&"}})
        word.word = replaced(word.word, entity, sign);
    }
    return std::move(words_);
  }

private:
  void take_letter(char letter) {
    if (letter == ' ' || letter == '\n') return end_word();
    word_ += letter;
  }

  void end_word() {
    if (word_.empty()) return;
    words_.push_back({std::exchange(word_, {}), std::exchange(begins_line_, false)});
  }

  std::size_t take_tag(const std::string& tag, const std::string& html, std::size_t end) {
    if (tag.starts_with("<sup")) {
      word_ += "[^]";
      return html.find("</sup>", end) + 6;
    }
    if (tag.find("footnote-return") != std::string::npos) return html.find("</a>", end) + 4;
    for (const auto* const inside :
         {"<em", "</em", "<st", "</st", "<co", "</co", "<a ", "</a", "<de", "</de"}) {
      if (tag.starts_with(inside)) return end;
    }
    end_word();
    const bool is_block = tag.starts_with("<p") || tag.starts_with("<li") || tag == "<br>";
    begins_line_ = is_block;
    take_block(tag);
    return end;
  }

  void take_block(const std::string& tag) {
    if (tag.starts_with("<ol")) lists_.push_back(first_of(tag));
    if (tag.starts_with("<ul")) lists_.push_back(-1);
    if (tag == "</ol>" || tag == "</ul>") lists_.pop_back();
    if (tag.starts_with("<tr")) words_.push_back({"|"});
    if (tag.starts_with("<pre")) words_.push_back({"```"});
    if (tag.starts_with("<hr")) words_.push_back({"---"});
    if (tag.starts_with("<h") && tag[2] >= '1' && tag[2] <= '6') words_.push_back({"#"});
    if (tag == "<li>") {
      auto& number = lists_.back();
      const auto mark = number < 0 ? "•" : std::to_string(number++) + ".";
      words_.push_back({std::to_string(lists_.size()) + ":" + mark});
    }
  }

  static int first_of(const std::string& tag) {
    const auto at = tag.find("start=\"");
    return at == std::string::npos ? 1 : std::atoi(tag.c_str() + at + 7);
  }

  std::vector<ExpectedWord> words_;
  std::string word_;
  bool begins_line_ = false;
  std::vector<int> lists_;
};

bool reads_as_meant(const Made& made, const Body& body) {
  std::string html;
  for (const auto& piece : body.pieces)
    html += piece.html;
  const auto shown = PageWords().of(html);
  return shown.size() == made.meant.size() &&
         std::ranges::equal(
             made.meant, shown, [](const ExpectedWord& meant, const ExpectedWord& seen) {
               return meant.word == seen.word && (!meant.begins_line || seen.begins_line);
             });
}

}  // namespace

TEST_CASE("what reads otherwise than it is written is told with its line",
          "[markdown][read-back]") {
  check_read("1. Räkna 2*5 mg och 3*10 mg per dygn.", "1: 25 mg och 310 | 2*5 mg och 3*10");
  check_read(R"(Spara i \\server01\Gemensam\_Mallar\2026.)",
             R"(1: \server01\Gemensam_Mallar\2026. | \\server01\Gemensam\_Mallar\2026.)");
  check_read("1. Ett.\n2. Två.\n4. Fyra.\n5. Fem. Se steg 4.",
             "3: 3. Fyra. | 4. Fyra.\n4: 4. Fem. Se | 5. Fem. Se");
  check_read("Gör så här:\n2. Två", "2: 2. Två | ↵ 2. Två");
  check_read("Fyll i [blanketten](1/min blankett.pdf).",
             "1: [blanketten](1/min blankett.pdf). | blanketten.");
  check_read("Steg.\n\n[^8]: Bara här.", "3: Steg. | Steg. Bara här.");
  check_read("1. Steg[^9].\n\n[^8]: Bara här.", "1: Steg[^9]. | Steg[^]. Bara här.");
  check_read("Text.\n\n[oss]: https://a.se", "3: Text. | Text. [oss]: https://a.se");
  check_read("1. Se **OBS!**text.", "1: **OBS!**text. | OBS!text.");
  check_read("> [!NOTE]\n> Ge aldrig.", "2: [!NOTE] Ge | Ge");
  check_read("> [!AKUT] Ge aldrig.", "1: [!AKUT] Ge | Ge");
  check_read("!!! warning\nGe aldrig.", "1: !!! warning | warning");
  check_read(":::warning\nGe aldrig.", "1: :::warning | warning");
  check_read("| a | b |\n|---|---|\n| c | d |\nEfter.", "4: | Efter. | Efter.");
  check_read("1. Steg ett.\n\n   a) tvätta\n   b) sprita", "4: b) sprita | ↵ b) sprita");
  check_read("1.1 Tvätta\n1.2 Sprita", "2: 1.2 Sprita | ↵ 1.2 Sprita");
  check_read("1. Ett\n  - under ett\n2. Två", "2: • under ett | > • under ett");
  check_read("Text.\n\n    inklistrat", "3: ``` inklistrat | inklistrat");
  check_read("Sista raden\n---\n\nMer.", "1: # Sista raden | Sista raden\n2: Mer. | --- Mer.");
  check_read("Temp över 38\n+ hosta", "2: • hosta | + hosta");
  check_read("Temp mellan\n- 5 grader nu.\n\n- 6 nu", "2: • 5 grader | - 5 grader");
  check_read("Ge:\n- 5 mg\n\nNatt\n- 5 mg\n- 6 mg\n\n> Natt\n> - 5 mg\n> - 6 mg", "");
  check_read("Avvikelse\n: Något som inte blev rätt.", "2: : Något | ↵ : Något");
  check_read("Ge ~ej~ detta.", "1: ~ej~ | ej");
  check_read("##Rubrik", "1: ##Rubrik | # Rubrik");
  check_read("```\nkod", "2: ``` kod | kod");
}

TEST_CASE("a limit before a number is no quotation", "[markdown][read-back]") {
  check_read("> 38,5 ring läkare", "1: 38,5 | > 38,5");
  check_read("Temp:\n>38,5 ring\n>=35 vänta", "2: 38,5 ring =35 | >38,5 ring >=35");
  check_read("- > 38,5 ring\n- < 35 ring", "1: 38,5 | > 38,5");
  check_read("1. >10 ring", "1: 10 | >10");
  check_read(
      "> [!TIPS]\n> 5 mg\n\n> 3 § Den som\n> vårdar.\n\n> 1. a\n> 2. b\n\n| > 5 | < 3 |\n|---|---|",
      "");
}

TEST_CASE("lines that begin alike are meant to be lines", "[markdown][read-back]") {
  for (const auto& [one, other] :
       std::vector<std::pair<std::string, std::string>>{{"A. a", "B. b"},
                                                        {"– a", "– b"},
                                                        {"→ a", "→ b"},
                                                        {"☐ a", "☐ b"},
                                                        {"(1) a", "(2) b"},
                                                        {"1)a", "2)b"},
                                                        {"1.a", "2.b"},
                                                        {"-a", "-b"},
                                                        {"Steg 1 a", "Steg 2 b"},
                                                        {"§ 1 a", "§ 2 b"},
                                                        {"i. a", "ii. b"},
                                                        {"å) a", "ä) b"},
                                                        {"Namn: a", "Mobil: b"}}) {
    INFO(one);
    CHECK_FALSE(stretches_in(parse(one + "\n" + other)).empty());
    CHECK(stretches_in(parse(one + "\n\n" + other)).empty());
    CHECK(stretches_in(parse(one + "\\\n" + other)).empty());
  }
  check_read("Ring – helst\n– i dag och\nockså Ada 2\nBo 3", "");
}

TEST_CASE("what is left out on purpose is not told", "[markdown][read-back]") {
  check_read("## Rubrik ##\n\nRubrik\n===", "");
  check_read("*så*, _så_, **så**, ***så***, ~~så~~, (*så*), ”*så*” och ***x** y*", "");
  check_read("2\\*5, 5 * 3 * 2, `2*5 och 3*10`, a_b_c, ~5 till ~10, barn*, **", "");
  check_read(
      "[så](1/a_b.pdf), [ref], [text][ref], <https://a.se>, ![bild](1/a.png)\n\n"
      "[ref]: https://a.se",
      "");
  check_read("Not[^b] och[^a].\n\n[^a]: Ett.\n    Mer.\n\n[^b]: Två.", "");
  check_read("[handbok:start a]: # \"9dcd\"\n\nText.\n\n[handbok:end a]: #", "");
  check_read("1. a\n1. b\n\ntext\n\n3. c\n4. d", "");
  check_read("- a\n  - b\n    1. c\n- [ ] d\n- [x] e\n\n> f\n> - g", "");
  check_read("| a | `b\\|c` |\n|---|---|\n| d | |\n\nefter\n\n***", "");
  check_read("rad\\\nb) rad  \nc) rad", "");
  check_read("| rad 1<br>rad 2 <BR/> `<br>` | b |\n|---|---|\n| c | d |", "");
  check_read("[[RUT-001]] och [[RUT-001|så]], &amp; &#228;", "");
  check_read("Namn: ________ Datum: ____", "");
  check_read(R"(`\\server\_x` C:\Mapp C:\\Mapp\\x \\\\server\\Mapp)", "");
  check_read("&plusmn; &le; &micro;g", "");
  check_read("Vi började\n2026. Sedan", "");
  check_read("> [!WARNING]\n> Ge aldrig.\n\n> [!AKUT]\n>\n> 1. a\n> 2. b", "");
  check_read("```markdown\n> *a*\n1. b\n```", "");
}

TEST_CASE("a reading that the head accepts is not told, and an error is told alone",
          "[markdown][read-back]") {
  auto source = sample_source("Räkna 2*5 och 3*10 mg.\n\nSe **A!**b.");
  source.reads_as = {"25 och 310"};
  Diagnostics diagnostics;
  const auto body = parse_body(source, diagnostics);
  CHECK(stretches_in({body, diagnostics.sorted()}) == "3: **A!**b. | A!b.");
  check_read("<b>2*5 och 3*10</b>", "");
}

TEST_CASE("a box and a line in a cell are told if the page shows them otherwise",
          "[markdown][read-back]") {
  // The page is that of another text: what is written would be without its special treatment.
  const auto check_beside = [](std::string_view text, std::string_view shown,
                               std::string_view stretches) {
    INFO(text);
    Diagnostics diagnostics;
    const auto source = sample_source(text);
    Reporter reporter(source, diagnostics);
    read_back(SourceLines(source.text, source.first_line), parse(shown).body, reporter);
    CHECK(stretches_in({{}, diagnostics.sorted()}) == stretches);
  };
  check_beside("> [!AKUT]\n> Ring.", "> [!AKUT]\n> Ring.", "");
  check_beside("> [!AKUT]\n> Ring.", "> \\[!AKUT]\n> Ring.", "2: [!AKUT] Ring. | Ring.");
  check_beside("> [!AKUT]\n> Ring.\n\nMer.", "Mer.", "2: Mer. | Ring. Mer.");
  const std::string table = "|---|---|\n| c | d |";
  check_beside("| a<br>b | e |\n" + table, "| a<br>b | e |\n" + table, "");
  check_beside("| a<br>b | e |\n" + table, "| ab | e |\n" + table, "1: ab | a b");
  check_beside("| a<br>b | e |\n" + table, "| a\\<br>b | e |\n" + table, "1: a<br>b | a b");
}

TEST_CASE("reading back agrees with an oracle", "[markdown][read-back]") {
  const char* const wanted = std::getenv("HANDBOK_READ_BACK_DOCUMENTS");
  const int documents = wanted == nullptr ? 300 : std::atoi(wanted);
  int differing = 0;
  for (int seed = 1; seed <= documents; ++seed) {
    const auto made = Maker(static_cast<unsigned>(seed)).make();
    const auto parsed = parse(made.source);
    const bool is_as_meant = reads_as_meant(made, parsed.body);
    differing += is_as_meant ? 0 : 1;
    INFO(seed << "\n" << made.source);
    CHECK((stretches_in(parsed).empty()) == is_as_meant);
  }
  CHECK(differing > documents / 10);  // else the oracle finds nothing
  CHECK(differing < documents * 9 / 10);
}

TEST_CASE("nothing reads otherwise in the handbooks of the project", "[markdown][read-back]") {
  for (const auto* const folder :
       {"content", "docs/manual", "starter/sv", "starter/en", "tests/handbooks/iso9001"}) {
    const auto sources = read_tree(test::in_project(folder), std::size_t{1} << 25U);
    int texts = 0;
    for (const auto& [path, bytes] : sources.files()) {
      if (!path.ends_with(".md") || path.find("documents/") == std::string::npos) continue;
      INFO(folder << " " << path);
      CHECK(stretches_in(parse(body_of(bytes))).empty());
      ++texts;
    }
    CHECK(texts > 2);
  }
}

TEST_CASE("reading back takes time in proportion to the text", "[markdown][read-back]") {
  std::string hostile;
  for (int i = 0; i < 20'000; ++i)
    hostile += "[x](*a_ `b\\c ~d [^e " + std::to_string(i) + "*1\n";
  CHECK(stretches_in(parse(hostile)).size() < 20'000);
}

}  // namespace handbok
