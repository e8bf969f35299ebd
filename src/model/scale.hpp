#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.hpp"

namespace handbok {

/// One band of risk values, such as "hög".
struct RiskBand {
  std::string name;
  int up_to = 0;  ///< the highest value of the band
};

/// How probability and consequence are weighed in some exercises. The value of a risk is their
/// product.
struct RiskScale {
  std::string id;
  std::string name;                    ///< what readers see; empty: the exercises that it weighs
  std::string probability_name;        ///< of the axis, such as "Väsentlighet"; empty: probability
  std::string consequence_name;        ///< of the other axis
  std::vector<std::string> exercises;  ///< file values of RiskExercise; empty for all others
  std::vector<std::string> probability;  ///< labels of the steps, from 1
  std::vector<std::string> consequence;  ///< labels of the steps, from 1
  std::vector<RiskBand> bands;           ///< by rising `up_to`
  int threshold = 0;                     ///< a value of this or more must be handled
  int floor_consequence = 0;             ///< a consequence of this or more lifts the band; 0: none
  std::string floor_band;                ///< to which band at least
  Location location;
};

}  // namespace handbok
