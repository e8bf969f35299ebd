#include "load/read_attachments.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "base/sha256.hpp"
#include "diag/code_names.hpp"
#include "load/redact.hpp"

namespace handbok {
namespace {

/// A kind of file that may be published, and how its content begins.
struct AttachmentKind {
  std::string_view extension;
  std::string_view magic;
};

using namespace std::string_view_literals;
constexpr AttachmentKind allowed_kinds[] = {
    {".pdf"sv, "%PDF-"sv},         {".png"sv, "\x89PNG\r\n\x1a\n"sv}, {".jpg"sv, "\xFF\xD8\xFF"sv},
    {".jpeg"sv, "\xFF\xD8\xFF"sv}, {".docx"sv, "PK\x03\x04"sv},       {".xlsx"sv, "PK\x03\x04"sv},
    {".odt"sv, "PK\x03\x04"sv},
};

bool may_be_published(std::string_view path, std::string_view bytes) {
  return std::ranges::any_of(allowed_kinds, [&](const AttachmentKind& kind) {
    return path.ends_with(kind.extension) && bytes.starts_with(kind.magic);
  });
}

}  // namespace

std::vector<Attachment> read_attachments(const FileTree& sources, const std::string& folder,
                                         const std::vector<std::string>& paths, ReadScope& scope) {
  std::vector<Attachment> attachments;
  for (const auto& path : paths) {
    const auto* const bytes = sources.find(std::string(folder).append("/").append(path));
    if (bytes == nullptr) continue;
    if (bytes->size() > limits::attachment_bytes) {
      scope.report(Code::file_too_large, {},
                   {std::to_string(bytes->size()), std::to_string(limits::attachment_bytes)});
    } else if (!may_be_published(path, *bytes)) {
      scope.report(Code::file_attachment_type, {}, {path});
    }
    report_identity_number_in_file(*bytes, scope);
    attachments.push_back({path, sha256_hex(*bytes), bytes->size()});
  }
  return attachments;
}

}  // namespace handbok
