package kith.lab.dyad;

/// How people meet under a policy, whatever the exchange is about.
///
/// @param adherence how far an answer follows the prompt's depth, 0 to 1
/// @param sealed whether both tell without having heard the other
/// @param coached whether the listener is helped to listen
/// @param freedom chance that a wish to pass is kept, when nobody presses
/// @param exposure share of the other's pressing that reaches a person, 0 to 1
/// @param paused whether what went deep waits before it is sent
/// @param hours time together that one exchange takes
/// @param followUps how many follow-up questions each asks; `Double.NaN`: as people do
public record Manner(
    double adherence,
    boolean sealed,
    boolean coached,
    double freedom,
    double exposure,
    boolean paused,
    double hours,
    double followUps) {
  /// Talk that nobody guides, 75 seconds an exchange (36 in 45 minutes).
  public static Manner talk(Settings settings) {
    double freedom = 1 - settings.of(Parameter.NORM_TO_ANSWER);
    return new Manner(0, false, false, freedom, 1, false, 45.0 / 60 / 36, Double.NaN);
  }

  /// The same where prompts are followed.
  public Manner prompted(double followed) {
    return new Manner(followed, sealed, coached, freedom, exposure, paused, hours, followUps);
  }

  /// The same, with so many follow-up questions.
  public Manner following(double questions) {
    return new Manner(adherence, sealed, coached, freedom, exposure, paused, hours, questions);
  }

  /// The same, with an exchange of so many hours.
  public Manner lasting(double longer) {
    return new Manner(adherence, sealed, coached, freedom, exposure, paused, longer, followUps);
  }

  /// The same, with another freedom to pass.
  public Manner free(double kept) {
    return new Manner(adherence, sealed, coached, kept, exposure, paused, hours, followUps);
  }
}
