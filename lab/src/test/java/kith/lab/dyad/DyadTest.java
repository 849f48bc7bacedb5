package kith.lab.dyad;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kith.lab.dice.Dice;
import kith.lab.people.Population;
import org.junit.jupiter.api.Test;

final class DyadTest {
  private static final int EXCHANGES = 200;
  private static final List<Tells> WHO = List.of(Tells.BOTH, Tells.ZERO, Tells.ONE);

  @Test
  void every_state_stays_within_its_scale_at_both_ends_of_every_parameter() {
    for (Parameter parameter : Parameter.values()) {
      for (double value : new double[] {parameter.row().least(), parameter.row().most()}) {
        Settings settings = Settings.fitted().with(parameter, value);
        for (Population population : Population.values()) {
          bounded(settings, population, parameter);
        }
      }
    }
  }

  private static void bounded(Settings settings, Population population, Parameter parameter) {
    Dyad dyad = Dyad.of(population, settings, Dice.seeded(11));
    Manner talk = Manner.talk(settings);
    for (int i = 0; i < EXCHANGES; i++) {
      double depth = i % 3 == 0 ? Double.NaN : i % 5 / 4.0;
      dyad.exchange(new Invitation(i % 8, depth, WHO.get(i % WHO.size()), talk.prompted(1)));
      for (int person = 0; person < 2; person++) {
        Partner self = dyad.person(person);
        assertThat(List.of(self.closeness(), self.liking(), self.understanding()))
            .as(parameter.name())
            .allMatch(one -> one >= 1 && one <= 7);
        assertThat(List.of(self.trust(), self.depth(), self.emotion(), self.hurt() / 3))
            .as(parameter.name())
            .allMatch(one -> one >= 0 && one <= 1);
      }
    }
  }

  @Test
  void a_sealed_exchange_on_which_one_passes_tells_nothing_of_either() {
    Settings settings = Settings.fitted();
    Manner sealed = new Manner(0.7, true, true, 1, 0, false, 0.25, Double.NaN);
    int shut = 0;
    for (int pair = 0; pair < 100; pair++) {
      Dyad dyad = Dyad.of(Population.STRANGERS, settings, Dice.seeded(pair));
      boolean told = dyad.exchange(new Invitation(4, 1, Tells.BOTH, sealed));
      shut += told ? 0 : 1;
      boolean passed = dyad.person(0).passed() || dyad.person(1).passed();
      assertThat(dyad.person(0).told() || dyad.person(1).told()).isEqualTo(told);
      assertThat(passed).isEqualTo(!told);
    }
    assertThat(shut).isGreaterThan(50);
  }

  @Test
  void long_couples_are_closer_and_trust_more_than_strangers() {
    double couples = 0;
    double strangers = 0;
    for (int pair = 0; pair < 100; pair++) {
      Settings settings = Settings.fitted();
      couples += Dyad.of(Population.LONG_COUPLES, settings, Dice.seeded(pair)).person(0).trust();
      strangers += Dyad.of(Population.STRANGERS, settings, Dice.seeded(pair)).person(0).trust();
    }
    assertThat(couples).isGreaterThan(strangers * 1.2);
  }

  @Test
  void every_parameter_has_a_prior_within_its_range_a_source_and_a_strength() {
    for (Parameter parameter : Parameter.values()) {
      Parameter.Row row = parameter.row();
      assertThat(row.prior()).as(parameter.name()).isBetween(row.least(), row.most());
      assertThat(row.strength()).as(parameter.name()).matches("[ABCDH]");
      assertThat(row.source()).as(parameter.name()).isNotBlank();
      assertThat(row.unit()).as(parameter.name()).isNotBlank();
    }
  }

  @Test
  void the_document_has_every_parameter_with_its_prior_and_what_it_was_fitted_to()
      throws Exception {
    String page = Files.readString(Path.of("../docs/lab.md"));
    Map<Parameter, Double> fits = Settings.fits();
    List<String> missing = new ArrayList<>();
    for (Parameter parameter : Parameter.values()) {
      Parameter.Row row = parameter.row();
      String fitted =
          fits.containsKey(parameter)
              ? String.format(Locale.ROOT, "%.4f", fits.get(parameter))
              : "";
      String line =
          "| `%s` | %s | %s | %s | %s: %s |"
              .formatted(
                  parameter, number(row.prior()), fitted, row.unit(), row.strength(), row.source());
      if (!page.contains(line)) {
        missing.add(line);
      }
    }
    assertThat(missing).isEmpty();
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
