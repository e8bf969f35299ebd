#pragma once

#include "base/value_table.hpp"
#include "derive/backlinks.hpp"
#include "derive/day_view.hpp"
#include "model/known_law.hpp"

namespace handbok {

/// How much there is in the handbook on the day, as rows of group, id, title and count. The groups:
///
///   type, state, owner, unit   documents that readers may know of or that are being written;
///                              owners and units are those of documents in force
///   words                      words of the texts in force, by type
///   review_load                reviews that fall due in the coming twelve months: id is the owner,
///                              title the month ("2026-12"), or "late" for those that are late
///   diagnostics                what the checks say, by severity
///   orphan                     documents that nobody points at, as doc.orphan says
///   similar_title              documents in use whose titles are nearly the same words, and that
///                              do not add to each other: ids with commas
ValueTable stats_of(const DayView& view, const Backlinks& backlinks, const LawPack& law = {});

}  // namespace handbok
