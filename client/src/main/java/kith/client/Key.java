package kith.client;

/// What a person types to get in where this device does not stay unlocked.
public sealed interface Key {

  /// Unlock words, as they were typed.
  record Words(String typed) implements Key {
    @Override
    public String toString() {
      return "Words[hidden]";
    }
  }

  /// The two lines of the recovery code, as they were typed.
  record Recovery(String first, String second) implements Key {
    @Override
    public String toString() {
      return "Recovery[hidden]";
    }
  }
}
