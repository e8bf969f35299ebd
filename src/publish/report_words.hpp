#pragma once

#include <string_view>

#include "diag/codes.hpp"

namespace handbok {

/// The words of the publication report in one language. "{}" is a slot.
struct PublicationWords {
  std::string_view language_code;
  std::string_view title;  ///< number of the release
  std::string_view day;    ///< day of the handbook, time of the publication
  std::string_view first;
  std::string_view before;  ///< number of the release before
  std::string_view new_revisions;
  std::string_view pages;  ///< new, changed, unchanged, kept
  std::string_view new_page;
  std::string_view changed_page;
  std::string_view kept_page;
  std::string_view withheld;
  std::string_view nothing_withheld;
  std::string_view by_owner;
  std::string_view nobody;  ///< in place of an owner
  std::string_view fresh;
  std::string_view solved;
  std::string_view remaining;  ///< how many
  std::string_view nothing_new;
};

const PublicationWords& publication_words(Language language);

}  // namespace handbok
