package kith.client;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import kith.core.json.Json;
import kith.core.json.MalformedText;
import kith.crypto.Base64Url;
import kith.crypto.Bytes;
import org.jspecify.annotations.Nullable;

/// The relay's verbs (docs/protocol.md). Nothing that it says is trusted further than its shape.
final class Relay {

  private static final String PROBLEM = "urn:kith:problem:";

  private static final int SERVER_FAILED = 500;

  private final Network network;

  Relay(Network network) {
    this.network = network;
  }

  long day() throws Unreachable, Problem {
    return number(call("GET", "/v1/about", null, null), "day");
  }

  void createBond(Kept record) throws Unreachable, Problem {
    call("PUT", bond(record), null, seat(record));
  }

  long append(Kept record, Json entry) throws Unreachable, Problem {
    return number(call("POST", bond(record) + "/entries", capability(record), entry), "seq");
  }

  void deposit(Kept record, String gate, Json deposit) throws Unreachable, Problem {
    call("PUT", bond(record) + "/gates/" + gate, capability(record), deposit);
  }

  Kept read(Kept record, long after) throws Unreachable, Problem {
    return call("GET", bond(record) + "/entries?after=" + after, capability(record), null);
  }

  Kept changes(Kept record, long after) throws Unreachable, Problem {
    return call("GET", bond(record) + "/changes?after=" + after, capability(record), null);
  }

  /// Takes own words back at the relay.
  void tombstone(Kept record, Kept waiting) throws Unreachable, Problem {
    String path = bond(record) + "/entries/" + waiting.number("seq") + "/tombstone";
    call("PUT", path, capability(record), waiting.without("kind").without("seq").fields());
  }

  void end(Kept record, Json end) throws Unreachable, Problem {
    call("POST", bond(record) + "/end", capability(record), end);
  }

  Kept counters(Kept record) throws Unreachable, Problem {
    return call("GET", bond(record) + "/votes", capability(record), null);
  }

  void vote(Kept record, Kept upload) throws Unreachable, Problem {
    call("PUT", bond(record) + "/votes", capability(record), upload.fields());
  }

  /// Replaces key records of mine.
  Kept rewrap(Kept record, List<Json> keys) throws Unreachable, Problem {
    Json body = Kept.NOTHING.with("keys", keys).fields();
    return call("POST", bond(record) + "/keys", capability(record), body);
  }

  /// From the answer on, only the next capability opens this seat.
  void rotate(Kept record, Bytes next) throws Unreachable, Problem {
    Json body = Json.object().with("seat", hash(next)).built();
    call("PUT", bond(record) + "/seat", capability(record), body);
  }

  void offer(Kept record, Bytes offer, long expires) throws Unreachable, Problem {
    Json body =
        Kept.NOTHING
            .with("bond", record.text("bond"))
            .with("offer", offer)
            .with("expires", expires)
            .fields();
    call("PUT", invitation(record.text("invitationId")), capability(record), body);
  }

  Kept invitationOf(String id) throws Unreachable, Problem {
    return call("GET", invitation(id), null, null);
  }

  void accept(Kept record, String accept) throws Unreachable, Problem {
    Json body = Kept.of(seat(record)).with("accept", accept).fields();
    call("PUT", invitation(record.text("invitationId")) + "/accept", null, body);
  }

  void confirm(Kept record, String confirm) throws Unreachable, Problem {
    Json body = Json.object().with("confirm", confirm).built();
    call("PUT", invitation(record.text("invitationId")) + "/confirm", capability(record), body);
  }

  void forget(Kept record) throws Unreachable, Problem {
    call("DELETE", invitation(record.text("invitationId")), capability(record), null);
  }

  private static String invitation(String id) {
    return "/v1/invitations/" + id;
  }

  private static String bond(Kept record) {
    return "/v1/bonds/" + record.text("bond");
  }

  private static String capability(Kept record) {
    return record.text("capability");
  }

  private static Json seat(Kept record) {
    return Json.object().with("seat", hash(record.bytes("capability"))).built();
  }

  private static String hash(Bytes capability) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(capability.toArray());
      return Base64Url.format(digest);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  private static long number(Kept answer, String name) throws Unreachable {
    try {
      return answer.number(name);
    } catch (MalformedText odd) {
      throw new Unreachable("the answer is not the relay's", odd);
    }
  }

  Kept call(String method, String path, @Nullable String capability, @Nullable Json body)
      throws Unreachable, Problem {
    Network.Reply reply = network.send(new Network.Request(method, path, capability, body));
    if (reply.status() >= SERVER_FAILED) {
      throw new Unreachable("the relay has failed");
    }
    Json answer = reply.body();
    if (reply.status() / 100 != 2) {
      throw new Problem(name(answer));
    }
    return answer instanceof Json.Fields fields ? new Kept(fields) : Kept.NOTHING;
  }

  private static String name(Json problem) {
    return problem instanceof Json.Fields fields
            && fields.at("type").orElse(null) instanceof Json.Text(String type)
            && type.startsWith(PROBLEM)
        ? type.substring(PROBLEM.length())
        : "unknown";
  }
}
