package kith.client;

import java.io.Serial;

/// A rule said no, or this device did. Nothing was changed.
public final class Refused extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final String reason;

  Refused(String reason) {
    super(reason);
    this.reason = reason;
  }

  /// The core's name for it, or one of this device's own: `stopped`, `no-bond-yet`, `link-broken`,
  /// `link-own`, `link-used`, `link-expired`, `link-unknown`, `joined-already`.
  public String reason() {
    return reason;
  }
}
