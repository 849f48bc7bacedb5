package kith.crypto;

/// Names of people and devices inside boxes: NFC, UTF-8, at most 256 bytes.
final class Names {

  private Names() {}

  static byte[] write(String name) {
    byte[] bytes = Utf8.nfc(name);
    if (bytes.length > Invitation.MOST_NAME_BYTES) {
      throw new IllegalArgumentException("a name has at most 256 bytes");
    }
    return bytes;
  }

  /// The name with which a record ends.
  static String readLast(Reader reader) throws Rejected {
    byte[] bytes = reader.piece();
    reader.end();
    Rejected.unless(bytes.length <= Invitation.MOST_NAME_BYTES);
    return Utf8.read(bytes);
  }
}
