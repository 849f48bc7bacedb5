package kith.lab.world;

import java.util.List;
import kith.client.Kept;
import kith.core.json.Json;
import kith.lab.dice.Dice;

/// What somebody does who is uneasy: tells of a misstep, steps back, rests; and how the other one
/// mends.
final class Retreat {
  private static final double TELLS_OF_IT = 0.03;
  private static final double SAYS_IT_BACK = 0.6;
  private static final double OWNS_IT = 0.5;
  private static final double STEPS_BACK = 0.01;
  private static final double RESTS = 0.006;
  private static final double ENDS = 0.001;
  private static final int LONGEST_REST = 9;

  private final Member member;
  private final Two two;
  private final Dice dice;

  Retreat(Member member, Two two, Dice dice) {
    this.member = member;
    this.two = two;
    this.dice = dice;
  }

  void perhaps(Kept view, long day) {
    view.inner("together").items("repairs").forEach(each -> mend(Kept.of(each)));
    for (Json each : view.items("table")) {
      misstep(Kept.of(each));
    }
    if (dice.chance(STEPS_BACK)) {
      stepBack(view);
    }
    if (Member.mayDo(view, "rest") && dice.chance(RESTS)) {
      long until = day + 1 + dice.below(LONGEST_REST);
      member.act(
          "lets the bond rest until day " + until,
          Kept.NOTHING.with("type", "rest").with("until", until));
    }
    if (dice.chance(ENDS)) {
      end();
    }
  }

  private void end() {
    Kept end =
        Kept.NOTHING
            .with("type", "end")
            .with("note", "")
            .with("takeBack", new Json.Truth(dice.chance(0.5)))
            .with("later", new Json.Truth(dice.chance(0.5)));
    member.act("ends the bond", end);
  }

  private void misstep(Kept card) {
    boolean hurt = two.dyad().person(member.seat()).mistaken();
    boolean opened = card.text("state").equals("opened");
    if (opened && Member.mayDo(card, "tell") && dice.chance(hurt ? 0.5 : TELLS_OF_IT)) {
      member.act("tells of a misstep", Member.command("tell", card).with("misstep", "judged"));
    }
  }

  private void mend(Kept repair) {
    if (Member.mayDo(repair, "sayBack") && dice.chance(SAYS_IT_BACK)) {
      member.act(
          "says back what was heard", Member.command("say-back", repair).with("words", "heard"));
    } else if (Member.mayDo(repair, "own") && dice.chance(OWNS_IT)) {
      member.act("owns it", Member.command("own", repair).with("own", "it was mine"));
    }
  }

  private void stepBack(Kept view) {
    List<Json> topics = view.items("topics");
    Kept topic = Kept.of(topics.get(dice.below(topics.size())));
    if (topic.number("ring") > 1 && !topic.has("stepBack")) {
      member.act(
          "steps back in " + topic.text("topic"),
          Kept.NOTHING
              .with("type", "step-back")
              .with("topic", topic.text("topic"))
              .with("ring", topic.number("ring") - 1));
    }
  }
}
