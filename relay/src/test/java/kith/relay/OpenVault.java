package kith.relay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kith.relay.log.Sample;
import kith.wire.Base64Url;
import kith.wire.Capability;
import kith.wire.Id;
import org.jspecify.annotations.Nullable;

/// A vault with one device, and an open session of it.
final class OpenVault {
  private final Running relay;
  private final Id id;
  private final Id device;
  private final KeyPair keys;
  private Capability session = Sample.capability(0);

  /// Makes the vault of this number and opens it.
  OpenVault(Running relay, long number) {
    this.relay = relay;
    this.id = Sample.id(8_000 + 10 * number);
    this.device = Sample.id(8_001 + 10 * number);
    try {
      this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
    Running.expect("201", ask("PUT", "", null, "{\"unlocker\":" + unlocker() + "}"));
    unlock();
  }

  Capability session() {
    return session;
  }

  String path() {
    return "/v1/vaults/" + id.text();
  }

  /// With the open session.
  String ask(String method, String path, @Nullable String body) {
    return ask(method, path, session, body);
  }

  String ask(String method, String path, @Nullable Capability who, @Nullable String body) {
    return relay.ask(method, path() + path, who, body);
  }

  /// The device as an unlocker.
  String unlocker() {
    byte[] encoded = keys.getPublic().getEncoded();
    byte[] key = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    return "{\"unlocker\":\"%s\",\"kind\":4,\"envelope\":\"%s\",\"public_key\":\"%s\"}"
        .formatted(device.text(), Say.b64(Sample.box(1168, 4)), Base64Url.write(key));
  }

  /// Opens another session and uses that from now on.
  void unlock() {
    String challenge = field(ask("POST", "/challenge", null, "{}"), "challenge");
    String came = ask("POST", "/unlock", null, answer(challenge));
    Running.expect("200", came);
    session = Capability.read(field(came, "session")).orElseThrow();
  }

  /// A right answer to a challenge.
  String answer(String challenge) {
    String origin = "http://localhost:" + relay.port();
    byte[] from = origin.getBytes(StandardCharsets.UTF_8);
    byte[] label = "kith1/auth\0\1".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer message = ByteBuffer.allocate(label.length + 2 + from.length + 16 + 16 + 32 + 8);
    message.put(label).putShort((short) from.length).put(from).put(id.bytes());
    message.put(device.bytes()).put(Base64Url.read(challenge).orElseThrow()).putLong(77);
    return ("{\"unlocker\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"time\":77,"
            + "\"signature\":\"%s\"}")
        .formatted(device.text(), challenge, origin, Base64Url.write(sign(message.array())));
  }

  private byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /// The first text of this name in an answer.
  static String field(String answer, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(answer);
    if (!found.find()) {
      throw new AssertionError("no " + name + " in " + answer);
    }
    return found.group(1);
  }
}
