#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "render/view_fields.hpp"
#include "render/words.hpp"

namespace handbok {

/// The name of a month, 1 to 12.
Word month_word(int month);

/// "12 maj 2026", in the words of the theme.
std::string date_text(Date date, const WordTable& words);

/// `<time datetime="2026-05-12">12 maj 2026</time>`.
Html date_html(Date date, const WordTable& words);

/// A word as HTML, with its {} slots filled by finished HTML.
Html word_html(const WordTable& words, Word word, const std::vector<std::string>& values = {});

/// A link, or just the text, escaped, if `address` is empty or none that a page may lead to.
Html link_html(std::string_view address, std::string_view text);

/// The parts with `separator`, which is HTML, between them.
Html joined_html(const std::vector<Html>& parts, std::string_view separator);

/// A link as templates write it. An empty href: the template writes the text alone.
struct LinkView {
  std::string href;
  std::string text;
  HANDBOK_FIELDS(LinkView, href, text)
};

/// How many there are of something.
struct CountView {
  std::string name;
  std::string number;
  std::string href{};  ///< where its parts are; empty: nowhere
  HANDBOK_FIELDS(CountView, name, number, href)
};

}  // namespace handbok
