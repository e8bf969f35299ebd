#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/codes.hpp"

namespace handbok {

/// The words of an archive delivery in one language.
struct ArchiveWords {
  std::string_view readme_name;
  std::string_view readme;  ///< slots: title of the handbook, year, last day, count of revisions
  std::string_view list_name;
  std::string_view site;       ///< name of the folder with the site
  std::string_view documents;  ///< of the folder with the documents' files
  std::string_view sources;    ///< of the folder with the registers
  std::vector<std::string> columns;
};

ArchiveWords archive_words(Language language);

}  // namespace handbok
