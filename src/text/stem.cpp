// The only user of libstemmer.
#include "text/stem.hpp"

#include <libstemmer.h>

namespace handbok {

struct Stemmer::Snowball {
  explicit Snowball(const char* name) : stemmer(sb_stemmer_new(name, "UTF_8")) {}
  ~Snowball() { sb_stemmer_delete(stemmer); }
  Snowball(const Snowball&) = delete;
  Snowball& operator=(const Snowball&) = delete;

  sb_stemmer* stemmer;
};

Stemmer::Stemmer(std::string_view language) {
  if (language == "sv") snowball_ = std::make_unique<Snowball>("swedish");
  if (language == "en") snowball_ = std::make_unique<Snowball>("english");
}

Stemmer::~Stemmer() = default;

std::string Stemmer::stem(std::string_view word) const {
  if (snowball_ == nullptr || snowball_->stemmer == nullptr) return std::string(word);
  const auto* const letters = reinterpret_cast<const sb_symbol*>(word.data());
  const auto* const stem =
      sb_stemmer_stem(snowball_->stemmer, letters, static_cast<int>(word.size()));
  if (stem == nullptr) return std::string(word);  // out of memory
  const auto size = static_cast<std::size_t>(sb_stemmer_length(snowball_->stemmer));
  return {reinterpret_cast<const char*>(stem), size};
}

}  // namespace handbok
