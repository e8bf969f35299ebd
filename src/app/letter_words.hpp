#pragma once

#include <string>

#include "derive/letter_events.hpp"
#include "diag/codes.hpp"

namespace handbok {

/// A letter in words, as plain text and as HTML that needs nothing from elsewhere.
struct LetterText {
  std::string subject;
  std::string text;
  std::string html;
};

/// What a letter may name besides the handbook.
struct LetterPlace {
  std::string site;  ///< where the handbook is read, with '/' at the end; empty: no links
  Language language = Language::swedish;
};

/// The letter about an event: what it is about, until when, what the reader is to do in words, what
/// the coordinator then writes, and what is changed in the text. The view's texts must have been
/// read. No person is named.
LetterText letter_text(const LetterEvent& event, const DayView& view, const LetterPlace& place);

/// The revision that goes with the letter as a Word document; nullptr: none does.
const Revision* revision_with(const LetterEvent& event);

}  // namespace handbok
