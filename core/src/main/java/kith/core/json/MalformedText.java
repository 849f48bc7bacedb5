package kith.core.json;

/// Text that is not what it should be; the message is one plain phrase naming what and where, and
/// never quotes the text itself. It is thrown only while reading, before anything has changed, and
/// caught at the border, where it becomes a value: reading a nested text by return values alone
/// would bury each reader in plumbing.
public final class MalformedText extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MalformedText(String what) {
    super(what);
  }

  /// What is wrong, in one phrase.
  public String what() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
