package kith.client;

import java.util.List;
import java.util.Optional;
import kith.core.json.Json;
import kith.crypto.Base64Url;
import kith.crypto.Bytes;
import kith.crypto.Login;
import kith.crypto.Unlocker;
import kith.crypto.VaultRecords;
import org.jspecify.annotations.Nullable;

/// The relay's verbs about vaults (docs/protocol.md). Nothing that it answers is believed: all is
/// opened by keys.
final class VaultRelay {

  private final Relay relay;
  private final String origin;

  VaultRelay(Network network) {
    this.relay = new Relay(network);
    this.origin = network.origin();
  }

  /// A vault, and the session that opens it.
  record Open(String vault, String session) {

    /// Without the session.
    @Override
    public String toString() {
      return "Open";
    }
  }

  /// Somebody came in: the root key of that generation, as it is sealed to the way they came.
  record Entered(Open at, long generation, Bytes envelope) {}

  /// The id of an account's vault.
  static String vault(Bytes account) {
    return Base64Url.format(VaultRecords.vault(account).toArray());
  }

  /// Makes the vault with its first way in. The same again is the same.
  void create(String vault, Kept unlocker) throws Unreachable, Problem {
    call("PUT", vault, "", Kept.NOTHING.with("unlocker", unlocker));
  }

  /// `challenge`, and what somebody needs who comes by words or by the recovery code.
  Kept challenge(String vault) throws Unreachable, Problem {
    return call("POST", vault, "/challenge", Kept.NOTHING);
  }

  /// Comes in.
  ///
  /// @param challenge as [#challenge] gave it
  /// @param known a session that this device once had: strangers who guess words never hold it up
  /// @param at milliseconds since 1970 UTC, by this device's clock
  Entered enter(Unlocker unlocker, Kept challenge, Optional<String> known, long at)
      throws Unreachable, Problem {
    String vault = vault(unlocker.account());
    Login login = new Login(origin, challenge.bytes("challenge"), at);
    Kept answer =
        Kept.NOTHING
            .with("unlocker", unlocker.id())
            .with("challenge", challenge.text("challenge"))
            .with("origin", origin)
            .with("time", at)
            .with("signature", unlocker.sign(login));
    Kept entered = relay.call("POST", path(vault) + "/unlock", known.orElse(null), answer.fields());
    Open open = new Open(vault, entered.text("session"));
    return new Entered(open, entered.number("generation"), entered.bytes("envelope"));
  }

  /// The records that were changed after that change: `records`, and whether there are `more`.
  Kept records(Open at, long after) throws Unreachable, Problem {
    return within(at, "GET", "/records?after=" + after, null);
  }

  Kept record(Open at, String record) throws Unreachable, Problem {
    return within(at, "GET", "/records/" + record, null);
  }

  /// Writes a record that is at version `was` (0: never written); without a box erases it. Gives
  /// its version.
  long put(Open at, String record, long was, Optional<Bytes> box) throws Unreachable, Problem {
    Kept body = Kept.NOTHING.with("was", was).with("box", new Json.Null());
    Kept whole = box.isPresent() ? body.with("box", box.get()) : body;
    return within(at, "PUT", "/records/" + record, whole).number("version");
  }

  /// The ways in that the relay knows.
  List<Kept> unlockers(Open at) throws Unreachable, Problem {
    return within(at, "GET", "/unlockers", null).items("unlockers").stream().map(Kept::of).toList();
  }

  void add(Open at, Kept unlocker) throws Unreachable, Problem {
    add(at, unlocker, Optional.empty());
  }

  /// The same in the place of another of its kind, in one step.
  void add(Open at, Kept unlocker, Optional<String> replaces) throws Unreachable, Problem {
    Kept body = Kept.NOTHING.with("unlocker", unlocker);
    Kept whole = replaces.isPresent() ? body.with("replaces", replaces.get()) : body;
    within(at, "POST", "/unlockers", whole);
  }

  void remove(Open at, String unlocker) throws Unreachable, Problem {
    within(at, "DELETE", "/unlockers/" + unlocker, null);
  }

  /// A new generation: these ways in and no others, and every other session is over.
  void renew(Open at, long generation, List<Json> unlockers) throws Unreachable, Problem {
    Kept body = Kept.NOTHING.with("generation", generation).with("unlockers", unlockers);
    within(at, "PUT", "/unlockers", body);
  }

  /// Erases the vault with all that is in it.
  void delete(Open at) throws Unreachable, Problem {
    within(at, "DELETE", "", null);
  }

  private Kept within(Open at, String method, String path, @Nullable Kept body)
      throws Unreachable, Problem {
    Json fields = body == null ? null : body.fields();
    return relay.call(method, path(at.vault()) + path, at.session(), fields);
  }

  private Kept call(String method, String vault, String path, Kept body)
      throws Unreachable, Problem {
    return relay.call(method, path(vault) + path, null, body.fields());
  }

  private static String path(String vault) {
    return "/v1/vaults/" + vault;
  }
}
