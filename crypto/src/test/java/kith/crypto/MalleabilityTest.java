package kith.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.node.ObjectNode;

/// Whatever byte of a box is changed, it is rejected, and always in the same words.
class MalleabilityTest {

  @TestFactory
  Stream<DynamicTest> a_box_with_any_byte_changed_is_rejected() {
    return Stream.of("event", "gate-event", "state", "envelope", "statement", "offer", "confirm")
        .map(kind -> DynamicTest.dynamicTest(kind, () -> everyByteCounts(kind, "box")));
  }

  @TestFactory
  Stream<DynamicTest> a_later_box_with_any_byte_changed_is_rejected() {
    return Stream.of(
            "tombstone/tombstone",
            "vote/vote",
            "vault-record/vault-record",
            "login/login",
            "next-statement/next-statement",
            "rotation/rotation",
            "unlocker/unlocker-passkey",
            "link-offer/link-offer",
            "link-accept/link-accept",
            "link-reveal/link-reveal",
            "link-grant/link-grant")
        .map(file -> DynamicTest.dynamicTest(file, () -> everyByteCounts(file, "box")));
  }

  @TestFactory
  Stream<DynamicTest> a_released_key_with_any_byte_changed_is_rejected() {
    return Stream.of("key", "body")
        .map(part -> DynamicTest.dynamicTest(part, () -> everyByteCounts("release/release", part)));
  }

  @Test
  void an_accept_with_any_byte_changed_is_rejected() {
    Inputs file = new Inputs(file("accept"));
    Identity inviter = Opening.identity(file.inner("given").inner("inviter"));
    Invitation invitation = Opening.invitation(file.inner("given"));
    byte[] box = file.array("box");
    IntStream.range(0, box.length)
        .parallel()
        .forEach(
            at -> {
              Bytes changed = Bytes.of(VectorCase.flipped(box, at));
              assertThatThrownBy(() -> new Handshake().openAccept(inviter, invitation, changed))
                  .as("byte %d", at)
                  .isExactlyInstanceOf(Rejected.class)
                  .hasMessage("rejected");
            });
  }

  @TestFactory
  Stream<DynamicTest> an_answer_with_any_byte_changed_is_rejected() {
    return Stream.of("body", "key")
        .map(part -> DynamicTest.dynamicTest(part, () -> everyByteCounts("answer", part)));
  }

  @TestFactory
  Stream<DynamicTest> an_answer_with_any_header_byte_changed_is_rejected() {
    return Stream.of("exchange", "promptHash", "kc", "com")
        .map(field -> DynamicTest.dynamicTest(field, () -> everyFieldByteCounts(field)));
  }

  @Test
  void a_changed_private_tag_takes_the_confirmation_away() throws Rejected {
    ObjectNode file = file("answer");
    byte[] tag = Base64Url.parse(file.get("sealed").get("self").asString());
    for (int at = 0; at < tag.length; at++) {
      String changed = Base64Url.format(VectorCase.flipped(tag, at));
      ((ObjectNode) file.get("sealed")).put("self", changed);
      assertThat(Opening.of(file)).containsEntry("confirmed", "false");
    }
  }

  @TestFactory
  Stream<DynamicTest> a_box_of_any_other_length_is_rejected() {
    return Stream.of("event", "state", "envelope", "statement", "offer", "accept", "confirm")
        .map(kind -> DynamicTest.dynamicTest(kind, () -> noOtherLength(kind)));
  }

  @Test
  void a_rejection_tells_no_cause_and_no_place() {
    assertThat(new Rejected()).hasNoCause().hasMessage("rejected");
    assertThat(new Rejected().getStackTrace()).isEmpty();
  }

  private static ObjectNode file(String kind) {
    return (ObjectNode) VectorFiles.own("crypto/" + kind + ".json");
  }

  /// Every byte of it, on all cores: each has a file of its own.
  private static void everyByteCounts(String kind, String part) {
    ObjectNode file = file(kind);
    byte[] box = HexFormat.of().parseHex(file.get(part).asString());
    IntStream.range(0, box.length)
        .parallel()
        .forEach(
            at -> {
              byte[] changed = box.clone();
              changed[at] ^= (byte) (1 << (at % Byte.SIZE));
              ObjectNode own = file.deepCopy();
              own.put(part, HexFormat.of().formatHex(changed));
              mustBeRejected(own, "byte " + at);
            });
  }

  private static void everyFieldByteCounts(String field) throws Rejected {
    ObjectNode file = file("answer");
    byte[] bytes = Base64Url.parse(file.get("sealed").get(field).asString());
    for (int at = 0; at < bytes.length; at++) {
      String changed = Base64Url.format(VectorCase.flipped(bytes, at));
      ((ObjectNode) file.get("sealed")).put(field, changed);
      mustBeRejected(file, "byte " + at);
    }
  }

  private static void noOtherLength(String kind) {
    ObjectNode file = file(kind);
    String box = file.get("box").asString();
    int length = box.length() / 2;
    for (int shorter : List.of(0, 1, 4, 5, 12, 28, length / 2, length - 1)) {
      file.put("box", box.substring(0, 2 * shorter));
      mustBeRejected(file, "length " + shorter);
    }
    for (String more : List.of("00", "80", "00".repeat(64))) {
      file.put("box", box + more);
      mustBeRejected(file, "longer by " + more.length() / 2);
    }
  }

  private static void mustBeRejected(ObjectNode file, String what) {
    assertThatThrownBy(() -> Opening.of(file))
        .as(what)
        .isExactlyInstanceOf(Rejected.class)
        .hasMessage("rejected");
  }
}
