package kith.lab.world;

import java.util.List;
import kith.client.Kept;
import kith.core.json.Json;
import kith.core.json.JsonWriter;
import kith.lab.dice.Dice;
import kith.lab.dyad.Partner;

/// What somebody tells only their own device: how it landed, how they are today, and their yeses.
final class Inwardly {
  private static final double NOTES_IT = 0.7;
  private static final double SAYS_HOW_THEY_ARE = 0.5;
  private static final double MENDED = 0.5;
  private static final double RESUMES = 0.6;
  private static final double TAKES_YES_BACK = 0.05;
  private static final double AN_EVENING = 0.02;
  private static final int MOST = 7;

  private final Member member;
  private final Two two;
  private final Dice dice;

  Inwardly(Member member, Two two, Dice dice) {
    this.member = member;
    this.two = two;
    this.dice = dice;
  }

  void perhaps(Kept view) {
    List<Json> questions = view.inner("own").items("questions");
    for (String first : List.of("landed", "comfort", "safety")) {
      questions.stream()
          .map(Kept::of)
          .filter(one -> one.text("ask").equals(first))
          .forEach(this::feels);
    }
    questions.forEach(one -> asked(Kept.of(one)));
    for (Json each : view.inner("own").items("yes")) {
      if (dice.chance(TAKES_YES_BACK)) {
        vote(Kept.of(each), false);
      }
    }
    if (Member.mayDo(view, "evening") && dice.chance(AN_EVENING)) {
      vote(Kept.NOTHING.with("on", "evening"), true);
    }
  }

  private Partner self() {
    return two.dyad().person(member.seat());
  }

  private long rated(double value) {
    return Math.round(Math.max(1, Math.min(MOST, value + dice.normal() / 2)));
  }

  private void feels(Kept question) {
    switch (question.text("ask")) {
      case "landed" -> {
        if (dice.chance(NOTES_IT)) {
          landed(question.text("exchange"));
        }
      }
      case "comfort" -> {
        if (dice.chance(SAYS_HOW_THEY_ARE)) {
          note(
              "says how they are today",
              Kept.NOTHING
                  .with("note", "comfort")
                  .with("comfort", rated(self().security() + 1))
                  .with("free", rated(self().security() + 2)));
        }
      }
      default -> note("says that they could say no", safe());
    }
  }

  private Kept safe() {
    boolean free = self().security() > self().traits().compliance() + 1;
    return Kept.NOTHING.with("note", "safety").with("free", new Json.Truth(free));
  }

  private void landed(String exchange) {
    note(
        "notes how it landed",
        Kept.NOTHING
            .with("note", "landed")
            .with("exchange", exchange)
            .with("understood", rated(self().understanding() + 1))
            .with("accepted", rated(self().understanding() + 1))
            .with("cared", rated(self().understanding() + 1))
            .with("brushed", rated(self().mistaken() ? MOST - 1 : 1)));
  }

  private void asked(Kept question) {
    switch (question.text("ask")) {
      case "deeper" -> {
        if (two.ready(member.seat(), question.text("topic"), question.number("ring"))) {
          vote(
              Kept.NOTHING
                  .with("on", "deeper")
                  .with("topic", question.text("topic"))
                  .with("ring", question.number("ring")),
              true);
        }
      }
      case "mended" -> perhaps(MENDED, "mended");
      case "resume" -> perhaps(RESUMES, "resume");
      default -> {}
    }
  }

  private void perhaps(double share, String matter) {
    if (dice.chance(share)) {
      vote(Kept.NOTHING.with("on", matter), true);
    }
  }

  private void vote(Kept matter, boolean yes) {
    if (yes && matter.text("on").equals("deeper")) {
      member.sayings().saidYes(matter.text("topic") + " " + matter.number("ring"), member.seat());
    }
    note(
        (yes ? "says yes: " : "takes a yes back: ") + JsonWriter.write(matter.fields()),
        Kept.NOTHING.with("note", "vote").with("matter", matter).with("yes", new Json.Truth(yes)));
  }

  private void note(String what, Kept note) {
    member.note(what, note);
  }
}
