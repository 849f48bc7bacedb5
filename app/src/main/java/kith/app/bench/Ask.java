package kith.app.bench;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import kith.wire.Base64Url;
import kith.wire.Days;
import kith.wire.Id;
import kith.wire.Limits;
import org.jspecify.annotations.Nullable;

/// The requests of an exchange as bytes. All but their names is made once: whoever measures shares
/// the processor with what is measured.
final class Ask {
  private static final int EVENT = 1024;
  private static final int BODY = 1024;

  /// A card's life: a week.
  private static final int DAYS = 7;

  private static final String BOND = "b".repeat(22);
  private static final String NAME = "n".repeat(22);
  private static final String WHO = "w".repeat(43);
  private static final String AFTER = "0".repeat(12);

  private final SplittableRandom dice;
  private final Form append;
  private final Form deposit;
  private final Form read;

  Ask(long seed) {
    dice = new SplittableRandom(seed);
    String event = random(EVENT);
    String words = "\"body\":\"" + random(BODY) + "\",\"key\":\"" + random(Limits.KEY_BYTES) + "\"";
    int expires = Days.of(System.currentTimeMillis()) + DAYS;
    String entries = "/v1/bonds/" + BOND + "/entries";
    append =
        new Form(
            request(
                "POST " + entries,
                WHO,
                "{\"handle\":\"%s\",\"parts\":{\"event\":\"%s\"}}".formatted(NAME, event)));
    deposit =
        new Form(
            request(
                "PUT /v1/bonds/" + BOND + "/gates/" + NAME,
                WHO,
                "{\"revision\":1,\"expires\":%d,\"parts\":{\"event\":\"%s\",%s}}"
                    .formatted(expires, event, words)));
    read = new Form(request("GET " + entries + "?after=" + AFTER, WHO, ""));
  }

  /// A request with gaps: what fills them always has the same length.
  private static final class Form {
    private final byte[] bytes;
    private final int bond;
    private final int name;
    private final int who;
    private final int after;

    Form(String text) {
      bytes = text.getBytes(StandardCharsets.US_ASCII);
      bond = text.indexOf(BOND);
      name = text.indexOf(NAME);
      who = text.indexOf(WHO);
      after = text.indexOf(AFTER);
    }

    byte[] of(int number, int seat) {
      byte[] filled = bytes.clone();
      fill(filled, bond, Cast.bond(number).id().text());
      fill(filled, who, Cast.capability(number, seat).text());
      return filled;
    }

    byte[] named(int number, int seat, String as) {
      byte[] filled = of(number, seat);
      fill(filled, name, as);
      return filled;
    }

    byte[] after(int number, int seat, long position) {
      byte[] filled = of(number, seat);
      byte[] digits = Long.toString(position).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(digits, 0, filled, after + AFTER.length() - digits.length, digits.length);
      return filled;
    }

    private static void fill(byte[] request, int at, String text) {
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(bytes, 0, request, at, bytes.length);
    }
  }

  private String random(int length) {
    byte[] bytes = new byte[length];
    dice.nextBytes(bytes);
    return Base64Url.write(bytes);
  }

  String newId() {
    return new Id(dice.nextLong(), dice.nextLong()).text();
  }

  byte[] append(int bond) {
    return append.named(bond, 0, newId());
  }

  byte[] deposit(int bond, int seat, String gate) {
    return deposit.named(bond, seat, gate);
  }

  byte[] read(int bond, int seat, long after) {
    return read.after(bond, seat, after);
  }

  static byte[] live(int bond, int seat) {
    String body =
        "{\"bonds\":[{\"bond\":\"%s\",\"capability\":\"%s\"}]}"
            .formatted(Cast.bond(bond).id().text(), Cast.capability(bond, seat).text());
    return request("POST /v1/live", null, body).getBytes(StandardCharsets.US_ASCII);
  }

  private static String request(String line, @Nullable String who, String body) {
    StringBuilder text = new StringBuilder(body.length() + 256);
    text.append(line).append(" HTTP/1.1\r\nHost: localhost\r\n");
    if (who != null) {
      text.append("Authorization: Bearer ").append(who).append("\r\n");
    }
    if (!body.isEmpty()) {
      text.append("Content-Type: application/json\r\nContent-Length: ").append(body.length());
      text.append("\r\n");
    }
    return text.append("\r\n").append(body).toString();
  }
}
