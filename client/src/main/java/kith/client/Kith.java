package kith.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kith.core.json.Json;
import kith.crypto.Base64Url;
import kith.crypto.Bytes;
import kith.crypto.Link;
import kith.crypto.SafetyNumber;
import kith.crypto.Transcript;

/// One person on one device: everything that one may do, a method a deed. It does what it is
/// asked on the thread that asks, and nothing by itself; one thread at a time.
public final class Kith {

  private final Surroundings world;
  private final Holding holding;
  private final Keeping keeping;
  private final Relay relay;
  private final Deeds deeds;
  private final Writing writing;
  private final Map<String, Model> models = new HashMap<>();

  Kith(Holding holding, Keeping keeping) {
    this.world = holding.world();
    this.holding = holding;
    this.keeping = keeping;
    this.relay = new Relay(world.network());
    this.writing = new Writing(world);
    this.deeds = new Deeds(world);
  }

  private Kith(Surroundings world, Vault vault) {
    Holding all = new Holding(world, vault);
    this(all, new Keeping(all));
  }

  /// Unlocks this device with what its store holds; makes a new account where there is none.
  public static Kith open(Surroundings world, Store store) {
    return new Kith(world, Vault.open(store, world));
  }

  /// Whether this device is locked.
  public static boolean isLocked(Store store) {
    return Vault.isLocked(store);
  }

  /// Unlocks a device that does not open by itself; refused when the key does not fit.
  public static Kith unlock(Surroundings world, Store store, Key key) throws Refused {
    return new Kith(world, Vault.open(store, world, key));
  }

  /// This person's ways in, devices, and the vault on the relay.
  public Keys keys() {
    return new Keys(this, holding, keeping);
  }

  /// What this device keeps.
  Vault vault() {
    return holding.vault();
  }

  /// Brings every bond under this person's new keys.
  void renewAllKeys() throws Unreachable, Problem {
    for (String local : bonds()) {
      renewDue(local);
    }
    for (String local : bonds()) {
      sync(local);
    }
  }

  /// Whether the bond's keys had to follow its owner's.
  private boolean renewDue(String local) {
    Kept record = record(local);
    try {
      Kept due = new Renewing(holding.device()).due(record);
      if (due.equals(record)) {
        return false;
      }
      keep(local, due);
      return true;
    } catch (Refused unknown) {
      throw new IllegalStateException("the other's statement was changed", unknown);
    }
  }

  /// An invitation that was looked at; nothing is kept of it until [#join].
  ///
  /// @param name of who invites
  /// @param before what they were called in a bond that has ended, if these are their keys
  public record Invited(String name, Optional<String> before, Object found) {
    @Override
    public String toString() {
      return "Invited[" + name + "]";
    }
  }

  /// How a bond stands on this device.
  ///
  /// @param local its name here
  /// @param stage inviting, asked, confirming, joining, joined or closed
  /// @param alarm why this device has stopped: gap, fork, replay, rollback, not-mine, keys
  /// @param waiting whether something written here has not been read back yet
  /// @param read how many entries were read
  /// @param missing how many times the server has taken words away that nobody has taken back
  /// @param leaving the day on which the other reads that I have ended it, if I put it off
  public record Standing(
      String local,
      Seat seat,
      String stage,
      Optional<String> theirName,
      Optional<String> spokenCheck,
      boolean compared,
      Optional<String> alarm,
      boolean waiting,
      long read,
      int missing,
      OptionalLong leaving) {}

  /// The bonds on this device.
  public List<String> bonds() {
    return holding.bonds();
  }

  private Meeting meeting() {
    return new Meeting(world, relay, holding.vault().me());
  }

  private Kept record(String local) {
    return holding.record(local);
  }

  private Kept keep(String local, Kept record) {
    return holding.keep(local, record);
  }

  /// How a bond stands.
  public Standing standing(String local) {
    Kept record = record(local);
    return new Standing(
        local,
        new Seat(record.text("bond"), record.text("capability")),
        record.inner("stage").text("name"),
        record.textIf("theirName"),
        record.textIf("spokenCheck"),
        record.has("comparedOn"),
        record.textIf("alarm"),
        !record.items("outbox").isEmpty(),
        record.number("head"),
        record.items("missing").size(),
        record.has("leaving") ? OptionalLong.of(record.number("leaving")) : OptionalLong.empty());
  }

  /// Makes a bond and a link to it; gives the bond's name on this device.
  public String start(String name) throws Unreachable, Problem {
    return added(meeting().start(name));
  }

  private String added(Kept record) {
    String local = Base64Url.format(world.suite().newId().toArray());
    keep(local, record);
    return local;
  }

  /// What stands behind the server's address in a private link: `/j#1.` and the secret. Only
  /// while the invitation is open.
  public Optional<String> link(String local) {
    Kept stage = record(local).inner("stage");
    return stage.text("name").equals("inviting")
        ? Optional.of("/j" + Link.format(stage.inner("invitation").secret("secret")))
        : Optional.empty();
  }

  /// Reads the invitation behind a link; a look changes nothing.
  public Invited lookAt(String link) throws Unreachable, Problem, Refused {
    Meeting.Found found = meeting().lookAt(link, holding.records());
    return new Invited(found.name(), found.before(), found);
  }

  /// Says yes to an invitation; gives the bond's name on this device.
  public String join(Invited invited, String name) throws Unreachable, Problem, Refused {
    String local = added(meeting().join((Meeting.Found) invited.found(), name));
    sync(local);
    return local;
  }

  /// The inviter says that it is them.
  public void confirm(String local) throws Unreachable, Problem, Refused {
    keep(local, meeting().confirm(record(local)));
    sync(local);
  }

  /// It is not them who opened the link, or the link is not meant any more: the invitation goes.
  public void refuse(String local) throws Unreachable, Problem {
    keep(local, meeting().refuse(record(local)));
    sync(local);
  }

  /// The two have compared the twelve digits, and they were the same.
  public void compared(String local) {
    keep(
        local,
        record(local)
            .with("newSince", new Json.Truth(false))
            .with("comparedOn", Shared.day(writing.day(record(local)))));
  }

  /// Sixty digits that both devices show alike, for a later check; once both are there.
  public Optional<String> safetyNumber(String local) {
    Bytes mine = holding.vault().me().statement().fingerprint();
    return record(local)
        .textIf("theirStatement")
        .map(signed -> SafetyNumber.of(mine, Boxes.pinned(signed).fingerprint()));
  }

  /// Four words that both devices show alike when they have read the same so many entries.
  public Optional<String> words(String local) {
    Kept record = record(local);
    if (record.items("keys").isEmpty()) {
      return Optional.empty();
    }
    Bytes head = Kept.NOTHING.with("h", record.items("heads").getLast()).bytes("h");
    return Optional.of(new Transcript(record.number("head"), head).words(new Boxes(record).bond()));
  }

  /// What this person sees, as docs/model.md says.
  public Kept view(String local) {
    Kept record = record(local);
    return model(local, record).view(mine(local, record), writing.now(record));
  }

  private Model model(String local, Kept record) {
    Model model = models.computeIfAbsent(local, name -> new Model(record));
    model.follow(Epilogue.all(record));
    return model;
  }

  private Kept mine(String local, Kept record) {
    return Notes.mine(record, personal(), local, writing.day(record));
  }

  /// Notes something about a bond that makes no event and that nobody else is told. `note` is one
  /// of `landed` (`exchange`, and of `understood`, `accepted`, `cared`, `brushed` what was not
  /// skipped, 1 to 7), `comfort` (`comfort`, `free`, 1 to 7), `safety` (`free`), `vote`
  /// (`matter`, `yes`), `mark` (`exchange`, `on`), `not-now` (`prompt`: deck/id), `not-with-you`
  /// (`prompt`, `on`), `throw` (`exchange`). A yes that may not be given is refused; taking one
  /// back never.
  public void noted(String local, Kept note) throws Unreachable, Problem, Refused {
    Kept record = record(local);
    if (note.text("note").equals("vote") && note.isTrue("yes")) {
      decided(local, record, note.inner("matter").with("type", "vote"));
    }
    long day = writing.day(record);
    Notes.When when = new Notes.When(day, record.number("head"));
    Kept noted = record.with("own", Notes.with(record.inner("own"), note, when));
    keep(local, noted.with("noted", record.number("noted", 0) + 1));
    sync(local);
  }

  /// What this person keeps for themselves, whichever the bond: `drawer` (each `id`, `topic`,
  /// `ring`, `text`, `bond`), `favourites`, `notEver`, `settings`.
  public Kept personal() {
    return holding.personal();
  }

  /// Keeps it anew, whole.
  public void keepPersonal(Kept next) {
    holding.keepPersonal(next);
  }

  /// A new exchange's name.
  public String newExchange() {
    return Base64Url.format(world.suite().newId().toArray());
  }

  /// Does what a command of docs/model.md says: asks the core, seals what it answers, sends it.
  /// What takes own words back also takes them from the relay.
  public void act(String local, Kept command) throws Unreachable, Problem, Refused {
    Kept record = record(local);
    Kept accepted = decided(local, record, command);
    List<Json> closing = closing(local, record, accepted.items("events"));
    keep(local, deeds.done(record, accepted, closing));
    sync(local);
  }

  private Kept decided(String local, Kept record, Kept command) throws Refused {
    if (record.has("alarm")) {
      throw new Refused("stopped");
    }
    if (record.items("keys").isEmpty()) {
      throw new Refused("no-bond-yet");
    }
    Kept decision = model(local, record).decide(command, mine(local, record), writing.now(record));
    if (!decision.has("accepted")) {
      throw new Refused(decision.textIf("refused").orElse("malformed"));
    }
    return decision.inner("accepted");
  }

  /// The gates of what this takes from the table: no answer may meet there any more.
  private List<Json> closing(String local, Kept record, List<Json> events) {
    if (Clearing.leavesAll(events)) {
      return List.of();
    }
    Clearing clearing = new Clearing(mine(local, record), writing.now(record));
    return clearing.gates(record, events, table(local));
  }

  /// What this person sees, without the story that grows: for what hangs on the present alone.
  private Kept table(String local) {
    Kept record = record(local);
    return model(local, record).view(withoutStory(mine(local, record)), writing.now(record));
  }

  private static Kept withoutStory(Kept mine) {
    return mine.with("last", 0);
  }

  /// Seals an answer to a card on the table; again, it takes the place of the one before.
  public void seal(String local, String exchange, String words)
      throws Unreachable, Problem, Refused {
    Kept record = record(local);
    Kept asking =
        Kept.NOTHING.with("type", "seal").with("exchange", exchange).with("length", words.length());
    decided(local, record, asking);
    keep(local, writing.withAnswer(record, card(local, exchange), words));
    sync(local);
  }

  /// Takes an answer back while it is still sealed.
  public void takeBack(String local, String exchange) throws Unreachable, Problem, Refused {
    keep(local, writing.withoutAnswer(record(local), card(local, exchange)));
    sync(local);
  }

  private Kept card(String local, String exchange) throws Refused {
    return table(local).items("table").stream()
        .map(Kept::of)
        .filter(card -> card.text("exchange").equals(exchange))
        .filter(card -> card.text("state").equals("drawn"))
        .findFirst()
        .orElseThrow(() -> new Refused("not-on-table"));
  }

  /// New keys for a bond, and a new capability for one's seat: what whoever copied the old ones,
  /// but cannot write here, does not have. The other takes part by reading on.
  public void renewKeys(String local) throws Unreachable, Problem, Refused {
    keep(local, new Renewing(holding.device()).begun(record(local)));
    sync(local);
  }

  /// Keeps words that are being written, under a screen's name for them; empty words let go of
  /// them.
  public void keepDraft(String local, String name, String words) {
    Kept drafts = record(local).inner("drafts");
    Kept next = words.isEmpty() ? drafts.without(name) : drafts.with(name, words);
    if (!next.equals(drafts)) {
      keep(local, record(local).with("drafts", next));
    }
  }

  /// The words that were kept under that name; none where there are none.
  public String draft(String local, String name) {
    return record(local).inner("drafts").textIf(name).orElse("");
  }

  /// The words of mine that lie sealed for a card, if any do.
  public Optional<String> sealed(String local, String exchange) {
    Kept mine = record(local).inner("sealed").inner(exchange);
    return mine.has("parts") ? mine.textIf("words") : Optional.empty();
  }

  /// Brings one bond up to date: the handshake's next steps, what waits to be sent, what is new.
  /// Each step is kept before the next; stopping loses nothing, starting again repeats nothing.
  /// Where there is a vault, what other devices of this person have put there comes first, and
  /// what is new here goes there.
  public void sync(String local) throws Unreachable, Problem {
    keeping.follow(local);
    if (renewDue(local)) {
      // All devices of this person know the new keys before anything is under them.
      keeping.follow(local);
    }
    Syncing.Wishes wishes =
        (record, model) -> model.view(withoutStory(mine(local, record)), writing.now(record));
    Syncing.Own own = new Syncing.Own(holding.device(), wishes, holding.vault().isKept());
    new Syncing(relay, meeting(), own)
        .bring(record(local), record -> keep(local, record), record -> model(local, record));
    keeping.follow(local);
  }
}
