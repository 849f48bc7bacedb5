package kith.relay.log;

/// The store cannot be opened; the message is one plain sentence with cause and remedy.
public final class CannotOpen extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// With the sentence to show.
  public CannotOpen(String message) {
    super(message);
  }

  /// With the sentence to show and what lay behind it.
  public CannotOpen(String message, Throwable cause) {
    super(message, cause);
  }
}
