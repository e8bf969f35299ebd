#include "markdown/parse_body.hpp"

#include "markdown/limits.hpp"
#include "markdown/write_blocks.hpp"

namespace handbok {

Body parse_body(const BodySource& source, Diagnostics& diagnostics) {
  Reporter reporter(source, diagnostics);
  const SourceLines lines(source.text, source.first_line);
  if (!is_within_limits(source.text, lines, reporter)) return {};
  const MarkdownTree tree(source.text);
  BodyBuilder builder;
  WriteContext context{lines, builder, reporter, {}};
  write_blocks(tree.steps(), context);
  return builder.finish();
}

}  // namespace handbok
