#include "cli/filter_problem.hpp"

#include "cli/console.hpp"

namespace handbok {

void print_problem(DueProblem problem, const std::string& role, const std::string& unit,
                   Language language) {
  switch (problem) {
    case DueProblem::no_such_role:
      print_error(language, role + ": " +
                                std::string(choose(language, "rollen finns inte.",
                                                   "there is no such role.")));
      return;
    case DueProblem::no_such_unit:
      print_error(language, unit + ": " +
                                std::string(choose(language, "enheten finns inte.",
                                                   "there is no such unit.")));
      return;
  }
}

}  // namespace handbok
