package kith.client.talk;

import java.util.Map;

/// What the terminal says to a person.
final class Words {

  static final String HELLO =
      "Kith: two people, growing closer a little at a time. Type a word or its first letter, then"
          + " Enter. Enter alone looks again; Ctrl-D leaves.";

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
      "Your keys lie in this folder, open to whoever can read your files here: ";

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
