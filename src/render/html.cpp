#include "render/html.hpp"

#include <array>

#include "base/strings.hpp"
#include "text/address.hpp"

namespace handbok {

Word month_word(int month) {
  constexpr auto months =
      std::to_array<Word>({Word::month_1, Word::month_2, Word::month_3, Word::month_4,
                           Word::month_5, Word::month_6, Word::month_7, Word::month_8,
                           Word::month_9, Word::month_10, Word::month_11, Word::month_12});
  return months.at(static_cast<std::size_t>(month) - 1);
}

std::string date_text(Date date, const WordTable& words) {
  return words.fill(
      Word::date_pattern,
      {std::to_string(date.day()), words[month_word(date.month())], std::to_string(date.year())});
}

Html date_html(Date date, const WordTable& words) {
  return {"<time datetime=\"" + date.to_string() + "\">" + escape_html(date_text(date, words)) +
          "</time>"};
}

Html word_html(const WordTable& words, Word word, const std::vector<std::string>& values) {
  return {fill_slots(escape_html(words[word]), values)};
}

Html link_html(std::string_view address, std::string_view text) {
  const auto href = safe_href(address);
  if (href.empty()) return {escape_html(text)};
  return {"<a href=\"" + escape_html(href) + "\">" + escape_html(text) + "</a>"};
}

Html joined_html(const std::vector<Html>& parts, std::string_view separator) {
  Html all;
  for (const auto& part : parts) {
    if (!all.text.empty()) all.text += separator;
    all.text += part.text;
  }
  return all;
}

}  // namespace handbok
