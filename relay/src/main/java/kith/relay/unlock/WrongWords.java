package kith.relay.unlock;

import java.util.LinkedHashMap;
import java.util.Map;
import kith.wire.Limits;
import kith.wire.VaultId;

/// How often strangers were wrong today, vault by vault, whether or not there is such a vault. In
/// memory only, and bounded: when too many are counted, the oldest count is forgotten.
final class WrongWords {
  private static final int VAULTS = 100_000;

  private final Map<VaultId, Integer> wrong = new LinkedHashMap<>();
  private int day = Integer.MIN_VALUE;

  /// Whether strangers must wait for tomorrow.
  synchronized boolean tooOften(VaultId vault, int today) {
    renew(today);
    return wrong.getOrDefault(vault, 0) >= Limits.WRONG_WORDS_PER_DAY;
  }

  synchronized void count(VaultId vault, int today) {
    renew(today);
    wrong.merge(vault, 1, Integer::sum);
    if (wrong.size() > VAULTS) {
      wrong.remove(wrong.keySet().iterator().next());
    }
  }

  private void renew(int today) {
    if (today != day) {
      day = today;
      wrong.clear();
    }
  }
}
