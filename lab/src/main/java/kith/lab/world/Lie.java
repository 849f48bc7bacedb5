package kith.lab.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kith.client.Kept;
import kith.core.json.Json;

/// What a relay may say that is not so. Each is told to one person only, from some day on, and is
/// kept up: what else that person is told fits to it as far as the relay can make it fit.
enum Lie {
  /// One entry of the other is left out.
  LEAVES_OUT {
    @Override
    List<Json> told(List<Json> truth, int known) {
      return without(truth, first(truth, known));
    }
  },
  /// Two entries stand in another order.
  SWAPS {
    @Override
    List<Json> told(List<Json> truth, int known) {
      List<Json> told = new ArrayList<>(truth);
      if (truth.size() > known + 1) {
        Collections.swap(told, known, known + 1);
      }
      return told;
    }
  },
  /// An entry is shown twice.
  SHOWS_TWICE {
    @Override
    List<Json> told(List<Json> truth, int known) {
      List<Json> told = new ArrayList<>(truth);
      if (truth.size() > known) {
        told.add(known + 1, truth.get(known));
      }
      return told;
    }
  },
  /// One bit of a box is another.
  CHANGES_A_BIT {
    @Override
    List<Json> told(List<Json> truth, int known) {
      return with(truth, first(truth, known), Lie::flipped);
    }
  },
  /// An entry stands on another day.
  ANOTHER_DAY {
    @Override
    List<Json> told(List<Json> truth, int known) {
      return with(truth, first(truth, known), entry -> entry.with("day", entry.number("day") - 9));
    }
  },
  /// An entry is made up.
  FORGES {
    @Override
    List<Json> told(List<Json> truth, int known) {
      List<Json> told = new ArrayList<>(truth);
      first(truth, known)
          .ifPresent(
              at ->
                  told.add(
                      at,
                      flipped(Kept.of(truth.get(at)))
                          .with("handle", "Zm9yZ2VkLWhhbmRsZS0tLQ")
                          .fields()));
      return told;
    }
  },
  /// The other's entry is said to be one's own.
  SAYS_IT_WAS_YOU {
    @Override
    List<Json> told(List<Json> truth, int known) {
      return with(truth, first(truth, known), entry -> entry.with("by", 1 - entry.number("by")));
    }
  },
  /// What was read is gone.
  ROLLS_BACK {
    @Override
    List<Json> told(List<Json> truth, int known) {
      return truth.subList(0, Math.max(0, Math.min(truth.size(), known) - 1));
    }
  },
  /// What was read is another.
  CHANGES_THE_PAST {
    @Override
    List<Json> told(List<Json> truth, int known) {
      boolean there = known > 0 && known <= truth.size();
      return with(truth, there ? Optional.of(known - 1) : Optional.empty(), Lie::flipped);
    }
  },
  /// Nothing that the other does from now on is shown.
  HIDES_THE_OTHER {
    @Override
    List<Json> told(List<Json> truth, int known) {
      Optional<Integer> at = first(truth, known);
      return at.map(from -> truth.subList(0, from)).orElse(truth);
    }
  },
  /// Two cards' openings are exchanged.
  CROSSES_GATES {
    @Override
    List<Json> told(List<Json> truth, int known) {
      List<Json> told = new ArrayList<>(truth);
      List<Integer> openings = openings(truth, known);
      if (openings.size() > 1) {
        Kept one = Kept.of(truth.get(openings.get(0)));
        Kept other = Kept.of(truth.get(openings.get(1)));
        told.set(openings.get(0), one.with("parts", other.items("parts")).fields());
        told.set(openings.get(1), other.with("parts", one.items("parts")).fields());
      }
      return told;
    }
  },
  /// An opening holds the other's box as one's own too.
  MIRRORS_AN_OPENING {
    @Override
    List<Json> told(List<Json> truth, int known) {
      Optional<Integer> at = openings(truth, known).stream().findFirst();
      return with(
          truth,
          at,
          entry -> {
            Json zero = entry.items("parts").getFirst();
            return entry.with("parts", List.of(zero, zero));
          });
    }
  },
  /// The words of an opening are taken away, and nobody has taken them back.
  ERASES_WORDS {
    @Override
    List<Json> told(List<Json> truth, int known) {
      Optional<Integer> at = openings(truth, known).stream().findFirst();
      return with(
          truth,
          at,
          entry ->
              entry.with(
                  "parts",
                  entry.items("parts").stream().map(part -> bare(Kept.of(part))).toList()));
    }
  };

  /// What is told instead of `truth`, where the person had read `known` entries when it began.
  abstract List<Json> told(List<Json> truth, int known);

  private interface Change {
    Kept of(Kept entry);
  }

  private static Json bare(Kept part) {
    return Kept.NOTHING.with("event", part.text("event")).fields();
  }

  private static List<Json> with(List<Json> truth, Optional<Integer> at, Change change) {
    List<Json> told = new ArrayList<>(truth);
    at.ifPresent(index -> told.set(index, change.of(Kept.of(truth.get(index))).fields()));
    return told;
  }

  private static List<Json> without(List<Json> truth, Optional<Integer> at) {
    List<Json> told = new ArrayList<>(truth);
    at.ifPresent(index -> told.remove((int) index));
    return told;
  }

  /// The first entry that the other wrote since; it was written by seat 0, the one lied to has 1.
  private static Optional<Integer> first(List<Json> truth, int known) {
    for (int at = known; at < truth.size(); at++) {
      Kept entry = Kept.of(truth.get(at));
      if (!entry.has("gate") && entry.number("by") == 0) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static List<Integer> openings(List<Json> truth, int known) {
    List<Integer> openings = new ArrayList<>();
    for (int at = known; at < truth.size(); at++) {
      Kept entry = Kept.of(truth.get(at));
      if (entry.has("gate") && Kept.of(entry.items("parts").getFirst()).has("body")) {
        openings.add(at);
      }
    }
    return openings;
  }

  private static Kept flipped(Kept entry) {
    if (entry.has("gate")) {
      return entry;
    }
    Kept parts = entry.inner("parts");
    String event = parts.text("event");
    char changed = event.charAt(MIDDLE) == 'A' ? 'B' : 'A';
    String other = event.substring(0, MIDDLE) + changed + event.substring(MIDDLE + 1);
    return entry.with("parts", parts.with("event", other));
  }

  private static final int MIDDLE = 200;

  /// Its name in traces and on the command line.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
