# Every third-party package, named once; tools/setup installs the Debian packages that hold them.
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)  # SHA-256
find_package(CLI11 REQUIRED)                      # command line
find_package(nlohmann_json REQUIRED)              # JSON output
find_package(ZLIB REQUIRED)                       # the parts of Office documents
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET libutf8proc)       # Unicode normalisation
pkg_check_modules(CMARK_GFM REQUIRED IMPORTED_TARGET libcmark-gfm)     # Markdown
pkg_check_modules(CPP_HTTPLIB REQUIRED cpp-httplib)                    # serve
pkg_check_modules(GRAPHVIZ REQUIRED IMPORTED_TARGET libcgraph libgvc)  # routing of diagrams
pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)         # codes on paper
pkg_check_modules(TOMLPLUSPLUS REQUIRED IMPORTED_TARGET tomlplusplus)  # TOML
pkg_check_modules(JEMALLOC REQUIRED IMPORTED_TARGET jemalloc)          # memory of the program
find_library(STEMMER_LIBRARY NAMES stemmer REQUIRED)                    # stems of words, for the search
find_path(DTL_INCLUDE_DIR dtl/dtl.hpp REQUIRED)                        # differences of texts
find_path(MUSTACHE_INCLUDE_DIR kainjow/mustache.hpp REQUIRED)          # page templates

# The built-in layout engine: linked, so that no plugin is searched for at run time.
find_library(GRAPHVIZ_NEATO_PLUGIN NAMES gvplugin_neato_layout
  PATH_SUFFIXES graphviz REQUIRED)
