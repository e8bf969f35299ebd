#include "publish/report_words.hpp"

namespace handbok {
namespace {

constexpr PublicationWords swedish{
    .language_code = "sv",
    .title = "Publicering {}",
    .day = "Handboken den {}, publicerad {}.",
    .first = "Det är den första publiceringen.",
    .before = "Den före var {}.",
    .new_revisions = "Publicerat för första gången",
    .pages = "Sidor: {} nya, {} ändrade, {} oförändrade. Behållna som de var: {}.",
    .new_page = "ny",
    .changed_page = "ändrad",
    .kept_page = "behållen",
    .withheld = "Hålls inne tills felen är rättade",
    .nothing_withheld = "Inget dokument hålls inne.",
    .by_owner = "Anmärkningar efter ansvarig",
    .nobody = "Ingen särskild",
    .fresh = "Nytt",
    .solved = "Åtgärdat",
    .remaining = "Kvar sedan tidigare: {}",
    .nothing_new = "Inget nytt och inget åtgärdat sedan förra publiceringen.",
};

constexpr PublicationWords english{
    .language_code = "en",
    .title = "Publication {}",
    .day = "The handbook on {}, published {}.",
    .first = "It is the first publication.",
    .before = "The one before was {}.",
    .new_revisions = "Published for the first time",
    .pages = "Pages: {} new, {} changed, {} unchanged. Kept as they were: {}.",
    .new_page = "new",
    .changed_page = "changed",
    .kept_page = "kept",
    .withheld = "Withheld until the errors are mended",
    .nothing_withheld = "No document is withheld.",
    .by_owner = "Diagnostics by owner",
    .nobody = "Nobody in particular",
    .fresh = "New",
    .solved = "Solved",
    .remaining = "Left since before: {}",
    .nothing_new = "Nothing new and nothing solved since the last publication.",
};

}  // namespace

const PublicationWords& publication_words(Language language) {
  return language == Language::swedish ? swedish : english;
}

}  // namespace handbok
