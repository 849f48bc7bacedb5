package kith.lab.people;

import kith.lab.dice.Dice;

/// What a simulated person brings along, and keeps. All but the last four are standard scores: 0
/// the average of people, 1 one standard deviation.
///
/// @param openness how much they tell of themselves
/// @param responsiveness how well they respond
/// @param shyness how little they expect to be met
/// @param anxiety attachment anxiety
/// @param avoidance attachment avoidance
/// @param talk how many words they need
/// @param loyalty how well they keep what they were told
/// @param style how high they answer any scale, apart from what they feel
/// @param push share of exchanges in which they press for more than the other offers, 0 to 1
/// @param compliance how far pressing moves them, 0 to 1
/// @param presence share of what they are invited to that they take part in, 0 to 1
/// @param beyond how much deeper they tell than they are themselves at ease with hearing, in depth
public record Traits(
    double openness,
    double responsiveness,
    double shyness,
    double anxiety,
    double avoidance,
    double talk,
    double loyalty,
    double style,
    double push,
    double compliance,
    double presence,
    double beyond) {
  private static final double ORDINARY_COMPLIANCE = 0.4;
  private static final double ORDINARY_PRESENCE = 0.95;

  /// Somebody, as people are.
  public static Traits drawn(Dice dice) {
    return new Traits(
        dice.normal(),
        dice.normal(),
        dice.normal(),
        dice.normal(),
        dice.normal(),
        dice.normal(),
        dice.normal(),
        dice.normal(),
        0,
        ORDINARY_COMPLIANCE,
        ORDINARY_PRESENCE,
        0);
  }

  /// The same person with another attachment.
  public Traits attached(double anxious, double avoidant) {
    return new Traits(
        openness,
        responsiveness,
        shyness,
        anxious,
        avoidant,
        talk,
        loyalty,
        style,
        push,
        compliance,
        presence,
        beyond);
  }

  /// The same person with another shyness.
  public Traits shy(double much) {
    return new Traits(
        openness,
        responsiveness,
        much,
        anxiety,
        avoidance,
        talk,
        loyalty,
        style,
        push,
        compliance,
        presence,
        beyond);
  }

  /// The same person, pressing and being pressed otherwise.
  Traits pressing(double pushes, double complies, double responds) {
    return new Traits(
        openness, responds, shyness, anxiety, avoidance, talk, loyalty, style, pushes, complies,
        presence, beyond);
  }

  /// The same person, telling more or less than others do.
  Traits telling(double open, double present, double further) {
    return new Traits(
        open,
        responsiveness,
        shyness,
        anxiety,
        avoidance,
        talk,
        loyalty,
        style,
        push,
        compliance,
        present,
        further);
  }
}
