#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace handbok {

/// Somebody who sends or gets a letter.
struct MailAddress {
  std::string name;     ///< may be empty
  std::string address;  ///< "kansli@exempel.se"; ASCII
};

/// A file that goes with a letter.
struct MailFile {
  std::string name;  ///< as the reader sees it
  std::string type;  ///< "application/pdf"
  std::string bytes;
};

/// A letter with the same words as plain text and as HTML.
struct MailMessage {
  std::string id;  ///< the same each time that the letter is written: "4f1a@handbok"
  MailAddress from;
  std::string reply_to;  ///< an address; empty: that of `from`
  std::vector<MailAddress> to;
  std::string subject;
  Date on;
  std::string text;
  std::string html;
  std::vector<MailFile> files;
};

/// The letter as RFC 5322 and MIME (RFC 2045–2047, 2231) want it, in ASCII, with the line ends of
/// Unix as mailboxes and sendmail take them. It says that a machine wrote it (RFC 3834), so that
/// nobody's "out of office" answers. Control characters of names and subject become blanks: nothing
/// in them begins a header of its own. A day is written as its beginning in UTC.
std::string write_mail(const MailMessage& message);

}  // namespace handbok
