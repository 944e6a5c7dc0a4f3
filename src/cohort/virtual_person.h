#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cohort/cohort.h"
#include "cohort/draws.h"
#include "train/strength_parts.h"

namespace strongback {

/// What a virtual person is really like; the learner never sees it (docs/theory/cohort.md).
class VirtualPerson {
 public:
  VirtualPerson(VirtualKind kind, const Person& profile,
                std::shared_ptr<const StrengthTable> expected, std::uint64_t seed);

  [[nodiscard]] VirtualKind kind() const { return kind_; }
  Draws& draws() { return draws_; }

  /// One night: strength changes; `has_trained` the day before.
  void pass_night(bool has_trained);
  /// A new session: today's form.
  void begin_session();

  /// What a set came to.
  struct Performed {
    int reps = 0;
    int reserve = 0;  ///< as the person says it
  };
  /// What is done: repetitions until the felt reserve is `reserve` or `most` are done.
  struct Wish {
    std::optional<Mass> load;
    int most = 0;
    int reserve = 0;
    int earlier_sets = 0;
  };
  Performed perform(const Exercise& exercise, const Wish& wish);

  /// Repetitions, as the person counts them, that `load` really allows with `reserve` left on an
  /// ordinary day; nothing where the exercise's strength is no load.
  [[nodiscard]] std::optional<double> true_reps(const Exercise& exercise, Mass load, int reserve);

  /// [-]  log-strength of an exercise over what was expected; 0 where it is no strength
  [[nodiscard]] double true_strength(const Exercise& exercise);

  /// The greatest load for one repetition on an ordinary day; nothing where strength is no load.
  [[nodiscard]] std::optional<Mass> true_one_rep(const Exercise& exercise);

  /// Pain on an ordinary day.
  [[nodiscard]] int usual_pain() const { return usual_pain_; }
  /// What the session's exposure does: the most pain during it, and next morning.
  struct Hurt {
    int during = 0;
    int morning = 0;
    bool is_sharp = false;
  };
  Hurt hurt_by(double exposure);
  /// The pain that a bad time of the back itself brings today; 0: none.
  int bad_back_today();

 private:
  [[nodiscard]] const StrengthPart* part_of(const Exercise& exercise) const;
  double skill_of(const Exercise& exercise, const StrengthPart& part);
  double log_strength(const Exercise& exercise, const StrengthPart& part);
  [[nodiscard]] double reps_at(double log_of_share) const;

  VirtualKind kind_;
  Draws draws_;
  std::shared_ptr<const StrengthTable> expected_;
  std::map<std::string, std::vector<std::pair<int, double>>> own_weights_;
  double all_ = 0.0;
  std::vector<double> groups_;
  std::map<std::string, double> skills_;
  double form_ = 0.0;
  double bias_ = 0.0;  // repetitions more left than said
  int days_idle_ = 0;
  int usual_pain_ = 0;
  double tolerance_ = 0.0;  // exposure above which it hurts
  int bad_days_ = 0;
};

}  // namespace strongback
