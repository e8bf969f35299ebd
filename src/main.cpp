#include "cli/command_line.hpp"

int main(int count, char** words) {
  return handbok::run_handbok(count, words);
}
