package kith.lab.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kith.client.Kept;
import kith.client.Kith;
import kith.core.json.Json;

/// One bond of a world: how its two people meet, and what must be true of them whenever all has
/// been delivered.
final class Bonded {
  /// Five minutes each: with every twentieth step going wrong, nobody needs as many.
  private static final int MOST_STEPS = 200;

  private static final int STEP_MINUTES = 5;

  /// Each looks so often until both have read all: a look sends, reads, and sends what it owes.
  private static final int LOOKS = 4;

  private final Member zero;
  private final Member one;
  private final Wire.Around around;
  private Optional<Liar> liar = Optional.empty();

  Bonded(Member zero, Member one, Wire.Around around) {
    this.zero = zero;
    this.one = one;
    this.around = around;
  }

  List<Member> members() {
    return List.of(zero, one);
  }

  /// A relay that may lie to the second of the two.
  void liesTo(Liar one) {
    liar = Optional.of(one);
  }

  /// Invitation, accept, confirm; again and again until both are there.
  void meet() {
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      if (met()) {
        around.trace().tell("", "two have met");
        return;
      }
      step();
      around.time().reach(around.time().millis() + STEP_MINUTES * WorldTime.MINUTE);
    }
    throw new Broken(Property.NOBODY_STUCK, "Two do not find together.");
  }

  private boolean met() {
    return stage(zero).equals("joined") && stage(one).equals("joined");
  }

  private static String stage(Member member) {
    return member.local().isEmpty() ? "" : member.standing().stage();
  }

  private void step() {
    switch (stage(zero)) {
      case "" -> begin(zero, "makes an invitation", kith -> kith.start(zero.device().name()));
      case "asked" ->
          zero.device().attempt("says that it is them", kith -> kith.confirm(zero.local()));
      default -> zero.sync();
    }
    if (!stage(one).isEmpty()) {
      one.sync();
    } else if (stage(zero).equals("inviting")) {
      String link = zero.device().kith().link(zero.local()).orElseThrow();
      begin(one, "joins", kith -> kith.join(kith.lookAt(link), one.device().name()));
    }
  }

  /// Does what makes a bond; whatever becomes of it, a bond that is new on the device is this one.
  private static void begin(Member member, String what, Device.Deed deed) {
    Set<String> before = new TreeSet<>(member.device().kith().bonds());
    member.device().attempt(what, deed);
    for (String local : member.device().kith().bonds()) {
      if (!before.contains(local)) {
        member.has(local);
      }
    }
  }

  /// With a network that does its work, both read all; then they must see the same, and nobody may
  /// be held up.
  void agree() {
    if (liar.map(one -> one.took().isPresent()).orElse(false)) {
      findOut();
      return;
    }
    for (int look = 0; look < LOOKS && (look == 0 || !allRead()); look++) {
      fine(zero.sync(), zero);
      fine(one.sync(), one);
    }
    members().forEach(this::free);
    long last = last();
    if (!allRead()) {
      throw new Broken(Property.NOTHING_LOST, "Not all of " + last + " entries were read.");
    }
    opened();
    if (!Projection.of(zero.look()).equals(Projection.of(one.look()))) {
      throw new Broken(Property.SAME_VIEW, "After " + last + " entries they do not.");
    }
  }

  private long last() {
    return around.watch().ledger(zero.standing().seat().bond()).last();
  }

  private boolean allRead() {
    long last = last();
    return members().stream()
        .map(Member::standing)
        .allMatch(each -> each.read() == last && !each.waiting());
  }

  /// Where both devices say that their answers lie with the relay, they must have opened.
  private void opened() {
    for (Json each : zero.look().items("table")) {
      Kept card = Kept.of(each);
      String exchange = card.text("exchange");
      boolean mine = card.text("state").equals("drawn") && card.isTrue("sealedByMe");
      Optional<Kept> theirs = Member.find(one.look(), exchange);
      if (mine && theirs.map(other -> other.isTrue("sealedByMe")).orElse(false)) {
        throw new Broken(Property.NOTHING_LOST, "Both have sealed, and it does not open.");
      }
    }
  }

  /// The lie has been told; both look again and again, and compare four words. Either a device has
  /// stopped, or the words differ, or the lie has changed nothing that anybody sees.
  private void findOut() {
    for (int look = 0; look < LOOKS; look++) {
      zero.sync();
      one.sync();
    }
    Set<String> stopped = new TreeSet<>();
    members().forEach(each -> stopped.addAll(stopped(each.standing())));
    boolean differ = !words(zero).equals(words(one));
    boolean same = Projection.of(zero.look()).equals(Projection.of(one.look()));
    if (stopped.isEmpty() && !differ && !same) {
      throw new Broken(Property.LIE_FOUND, "Both go on, and see different things.");
    }
    String otherwise = differ ? "the words differ" : "no effect";
    String found = stopped.isEmpty() ? otherwise : "stopped, " + String.join(" and ", stopped);
    around.trace().tell("", "a lie: " + found);
  }

  /// What a device alarms its owner with, and whether it says that words have gone missing.
  private static List<String> stopped(Kith.Standing standing) {
    List<String> names = new ArrayList<>();
    standing.alarm().ifPresent(names::add);
    if (standing.missing() > 0) {
      names.add("missing");
    }
    return names;
  }

  private static Optional<String> words(Member member) {
    return member.device().kith().words(member.local());
  }

  private static void fine(Device.Came came, Member member) {
    if (!came.done()) {
      throw new Broken(Property.NOBODY_STUCK, member.device().name() + ": " + came + ".");
    }
  }

  private void free(Member member) {
    Kith.Standing standing = member.standing();
    String name = member.device().name();
    if (standing.alarm().isPresent()) {
      throw new Broken(
          Property.NOBODY_STUCK, name + " has stopped: " + standing.alarm().get() + ".");
    }
    if (standing.waiting()) {
      throw new Broken(Property.NOBODY_STUCK, "What " + name + " wrote still waits.");
    }
    Kept view = member.look();
    boolean over = view.inner("together").text("state").equals("ended");
    if (!over && !Member.mayDo(view, "end")) {
      throw new Broken(Property.NOBODY_STUCK, name + " cannot leave.");
    }
  }
}
