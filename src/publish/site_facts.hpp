#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"

namespace handbok {

/// A file that readers of the site get exactly as it lies in the sources.
struct OriginalFile {
  std::string address;
  std::string digest;  ///< "sha256:…"
};

/// A revision that the site shows, as the handbook knows it.
struct RevisionFacts {
  RevisionKey key;
  std::string title;
  std::string owner;
  std::string digest;   ///< that it was approved with
  std::string address;  ///< its permanent page
  std::vector<OriginalFile> originals;
  std::string signed_steps{};  ///< digest of what was signed, with the signatures; empty: nothing
};

/// A text that must not reach readers, with a sample of it that stands in no approved text.
struct UnapprovedText {
  RevisionKey key;
  std::string address;  ///< where its page would lie
  std::string sample;   ///< empty: too short to be recognised
};

/// A revision that is not for the readers of this site, with samples of its title and text that
/// stand nowhere else.
struct HiddenText {
  RevisionKey key;
  std::vector<std::string> samples;
};

/// A revision that an error withholds. Its addresses keep what was last published there: every path
/// that begins with one of `kept`.
struct WithheldRevision {
  RevisionKey key;
  std::vector<std::string> kept;
};

/// What the handbook says about the site that is to be published. publish/ knows no model; app/
/// fills this in.
struct SiteFacts {
  Date as_of;
  int documents_in_force = 0;
  std::map<std::string, RevisionFacts, std::less<>> revisions;  ///< by "RUT-001@3"
  std::vector<UnapprovedText> unapproved;
  std::vector<HiddenText> hidden;
  std::vector<WithheldRevision> withheld;
};

/// "RUT-001@3".
std::string to_text(const RevisionKey& key);

}  // namespace handbok
