#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"
#include "diag/codes.hpp"

namespace handbok {

// Commands that make and examine sites.

/// Which site is to be made, of what.
struct SiteChoice {
  std::string source;
  std::optional<Date> as_of;
  std::string theme;
  std::string base_url;
  std::string profile;
  bool strict = false;
};

struct BuildCommand {
  SiteChoice site;
  std::string output;
  bool drafts = false;
  Severity fail_on = Severity::error;
  bool json_summary = false;
};

enum class ReportFormat { text, json, sarif, junit };

struct CheckCommand {
  std::string source;
  std::optional<Date> as_of;
  ReportFormat format = ReportFormat::text;
  Severity fail_on = Severity::error;
  std::string document;  ///< only what concerns it; empty: all
};

struct ExplainCommand {
  std::string code;
  bool markdown = false;  ///< the whole catalogue as a page
};

struct PublishCommand {
  SiteChoice site;
  std::string target;
  bool any_file_system = false;
  bool change_profile = false;
  Severity fail_on = Severity::error;
  bool json_summary = false;
};

struct VerifyCommand {
  std::string source;  ///< compared with what is published; empty: not compared
  std::string target;
  std::string against;  ///< a head or a folder; empty: no witness
  bool json = false;
};

}  // namespace handbok
