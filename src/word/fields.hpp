#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "word/xml_pieces.hpp"

namespace handbok::word {

/// The fields that stand around a place of a document: what Word computes, such as REF, DATE or a
/// list to choose from. Word keeps the words it last showed; where it keeps none, a reader who
/// passes over the field loses what it shows.
class Fields {
public:
  /// Takes the tags and the words of a document, in order.
  void open(const XmlPiece& tag);
  void instruct(std::string_view words);
  void see_words();

  /// True in what another field is computed from: nobody sees it.
  bool is_inside_instruction() const;

  /// True in what a table of contents shows.
  bool is_inside_contents() const;

  /// What a field that has just ended shows, though Word kept no words of it: a box, or the
  /// choice of a list. Taken once.
  std::string take_shown();

  /// What a field that has just ended is computed from, if it shows something that only Word
  /// knows. Taken once.
  std::string take_lost();

private:
  struct Field {
    std::string instruction;
    std::string shown;
    std::vector<std::string> choices;
    std::size_t chosen = 0;
    bool is_chosen = false;
    bool is_in_result = false;
    bool has_words = false;
  };

  static void look_at_form(const XmlPiece& tag, Field& field);
  void end();

  std::vector<Field> open_;
  std::string shown_;
  std::string lost_;
};

}  // namespace handbok::word
