package kith.lab.dyad;

/// Every number of the model, once; what each is stands in `parameters.txt` beside it: its prior,
/// the range in which it is swept, its unit, where it comes from and how strong that is (A
/// meta-analysis or replicated experiments, B one good experiment or several diaries, C
/// correlational or computed from open data, D theory or clinical lore, H our own). "A medium path"
/// is r = .3, taken wherever a study gives the direction and no size. What was fitted stands in
/// `fitted.csv` and nowhere else.
public enum Parameter {
  DEPTH_BASE,
  DEPTH_SPREAD,
  OPENNESS_TO_DEPTH,
  TRUST_TO_DEPTH,
  LIKING_TO_DEPTH,
  EXPECTATION_TO_DEPTH,
  AVOIDANCE_TO_DEPTH,
  ANXIETY_TO_DEPTH,
  PRIVACY_TO_DEPTH,
  PRIVACY_GAIN,
  PRIVACY_DECAY,
  PRIVACY_WEEK,
  SURPRISE_TO_DEPTH,
  LEVEL_RATE,
  DEPTH_INERTIA,
  RECIPROCITY,
  AVOIDANT_MUTING,
  ADHERENCE,
  DEPTH_NOISE,
  TOPIC_TO_DEPTH,
  STEP,
  EMOTION_BASE,
  EMOTION_PER_DEPTH,
  EMOTION_SPREAD,
  UNDERSTANDING_TO_EMOTION,
  TRAIT_TO_RESPONSE,
  AFFINITY_TO_RESPONSE,
  LIKING_TO_RESPONSE,
  RESPONSE_NOISE,
  OVERLOAD,
  COACHING,
  FOLLOW_UP,
  FOLLOW_UP_RATE,
  UNDERSTANDING_BASE,
  EMOTION_TO_UNDERSTANDING,
  RESPONSE_TO_UNDERSTANDING,
  EXPECTATION_FILTER,
  ANXIETY_FILTER,
  UNDERSTANDING_NOISE,
  EXPERIENCE_BASE,
  DEPTH_TO_CLOSENESS,
  LIGHT_DEPTH,
  HABIT_RATE,
  EMOTION_SELF,
  EMOTION_OTHER,
  FACT_TO_CLOSENESS,
  UNDERSTANDING_TO_CLOSENESS,
  AFFINITY_TO_CLOSENESS,
  AFFINITY_SHARED,
  TRUST_TO_CLOSENESS,
  LIKING_TO_CLOSENESS,
  MOOD_TO_CLOSENESS,
  MOOD_SHARED,
  IMBALANCE_TO_CLOSENESS,
  EXPERIENCE_NOISE,
  STRANGER_CLOSENESS,
  FAST_RATE,
  FAST_DAY,
  SLOW_HOURS,
  MEANING_SPEED,
  STYLE_SPREAD,
  DESIRE_BASE,
  DESIRE_PER_ANXIETY,
  LIKING_RATE,
  LIKING_BASE,
  DEPTH_TO_LIKING,
  RESPONSE_TO_LIKING,
  AFFINITY_TO_LIKING,
  FOLLOW_UP_TO_LIKING,
  PRESSURE_TO_LIKING,
  CARING_GAP,
  SHYNESS_TO_GAP,
  EXPECTATION_RATE,
  LIKED_RATE,
  AWKWARD_BASE,
  AWKWARD_PER_DEPTH,
  TRUST_START,
  TRUST_RATE,
  TRUST_LOSS,
  LEAK,
  MISSTEP,
  MISSTEP_DROP,
  HURT_TO_CLOSENESS,
  HURT_DAY,
  RUPTURE_AT,
  REPAIR_FREE,
  REPAIR_GUIDED,
  PRESSED_TO_SECURITY,
  SECURITY_RATE,
  NORM_TO_ANSWER,
  OUTSIDE_PRESSURE,
  REGRET,
  INERTIA_MEAN,
  INERTIA_SPREAD,
  INFLUENCE_MEAN,
  INFLUENCE_SPREAD,
  BALANCE_SPREAD,
  INITIATE,
  INITIATE_PER_CLOSENESS;

  /// What is known of it.
  ///
  /// @param unit SD are standard deviations between or within people
  /// @param prior its value, unless it was fitted
  /// @param least the least it is swept to
  /// @param most the most it is swept to
  /// @param strength A, B, C, D or H
  /// @param meaning what it does
  /// @param source where its prior comes from
  public record Row(
      String unit,
      double prior,
      double least,
      double most,
      String strength,
      String meaning,
      String source) {}

  /// What is known of it.
  public Row row() {
    return ParameterTable.of(this);
  }
}
