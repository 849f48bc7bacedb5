package kith.client.talk;

import java.util.List;
import java.util.Map;
import kith.client.Kept;

/// What the terminal says to a person.
final class Words {

  static final String HELLO =
      "Kith: two people, growing closer a little at a time. Type a word or its first letter, then"
          + " Enter. Enter alone looks again; [help] tells all words; Ctrl-D leaves.";

  static final String UNKNOWN =
      "That word is not known here. The words in [brackets] are; [help] has all.";

  static final String NO_BONDS = "There is no bond on this device yet.";

  static final String OUT_OF_REACH =
      "The server is out of reach just now. What you wrote is kept here and goes out later.";

  static final String STOPPED =
      "This device has stopped here: the server shows something else than what was there before, or"
          + " something under your name that you did not write. Nothing more is sent. Compare your"
          + " four words with the other person, by telephone or face to face.";

  static final String DIGITS =
      "Say these twelve digits to each other, by telephone or face to face. If they are the same,"
          + " nobody stands between you.";

  static final String OPENED_STAYS =
      "Once opened, it can be remembered or told. Until both are in, you can change it or take it"
          + " back, and nobody sees that you have written.";

  static final String FOLDER_WARNING =
      "Your keys lie in a folder, open to whoever can read your files here; [keys] makes words or"
          + " a code that lock it. The folder: ";

  static final String LISTENING =
      "First take it in. Say back one thing that you heard, or thank them; no advice, and no story"
          + " of your own yet. They may keep what you say, even if you take it back here.";

  static final String MISSING =
      "Some words are missing on the server, and it shows no sign that they were taken back by"
          + " their author.";

  static final String AMISS =
      "What was it about? Marked for yourself, nobody is told, and nothing deeper is offered there."
          + " Told, the topic steps back at once, and you are heard first.";

  static final String WITHDRAW =
      "What you take back vanishes from both your devices and from the server. What was read can be"
          + " remembered, and may have been kept.";

  static final String END =
      "You can end this bond alone, and need no reason. They read that it has ended, in the same"
          + " words whatever the cause. Nothing can be sent afterwards.";

  static final String KEEP =
      "Everything you have here is on this device only. If it is lost, nobody can bring"
          + " it back. Kept safe, it lies on the server as well, sealed: the server sees how"
          + " many boxes there are, how large, and on which day they change, and nothing in"
          + " them. Your other devices can then open it. It is your side alone: nobody is"
          + " told.";

  static final String KEPT =
      "Kept. What is yours can be opened again from another device, with your sheet.";

  static final String EVEN =
      "Everything from here is on your other devices, too, as soon as they look.";

  static final String SHEET =
      "Your recovery sheet. Write these three lines on paper, and put it where you keep things that"
          + " matter. The first says whose it is; whoever has all three can open everything that is"
          + " yours. If it and every other way in are lost, what is yours is gone for good:";

  static final String COMING =
      "It is not certain yet that it counts: keep the one before it as well, until this is no"
          + " longer said. It goes on by itself once the server can be reached.";

  static final String CAME_BY_SHEET =
      "You are in. Your sheet still works, for whoever else may have seen it. If you are not sure"
          + " where it was, make a new one now: [keys].";

  static final String LINK =
      "Open this with your other device, today: type it there after [device], or open it in a"
          + " browser. Nobody else ever needs it. If somebody asked you for it, stop here.";

  static final String LOST =
      "New keys are made for everything, and that way in opens nothing any more. What"
          + " was read with it stays read. Your other ways in go on as they are.";

  static final String RESET =
      "Only this device and a new sheet stay; every other device, passkey and word is"
          + " shut out at once. The other people are not told. What was read before stays"
          + " read. First the sheet.";

  static final String REMOVED =
      "The server does not let this device in any more: another of yours has shut it out, or the"
          + " server says so. What was read here can still be read here; nothing new comes.";

  static final String VAULT_STOPPED =
      "The server shows something else of what you keep than was there before. This"
          + " device exchanges nothing with it there any more; what is here stays. [devices]"
          + " can erase that vault, and [keep] then makes a new one.";

  static final String STRANGERS =
      "The server lists a way in that none of your devices has made. It opens nothing"
          + " by itself. If it stays, shut it out with new keys.";

  static final String UNREADABLE =
      "Some boxes there do not open with your present keys: from before new keys were"
          + " made, or changed by the server.";

  static final String HELP_IS_THERE =
      "This stays on your device, and nothing deeper is offered here. You deserve to be safe. A"
          + " helpline or someone you trust can listen; this program can be left at any time.";

  /// Every word that one can type.
  static final List<String> HELP =
      List.of(
          "",
          "Together:",
          "  draw       lay a card for both of you",
          "  write      a question of your own, for both",
          "  answer     seal your answer, or change it",
          "  take       take it back while it is sealed",
          "  offer      offer to tell something first",
          "  ask        ask them a question",
          "  listen     you are ready to hear what they offer",
          "  respond    to what they have told",
          "  swap       put the card back, without a reason",
          "  evening    an evening together, now",
          "  stop       end the evening",
          "  resume     go on after a rest, if both would",
          "  mended     it is mended, if both say so",
          "Alone, at any time:",
          "  less       step back from a depth",
          "  rest       let the bond rest",
          "  amiss      something went amiss for you",
          "  hear       say back what they told",
          "  own        own your share of it",
          "  withdraw   take words of yours back",
          "  end        end the bond, now or later",
          "For yourself:",
          "  questions  what Kith asks you privately",
          "  unsay      take a yes back",
          "  put        put words into your drawer",
          "  drawer     what lies there",
          "To look at:",
          "  story      what you have told each other",
          "  map        how deep each topic is open",
          "  words      four words and digits, to compare",
          "  link       your link, while it is open",
          "In the list of your bonds:",
          "  start      a bond, with a link for one person",
          "  join       with a link that you were given",
          "  keys       unlock words, recovery sheet, a lost device",
          "  keep       keep what is yours on the server, sealed",
          "  devices    what opens it; add a device, or shut one out",
          "  recover    on a new device: open it with your sheet",
          "  device     on a new device: with one of yours that is open");

  private static final Map<String, String> LANDED =
      Map.of(
          "understood", "You felt understood",
          "accepted", "You felt accepted",
          "cared", "You felt cared about",
          "brushed", "You felt brushed aside");

  static String leftBefore(String name) {
    return "This link comes from "
        + name
        + ", and your bond with them has ended. They are not told that you looked: leave it, and to"
        + " them it looks unused.";
  }

  static String landed(String point) {
    return LANDED.getOrDefault(point, point);
  }

  static String matter(Kept matter) {
    return switch (matter.text("on")) {
      case "resume" -> "to go on";
      case "mended" -> "that it is mended";
      case "evening" -> "to an evening together";
      default -> "to ring " + matter.number("ring") + " in " + Topics.words(matter.text("topic"));
    };
  }

  static String problem(String name) {
    return switch (name) {
      case "too-many" -> "That is enough for one day here. It is kept, and goes out another day.";
      case "storage-full" ->
          "The server has no room just now. What you wrote is kept here and goes out later.";
      case "not-unlocked" -> REMOVED;
      case "not-permitted" ->
          "The server does not let this device into that bond. Nothing here is lost.";
      default -> "The server said no (" + name + "). Nothing of yours is lost.";
    };
  }

  /// Why something is not possible, by the core's names and this device's own.
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("card-on-table", "A card lies on the table already."),
          Map.entry("not-on-table", "That card is not on the table any more."),
          Map.entry("already-responded", "You have responded to that."),
          Map.entry("words-missing", "There are no words in it yet."),
          Map.entry("words-too-long", "That is longer than there is room for."),
          Map.entry("resting", "The bond rests."),
          Map.entry("ended", "The bond has ended."),
          Map.entry("ring-closed", "That ring is not open yet."),
          Map.entry("topic-closed", "That topic is closed."),
          Map.entry("too-soon", "A little later. It is kept until then."),
          Map.entry("answer-unreadable", "That answer could not be opened."),
          Map.entry("offer-on-table", "An offer or a question lies there already."),
          Map.entry("asked-before", "That was asked not long ago. Let it be for a while."),
          Map.entry("too-fast", "That was enough depth for one day."),
          Map.entry("too-much", "You have told more here than they have. Let them come closer."),
          Map.entry("nothing-there", "There is nothing of yours there to take back."),
          Map.entry("not-deeper", "It is not open that deep."),
          Map.entry("too-few-settled", "A few more exchanges here first."),
          Map.entry("too-narrow", "Some more topics first, at the depth where you are."),
          Map.entry("repair-open", "Something between you is to be mended first."),
          Map.entry("nothing-to-mend", "There is nothing to mend."),
          Map.entry("for-the-other", "That is for the other to say."),
          Map.entry("not-yet", "Something else comes first there."),
          Map.entry("no-evening", "There is no evening just now."),
          Map.entry("comfort-not-asked", "How you are with them today was not said yet."),
          Map.entry("not-comfortable", "Not today, by what you said yourself. That is fine."),
          Map.entry("strained", "Lighter for a while, by what you noted yourself."),
          Map.entry("not-landed-well", "What you told has not landed well of late."),
          Map.entry("not-opened", "That has not opened yet."),
          Map.entry("taken-back", "That was taken back."),
          Map.entry("wrong-key", "That does not open this device."),
          Map.entry("sheet-slip", "There is a slip in that line. Look at it once more."),
          Map.entry("not-empty", "There is something on this device already. Use another folder."),
          Map.entry("not-kept", "Keep it safe first: [keep]."),
          Map.entry("nobody-there", "Nobody is there yet."),
          Map.entry("vault-stopped", "This device has stopped with the vault."),
          Map.entry("vault-changed", "What the server shows there is not what you keep."),
          Map.entry(
              "not-come",
              "Something else changed at the same moment, so this does not count. Nothing is lost;"
                  + " please try again."),
          Map.entry("no-other-way", "Make words or a recovery code first: [keys]."),
          Map.entry("stopped", "This device has stopped here."),
          Map.entry("no-bond-yet", "The two of you have not met here yet."),
          Map.entry("link-own", "That is your own link: send it to the other person."),
          Map.entry("link-used", "That link has been used."),
          Map.entry("link-expired", "That link is too old. Ask for a new one."),
          Map.entry("link-unknown", "This server does not know that link."),
          Map.entry("link-broken", "That link is not whole. Copy all of it."),
          Map.entry("joined-already", "You have joined with that link already."));

  private Words() {}

  static String reason(String name) {
    return REASONS.getOrDefault(name, "That is not possible now (" + name + ").");
  }
}
