#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "word/xml_pieces.hpp"

namespace handbok::word {

/// The sign of Unicode that a symbol font shows for the value; empty if it is not known.
std::string_view sign_of(std::string_view font, char32_t value);

/// True for the fonts in which every letter is a sign.
bool is_symbol_font(std::string_view font);

/// A paragraph of a list.
struct ListItem {
  std::string list;  ///< that pandoc, which counts each list alone, is to find it in
  std::string
      label;  ///< to be written as words; empty if Markdown's list shows it; of a bullet only a box
  std::string number{};  ///< what Markdown's list shows
};

/// The numbers, letters and signs that Word computes and shows before the paragraphs of its lists
/// (ECMA-376 part 1, 17.9): "3.", "b)", "1.2", "Steg 4:". Lists of one abstract list count on.
///
/// Markdown has only the plain numbers "3." and "3)". Every other label is to be written as words.
class ListLabels {
public:
  /// Takes the definitions of `xml`, the part numbering.xml.
  void read(std::string_view xml);

  /// Counts a paragraph of the list `number` at `level`, from 0. A list that is not known is given
  /// back as it is.
  ListItem next(const std::string& number, int level);

  /// Counts it likewise and gives what stands before it, plain numbers too; of bullets only a
  /// box.
  std::string next_label(const std::string& number, int level);

  /// `xml`, the part that was read, with bullets wherever a label is to be written as words, and
  /// with the lists that `next` has named since.
  std::string rewritten(std::string_view xml) const;

private:
  struct Level {
    std::string format = "decimal";
    std::string text;  ///< "%1.%2": the places of the counters of levels 1 and 2
    int start = 1;
    std::string font;
    bool is_decimal_throughout = false;
  };
  struct List {
    std::string abstract;
    std::map<int, int> starts;     ///< of levels that begin anew with this list
    std::map<int, Level> changed;  ///< levels that differ from those of the abstract list
  };
  /// A list that has its first number from us.
  struct NamedList {
    std::string number;
    int last = 0;  ///< at level 0
  };
  class Definitions;

  static std::string box_of(const Level& level);
  int count(const std::string& number, const List& list, int level);
  std::string counted_list(const List& list, int level);
  std::string bullet_of(const XmlPiece& format, const Definitions& at) const;
  const Level* level_of(const List& list, int level) const;
  std::string label(const List& list, int level) const;
  int count_of(const List& list, int level) const;

  std::map<std::string, std::map<int, Level>> abstract_lists_;
  std::map<std::string, List> lists_;
  std::map<std::string, NamedList> named_;  ///< by abstract list: the one that is counted in now
  std::string prefix_;                      ///< "w:", of the names in the part
  int named_count_ = 0;
  std::string named_lists_;  ///< their XML
  std::map<std::pair<std::string, int>, int> counts_;
  std::set<std::pair<std::string, int>> begun_;  ///< levels of lists that begin anew once
};

}  // namespace handbok::word
