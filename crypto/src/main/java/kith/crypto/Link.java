package kith.crypto;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the fragment of an address says about an invitation: `#1.` and the secret as base64url.
public sealed interface Link {

  /// An invitation, with its secret S.
  record Invited(Secret secret) implements Link {}

  /// There is nothing that looks like an invitation.
  record None() implements Link {}

  /// Made by a newer Kith.
  record UnknownVersion() implements Link {}

  /// Cut off, or changed on its way.
  record Malformed() implements Link {}

  /// What stands before the secret.
  String VERSION = "1";

  /// The shape of any version's link.
  Pattern SHAPE = Pattern.compile("#([0-9]{1,3})\\.(.*)", Pattern.DOTALL);

  /// The fragment, with its `#`: it stays in the browser, since fragments are never sent.
  static String format(Secret secret) {
    return "#" + VERSION + "." + Base64Url.format(secret.toArray());
  }

  /// Reads the fragment of an address, with its `#`.
  static Link parse(String fragment) {
    Matcher parts = SHAPE.matcher(fragment);
    if (!parts.matches()) {
      return new None();
    }
    if (!VERSION.equals(parts.group(1))) {
      return new UnknownVersion();
    }
    try {
      return new Invited(Secret.of(Base64Url.parse(parts.group(2))));
    } catch (Rejected | IllegalArgumentException damaged) {
      return new Malformed();
    }
  }
}
