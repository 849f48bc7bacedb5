package kith.core.border;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import kith.core.bond.Topic;

/// Writes what a tampered app at seat 1 might: every event in form and out of it, at any depth,
/// under names already used, under a deck's name, of any version.
final class Tamper {
  /// Values that no field that must be there can have.
  private static final List<String> JUNK =
      List.of(
          "null",
          "true",
          "[]",
          "{}",
          "\"\"",
          "-1",
          "1.5",
          "1e999",
          "\"" + "x".repeat(5000) + "\"",
          "[".repeat(40) + "]".repeat(40),
          "{\"exchange\":{\"exchange\":[]}}",
          "\"\\ud800\"");
  private static final List<String> LATER =
      List.of("0", "-1", "\"1\"", "1.5", "null", "{}", "[1]", "2", "3", "9007199254740991");
  private static final List<String> VERSIONS =
      List.of("0", "2", "-1", "\"1\"", "1.5", "null", "{}", "[]", "true");
  private static final List<String> REQUIRED =
      List.of("exchange", "prompt", "topic", "part", "misstep", "version", "type");
  /// Times that are none; one such makes an entry unreadable as a whole.
  private static final List<String> NO_TIMES =
      List.of("null", "\"x\"", "1.5", "1e3", "1e999", "-0", "9007199254740992", "[0]", "{}");

  /// Times that no clock shows, and that a device must bear.
  private static final List<String> ODD_TIMES =
      List.of("0", "-1", "9007199254740991", "-9007199254740991");
  private static final List<String> NO_NUMBERS =
      List.of("-1", "99", "1.0", "1e0", "\"1\"", "null", "9007199254740992", "-9007199254740993");
  private static final int A_HUGE_LIST = 300;
  private static final Topic[] TOPICS = Topic.values();
  private static final int NAMES = 8;

  private final SplittableRandom dice;

  Tamper(SplittableRandom dice) {
    this.dice = dice;
  }

  /// @param bad how many of its events, or all of it as one, can on no account count
  /// @param events how many things it says
  record Written(String text, int bad, int events) {}

  Written entry(long seq, long day) {
    if (dice.nextInt(6) == 0) {
      String entry = Histories.written(seq, day, 1, event());
      return new Written(entry.replace("\"v\":1", "\"v\":" + one(VERSIONS)), 1, 1);
    }
    if (dice.nextInt(4) == 0) {
      return odd(seq, day);
    }
    List<String> events = new ArrayList<>();
    int bad = 0;
    for (int many = dice.nextInt(1, 4); many > 0; many--) {
      boolean broken = dice.nextInt(3) == 0;
      events.add(broken ? broken() : event());
      bad += broken ? 1 : 0;
    }
    return new Written(
        Histories.written(seq, day, 1, events.toArray(String[]::new)), bad, events.size());
  }

  /// Times, sizes, numbers and ways of writing that no app of ours would send.
  private Written odd(long seq, long day) {
    String entry = Histories.written(seq, day, 1, event());
    String at = "\"at\":" + day * Histories.A_DAY;
    return switch (dice.nextInt(6)) {
      case 0 -> new Written(entry.replace(at, "\"at\":" + one(NO_TIMES)), 1, 1);
      case 1 -> new Written(entry.replace(at, "\"at\":" + one(ODD_TIMES)), 0, 1);
      case 2 -> new Written(Histories.written(seq, day, 1, oversize()), 1, 1);
      case 3 -> {
        String[] many = new String[A_HUGE_LIST];
        Arrays.setAll(many, each -> event());
        yield new Written(Histories.written(seq, day, 1, many), 0, A_HUGE_LIST);
      }
      case 4 -> new Written(Histories.written(seq, day, 1, misnumbered()), 1, 1);
      default -> new Written(entry.replace("{\"type\":", " {\n\t\"\\u0074ype\" : "), 0, 1);
    };
  }

  /// One field longer than it may be.
  private String oversize() {
    String exchange = "\"exchange\":\"" + Histories.exchange(dice.nextInt(NAMES)) + "\"";
    String more = "x".repeat(dice.nextInt(8001, 20_000));
    return switch (dice.nextInt(6)) {
      case 0 -> of("drawn", exchange, prompt("drawn").replace("<drawn", more));
      case 1 -> of("drawn", exchange, prompt("drawn").replace("everyday-1-001", more));
      case 2 -> of("responded", exchange, "\"ways\":[\"heard\"],\"words\":\"" + more + "\"");
      case 3 -> of("told", exchange, "\"misstep\":\"too-fast\"", "\"words\":\"" + more + "\"");
      case 4 -> of("owned", exchange, "\"own\":\"mine\"", "\"regret\":\"" + more + "\"");
      default -> of("ended", "\"note\":\"" + more + "\"", "\"takeBack\":true");
    };
  }

  /// One number that is none, or out of its bounds.
  private String misnumbered() {
    String exchange = "\"exchange\":\"" + Histories.exchange(dice.nextInt(NAMES)) + "\"";
    String number = one(NO_NUMBERS);
    return switch (dice.nextInt(3)) {
      case 0 ->
          of("drawn", exchange, prompt("drawn").replaceAll("\"ring\":\\d", "\"ring\":" + number));
      case 1 -> of("stepped-back", "\"topic\":\"work\"", "\"ring\":" + number);
      default -> of("rested", "\"until\":" + (number.equals("99") ? "-99" : number));
    };
  }

  /// In its form, whatever the rules say.
  private String event() {
    String exchange = "\"exchange\":\"" + Histories.exchange(dice.nextInt(NAMES)) + "\"";
    return switch (dice.nextInt(dice.nextInt(20) == 0 ? 14 : 13)) {
      case 0, 1, 2 -> of("drawn", exchange, prompt("drawn"));
      case 3, 4 -> of("offered", exchange, prompt("offered"));
      case 5 -> of("asked", exchange, prompt("asked"));
      case 6 -> of("responded", exchange, "\"ways\":[\"heard\"],\"words\":\"r\"");
      case 7 -> of("withdrew", exchange, "\"part\":\"answer\"");
      case 8 -> of("told", exchange, "\"misstep\":\"too-fast\",\"words\":\"hurt\"");
      case 9 -> of("said-back", exchange, "\"words\":\"back\"");
      case 10 -> of("owned", exchange, "\"own\":\"mine\"");
      case 11 -> of("speaks", "\"version\":" + dice.nextLong(1, 1L << 53));
      case 12 ->
          dice.nextBoolean()
              ? of("rested", "\"until\":" + dice.nextInt(30_000))
              : of("stepped-back", "\"topic\":\"work\"", "\"ring\":" + dice.nextInt(4));
      default -> of("ended", "\"note\":\"bye\",\"takeBack\":" + dice.nextBoolean());
    };
  }

  /// The text says how deep it is, so that a view can be searched for it.
  private String prompt(String kind) {
    Topic topic = TOPICS[dice.nextInt(TOPICS.length)];
    int ring = dice.nextInt(1, 5);
    String deck = kind.equals("drawn") && dice.nextBoolean() ? "founding" : "own";
    return """
    "prompt":{"deck":"%s","id":"everyday-1-001","topic":"%s","ring":%d,"language":"en",\
    "text":"%s"}\
    """
        .formatted(deck, topic.word(), ring, marked(kind, topic, ring));
  }

  static String marked(String kind, Topic topic, int ring) {
    return "<" + kind + " " + topic.word() + " " + ring + ">";
  }

  /// Out of its form, or of a version that only one side speaks.
  private String broken() {
    String event = event();
    if (dice.nextBoolean()) {
      String later = one(LATER);
      return event.replace("{\"type\"", "{\"since\":" + later + ",\"type\"");
    }
    for (String field : REQUIRED) {
      int at = event.indexOf("\"" + field + "\":");
      if (at >= 0 && (field.equals("type") || dice.nextBoolean())) {
        String head = event.substring(0, at);
        return head + "\"" + field + "\":" + one(JUNK) + "}".repeat(open(head));
      }
    }
    return one(JUNK);
  }

  private static int open(String head) {
    return (int) head.chars().filter(unit -> unit == '{').count();
  }

  private String one(List<String> of) {
    return of.get(dice.nextInt(of.size()));
  }

  private static String of(String type, String... fields) {
    return "{\"type\":\"" + type + "\"," + String.join(",", fields) + "}";
  }
}
