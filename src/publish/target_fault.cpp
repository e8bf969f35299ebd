#include "publish/target_fault.hpp"

#include <array>

#include "base/strings.hpp"
#include "diag/phrase.hpp"

namespace handbok {
namespace {

using Kind = TargetFaultKind;

constexpr auto fault_words = std::to_array<PhraseOf<TargetFaultKind>>({
    {Kind::ledger_file_unknown,
     {"{}: filen hör inte till liggaren.", "{}: the file does not belong to the ledger."}},
    {Kind::ledger_entry_missing,
     {"{}: posten saknas i liggaren. Hämta den ur en säkerhetskopia.",
      "{}: the entry is missing from the ledger. Fetch it from a backup."}},
    {Kind::ledger_entry_malformed,
     {"{}: posten är ändrad; dess kontrollsumma stämmer inte. Hämta den ur en säkerhetskopia.",
      "{}: the entry was changed; its seal does not hold. Fetch it from a backup."}},
    {Kind::ledger_entry_newer,
     {"{}: posten är skriven av en nyare version av Handbok. Installera den.",
      "{}: the entry was written by a later version of Handbok. Install that."}},
    {Kind::ledger_entry_misnumbered,
     {"{}: posten har ett annat nummer än sitt filnamn.",
      "{}: the entry has another number than its file name."}},
    {Kind::ledger_chain_broken,
     {"{}: posten hör inte ihop med den före. Någon av dem är utbytt.",
      "{}: the entry does not belong to the one before. One of them was replaced."}},
    {Kind::ledger_time_backwards,
     {"{}: posten är äldre än den före.", "{}: the entry is older than the one before."}},
    {Kind::ledger_order_impossible,
     {"{}: posten kan inte följa på den före.", "{}: the entry cannot follow the one before."}},
    {Kind::manifest_missing,
     {"{}: förteckningen över publiceringen saknas.",
      "{}: the manifest of the release is missing."}},
    {Kind::manifest_changed,
     {"{}: förteckningen är inte den som liggaren nämner.",
      "{}: the manifest is not the one that the ledger names."}},
    {Kind::manifest_malformed,
     {"{}: förteckningen går inte att läsa.", "{}: the manifest cannot be read."}},
    {Kind::revision_gone,
     {"{}: utgåvan fanns i en tidigare publicering men inte i nästa.",
      "{}: the revision was in an earlier release but not in the next."}},
    {Kind::revision_changed,
     {"{}: utgåvan har bytt text mellan två publiceringar.",
      "{}: the revision changed its text between two releases."}},
    {Kind::address_gone,
     {"{}: adressen fanns i en tidigare publicering men inte i nästa.",
      "{}: the address was in an earlier release but not in the next."}},
    {Kind::file_missing, {"{}: filen saknas.", "{}: the file is missing."}},
    {Kind::file_changed,
     {"{}: filen har ett annat innehåll än när den publicerades.",
      "{}: the file has other bytes than when it was published."}},
    {Kind::file_not_plain,
     {"{}: här ska en vanlig fil eller mapp ligga.",
      "{}: this should be an ordinary file or folder."}},
    {Kind::file_mode_changed,
     {"{}: filens rättigheter är ändrade.", "{}: the permissions of the file were changed."}},
    {Kind::file_time_changed,
     {"{}: filens ändringstid är inte den som liggaren ger; en webbserver kan visa gammalt.",
      "{}: the file's time of modification is not the ledger's; a web server may show old text."}},
    {Kind::file_unknown,
     {"{}: filen hör inte till någon publicering.", "{}: the file belongs to no release."}},
    {Kind::current_wrong,
     {"{}: länken visar inte den senast publicerade utgivningen.",
      "{}: the link does not lead to the release published last."}},
    {Kind::status_wrong,
     {"{}: filen säger inte det som liggaren säger.",
      "{}: the file does not say what the ledger says."}},
    {Kind::interrupted,
     {"{}: en publicering blev avbruten. Nästa handbok publish ställer i ordning.",
      "{}: a publication was cut off. The next handbok publish puts things in order."}},
    {Kind::witness_not_found,
     {"{}: vittnet går inte att läsa.", "{}: the witness cannot be read."}},
    {Kind::witness_truncated,
     {"{}: vittnet har sett fler poster än liggaren har. Slutet på liggaren är borttaget.",
      "{}: the witness has seen more entries than the ledger has. Its end was removed."}},
    {Kind::witness_rewritten,
     {"{}: vittnet har sett en annan post än den som finns. Liggaren är omskriven.",
      "{}: the witness has seen another entry than the one there is. The ledger was rewritten."}},
    {Kind::source_changed,
     {"{}: källorna har en annan text av utgåvan än den publicerade.",
      "{}: the sources have another text of the revision than the published one."}},
    {Kind::signed_head_missing,
     {"{}: utgåvan är signerad mot en post som liggaren inte har. Liggaren är omskriven eller en "
      "annan än den som signeras mot.",
      "{}: the revision was signed on an entry that the ledger does not have. The ledger was "
      "rewritten, or is another than the one that is signed on."}},
});

}  // namespace

std::string fault_text(const TargetFault& fault, Language language) {
  return fill_slots(find_phrase(fault_words, fault.kind)->in(language), {fault.path});
}

}  // namespace handbok
