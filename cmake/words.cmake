# Writes a table of the words that C++ writes, so that nobody keeps one by hand:
#
#   cmake -D SOURCES=src/render -D LANGUAGE=themes/default/lang/en.toml -D OUTPUT=words.def -P words.cmake
#
# Word::nav_start in the sources is the word nav.start of the language file; the group "tables" is left
# out: Word::goal_what is tables.goal_what. A row of table_pages.def uses its title and its lead. A name
# that is no word of the language file, or two, stops the build here.

file(GLOB_RECURSE paths ${SOURCES}/*.cpp ${SOURCES}/*.hpp)
foreach(path IN LISTS paths)
  file(READ ${path} text)
  string(REGEX MATCHALL "Word::[a-z0-9_]+(##)?" found "${text}")
  list(APPEND names ${found})
endforeach()
list(FILTER names EXCLUDE REGEX "##")
list(TRANSFORM names REPLACE "Word::" "")

file(READ ${SOURCES}/tables/table_pages.def text)
string(REGEX MATCHALL "\nHANDBOK_TABLE_PAGE.[a-z_]+" pages "${text}")
list(TRANSFORM pages REPLACE "\nHANDBOK_TABLE_PAGE." "")
foreach(page IN LISTS pages)
  list(APPEND names ${page}_title ${page}_lead)
endforeach()

list(REMOVE_DUPLICATES names)
foreach(name IN LISTS names)
  set(words_of_${name} 0)
endforeach()

file(READ ${LANGUAGE} text)
string(REGEX MATCHALL "\n(\\[[a-z_]+\\]|[a-z0-9_]+ = )" lines "${text}")
foreach(line IN LISTS lines)
  if(line MATCHES "\\[(.+)\\]")
    set(group ${CMAKE_MATCH_1})
    continue()
  endif()
  string(REGEX MATCH "[a-z0-9_]+" key "${line}")
  set(name ${group}_${key})
  if(group STREQUAL "tables" AND DEFINED words_of_${key})
    set(name ${key})
  endif()
  if(DEFINED words_of_${name})
    math(EXPR words_of_${name} "${words_of_${name}} + 1")
    string(APPEND rows "HANDBOK_WORD(${name}, \"${group}.${key}\")\n")
  endif()
endforeach()

foreach(name IN LISTS names)
  if(NOT words_of_${name} EQUAL 1)
    message(FATAL_ERROR "Word::${name} is ${words_of_${name}} words of ${LANGUAGE}; it must be one")
  endif()
endforeach()
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT "${rows}" @ONLY)
