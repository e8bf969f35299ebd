#include "app/archive_words.hpp"

namespace handbok {
namespace {

constexpr std::string_view swedish_readme = R"txt({}: årets dokument {}
==================================================

Leveransen går till och med den {}. Den har {} utgåvor som gällde någon dag under året.

dokument/         utgåvornas text (Markdown), bilagor och beslut, så som de fastställdes
register/         handbokens register och inställningar den dag leveransen gjordes
webbplats/        handboken som webbplats så som den var den sista dagen; öppna index.html
forteckning.csv   en rad per revision, med kontrollsumma och beslut (UTF-8, semikolon)
forteckning.json  samma sak för program
SHA256SUMS        kontrollsummor för alla filer: sha256sum -c SHA256SUMS

Kontrollsumman för en utgåva är SHA-256 av en förteckning över dess filer; handbokens beskrivning av
innehållsformatet säger hur den räknas.
)txt";

constexpr std::string_view english_readme = R"txt({}: the documents of {}
==================================================

The delivery ends on {}. It has {} revisions that were in force some day of the year.

documents/        text (Markdown), attachments and decisions of the revisions, as they were approved
registers/        the registers and settings of the handbook on the day of the delivery
site/             the handbook as a site as it was on the last day; open index.html
list.csv          a row for each revision, with digest and decision (UTF-8, semicolons)
list.json         the same for programs
SHA256SUMS        digests of all files: sha256sum -c SHA256SUMS

The digest of a revision is the SHA-256 of a list of its files; the description of the content format
says how it is taken.
)txt";

}  // namespace

ArchiveWords archive_words(Language language) {
  if (language == Language::swedish) {
    return {"LAS-MIG.txt",
            swedish_readme,
            "forteckning",
            "webbplats",
            "dokument",
            "register",
            {"Id", "Utgåva", "Titel", "Typ", "Enhet", "Ansvarig", "Gäller från", "Gäller till",
             "Fastställd av", "Fastställd den", "Beslut", "Diarienummer", "Kontrollsumma"}};
  }
  return {"README.txt",
          english_readme,
          "list",
          "site",
          "documents",
          "registers",
          {"Id", "Revision", "Title", "Type", "Unit", "Owner", "Valid from", "Valid until",
           "Approved by", "Approved on", "Decision", "Registry number", "Digest"}};
}

}  // namespace handbok
