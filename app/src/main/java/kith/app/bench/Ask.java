package kith.app.bench;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import kith.wire.Base64Url;
import kith.wire.Capability;
import kith.wire.Days;
import kith.wire.Id;
import kith.wire.Limits;

/// The requests of an exchange as bytes.
final class Ask {
  private static final int EVENT = 1024;
  private static final int BODY = 1024;

  /// A card's life: a week.
  private static final int DAYS = 7;

  private final SplittableRandom dice;
  private final String event;
  private final String words;
  private final int expires = Days.of(System.currentTimeMillis()) + DAYS;

  Ask(long seed) {
    dice = new SplittableRandom(seed);
    event = random(EVENT);
    words = "\"body\":\"" + random(BODY) + "\",\"key\":\"" + random(Limits.KEY_BYTES) + "\"";
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
    String body = "{\"handle\":\"%s\",\"parts\":{\"event\":\"%s\"}}".formatted(newId(), event);
    return request("POST", entries(bond), Cast.capability(bond, 0), body);
  }

  byte[] deposit(int bond, int seat, String gate) {
    String path = "/v1/bonds/" + Cast.bond(bond).id().text() + "/gates/" + gate;
    String body =
        "{\"revision\":1,\"expires\":%d,\"parts\":{\"event\":\"%s\",%s}}"
            .formatted(expires, event, words);
    return request("PUT", path, Cast.capability(bond, seat), body);
  }

  byte[] read(int bond, int seat, long after) {
    String path = entries(bond) + "?after=" + after;
    return request("GET", path, Cast.capability(bond, seat), "");
  }

  static byte[] live(int bond, int seat) {
    String body =
        "{\"bonds\":[{\"bond\":\"%s\",\"capability\":\"%s\"}]}"
            .formatted(Cast.bond(bond).id().text(), Cast.capability(bond, seat).text());
    return request("POST", "/v1/live", null, body);
  }

  private static String entries(int bond) {
    return "/v1/bonds/" + Cast.bond(bond).id().text() + "/entries";
  }

  private static byte[] request(
      String method, String path, @org.jspecify.annotations.Nullable Capability who, String body) {
    StringBuilder text = new StringBuilder(body.length() + 256);
    text.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
    if (who != null) {
      text.append("Authorization: Bearer ").append(who.text()).append("\r\n");
    }
    if (!body.isEmpty()) {
      text.append("Content-Type: application/json\r\nContent-Length: ").append(body.length());
      text.append("\r\n");
    }
    return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.US_ASCII);
  }
}
