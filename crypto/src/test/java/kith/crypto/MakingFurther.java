package kith.crypto;

import static kith.crypto.Opening.bond;
import static kith.crypto.Opening.hex;

import java.util.Map;

/// Makes the boxes of the later formats again.
record MakingFurther(Inputs file, Inputs given, Suite suite) {

  Map<String, String> make(String kind) throws Rejected {
    return switch (kind) {
      case "login" -> box(OpeningKeys.way(given).sign(OpeningKeys.login(given)));
      case "next-statement" -> box(nextStatement().signed());
      case "vault-record" -> box(vaultRecord());
      case "link-offer" -> box(linkOffer());
      case "link-reveal" -> box(linkReveal());
      case "release" -> release();
      case "tombstone" -> box(tombstone());
      case "vote" -> box(vote());
      case "mark" -> Map.of("marked", marked());
      default -> throw new AssertionError("cannot be made again: " + kind);
    };
  }

  private static Map<String, String> box(Bytes box) {
    return Map.of("box", hex(box));
  }

  private String text() {
    return file.inner("opened").text("text");
  }

  private Statement nextStatement() {
    Secret next = given.secret("nextRootKey");
    AccountKeys keys = AccountKeys.derive(new Account(given.bytes("account"), 2, next));
    return Statement.makeNext(Opening.identity(given), keys, given.number("nextCreated"));
  }

  private Bytes vaultRecord() {
    AccountKeys keys = AccountKeys.derive(Opening.account(given));
    return new VaultRecords(keys, suite).seal(OpeningKeys.place(given), Utf8.of(text()));
  }

  private Bytes linkOffer() {
    Identity owner = Opening.identity(given.inner("owner"));
    long expires = file.inner("opened").number("expires");
    return new DeviceLinks(suite).makeOffer(owner, given.secret("secret"), expires).offer();
  }

  private Bytes linkReveal() throws Rejected {
    DeviceLink link =
        new DeviceLink(given.secret("secret"), given.secret("ownerNonce"), given.bytes("offer"));
    Identity owner = Opening.identity(given.inner("owner"));
    DeviceLinks links = new DeviceLinks(suite);
    return links.makeReveal(link, links.openAccept(owner, link, given.bytes("accept")));
  }

  private Map<String, String> release() {
    long rev = file.inner("sealed").number("rev");
    Answers.Draft draft = new Answers.Draft(Opening.from(given), rev, text());
    return Making.parts(new Answers(suite).seal(bond(given), given.secret("amk"), draft));
  }

  private Bytes tombstone() {
    Inputs opened = file.inner("opened");
    Withdrawals.Withdrawal withdrawal =
        new Withdrawals.Withdrawal(
            opened.bytes("exchange"),
            opened.number("rev"),
            opened.bytes("com"),
            opened.number("at"));
    return new Withdrawals(suite)
        .seal(bond(given), given.secret("amk"), OpeningBonds.withdrawn(given), withdrawal);
  }

  private Bytes vote() {
    Votes.Question question = OpeningBonds.question(given);
    return new Votes(suite).seal(bond(given), question, Opening.seat(given), text());
  }

  private String marked() {
    Marks marks = new Marks(bond(given), given.secret("amk"));
    return marks.sign(Opening.place(given), given.text("object"));
  }
}
