package kith.crypto;

import static kith.crypto.VectorCase.flipped;

import java.util.Arrays;
import tools.jackson.databind.node.ObjectNode;

/// The vectors of an account's later generations, and of its vault.
final class VaultVectors {

  private static final String OTHER_ID = "0f".repeat(16);

  private VaultVectors() {}

  static void write() throws Rejected {
    statements();
    records();
  }

  private static void statements() throws Rejected {
    String given =
        "{"
            + AccountVectors.INVITER
            + ",'nextRootKey':'"
            + "13".repeat(32)
            + "','nextCreated':1760000000000}";
    VectorCase one = VectorCase.opens("next-statement_", given, "{}");
    one.rejectedBytes("flipped-signature-of-the-one-before", "box", box -> flipped(box, 1400));
    one.rejectedBytes("flipped-own-signature", "box", box -> flipped(box, 1340));
    one.rejectedBytes("without-the-signature-before", "box", VaultVectors::unsigned);
    one.rejectedBytes("truncated", "box", box -> Arrays.copyOf(box, box.length - 1));
    one.rejectedGiven("after-another-root-key", "rootKey", "12".repeat(32));
    one.rejectedGiven("after-another-account", "account", OTHER_ID);
    one.rejected(
        "after-another-statement",
        changed -> ((ObjectNode) changed.get("given")).put("created", 1_750_000_000_001L));
    one.rejected("one-generation-left-out", changed -> changed.put("box", third()));
    one.rejected("the-same-generation-again", changed -> changed.put("box", first()));
  }

  private static byte[] unsigned(byte[] box) {
    byte[] without = box.clone();
    Arrays.fill(without, box.length - 64, box.length, (byte) 0);
    return without;
  }

  private static Identity identity(int generation, Identity before) {
    byte[] rootKey = new byte[32];
    Arrays.fill(rootKey, (byte) generation);
    Bytes account = before.keys().account();
    AccountKeys keys = AccountKeys.derive(new Account(account, generation, Secret.of(rootKey)));
    return new Identity(keys, Statement.makeNext(before, keys, 1_760_000_000_000L));
  }

  private static Identity start() {
    return Opening.identity(new Inputs(MakeVectors.object("{" + AccountVectors.INVITER + "}")));
  }

  private static String third() {
    return Opening.hex(identity(3, identity(2, start())).statement().signed());
  }

  private static String first() {
    return Opening.hex(start().statement().signed());
  }

  private static void records() throws Rejected {
    String given = "{" + AccountVectors.INVITER + ",'name':'drawer/1','version':3}";
    VectorCase one =
        VectorCase.opens("vault-record_", given, "{'text':'[]'}", "01".repeat(12))
            .rejectedWhenDamaged("box");
    one.rejectedGiven("other-name", "name", "drawer/2");
    one.rejectedGiven("older-version", "version", 2);
    one.rejectedGiven("newer-version", "version", 4);
    one.rejectedGiven("other-account", "account", OTHER_ID);
    one.rejectedGiven("other-root-key", "rootKey", "12".repeat(32));
    one.rejected("kept-as-local-state", changed -> changed.put("box", local(given)));
    String longText = "{'text':'" + "a".repeat(995) + "'}";
    VectorCase.opens("vault-record_of-the-second-size", given, longText, "01".repeat(12));
  }

  private static String local(String json) {
    Inputs given = new Inputs(MakeVectors.object(json));
    LocalState state = new LocalState(AccountKeys.derive(Opening.account(given)));
    return Opening.hex(state.seal(OpeningKeys.place(given), new byte[995]));
  }
}
