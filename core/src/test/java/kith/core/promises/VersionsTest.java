package kith.core.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import kith.core.bond.Bond;
import kith.core.bond.Event;
import kith.core.bond.Kind;
import kith.core.bond.Reason;
import kith.core.bond.Seat;
import kith.core.bond.Topic;
import kith.core.person.Command;
import kith.core.person.Decision;
import org.junit.jupiter.api.Test;

/// Old and new software fold one history alike, until both people speak the new version.
final class VersionsTest {
  private final Diary old = new Diary(new Bond(Diary.FREE, 1));
  private final Diary renewed = new Diary(new Bond(Diary.FREE, 2));

  private void both(Seat by, Event event) {
    old.write(by, event);
    renewed.write(by, event);
  }

  @Test
  void a_later_event_counts_for_nobody_before_both_speak_its_version() {
    both(Seat.ZERO, new Event.Speaks(2));
    both(Seat.ZERO, new Event.Since(2, new Event.SteppedBack(Topic.WORK, 0)));
    assertThat(old.bond.openRing(Topic.WORK)).isEqualTo(1);
    assertThat(renewed.bond.openRing(Topic.WORK)).isEqualTo(1);
    assertThat(Picture.of(renewed.bond)).isEqualTo(Picture.of(old.bond));
    old.laid(Kind.SEALED, Seat.ONE, Topic.WORK, 1);
    renewed.laid(Kind.SEALED, Seat.ONE, Topic.WORK, 1);
    assertThat(Picture.of(renewed.bond)).isEqualTo(Picture.of(old.bond));
  }

  @Test
  void once_both_speak_it_the_old_device_says_so_and_only_leaves() {
    both(Seat.ZERO, new Event.Speaks(2));
    both(Seat.ONE, new Event.Speaks(2));
    both(Seat.ZERO, new Event.Since(2, new Event.SteppedBack(Topic.WORK, 0)));
    assertThat(renewed.bond.openRing(Topic.WORK)).isZero();
    assertThat(old.bond.outdated()).isTrue();
    assertThat(renewed.bond.outdated()).isFalse();
    assertThat(old.decide(new Command.Speak()))
        .isEqualTo(new Decision.Refused(Reason.VERSION_UNKNOWN));
    assertThat(old.decide(new Command.End("", false, false)))
        .isEqualTo(new Decision.Accepted(List.of(new Event.Ended("", false))));
    assertThat(old.decide(new Command.Rest(OptionalLong.empty())))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void nobody_speaks_for_the_other_and_no_version_is_taken_back() {
    both(Seat.ZERO, new Event.Speaks(3));
    both(Seat.ZERO, new Event.Speaks(2));
    assertThat(old.bond.version(Seat.ZERO)).isEqualTo(3);
    assertThat(old.bond.common()).isEqualTo(1);
    assertThat(old.bond.setAside()).isEqualTo(1);
  }
}
