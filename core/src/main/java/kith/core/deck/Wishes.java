package kith.core.deck;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// All that one person wishes of prompts, over all their bonds.
public record Wishes(List<Wish> all) {
  public Wishes {
    all = List.copyOf(all);
  }

  /// What they would rather not draw in `bond` (its id, in hex) on `day` (in days since 1970 UTC),
  /// by key, for `Mine.unwished`: their own device then suggests to swap such a card.
  public Set<String> unwished(String bond, long day) {
    Set<String> unwished = new LinkedHashSet<>();
    for (Wish wish : all) {
      boolean now =
          switch (wish) {
            case Wish.Favourite favourite -> false;
            case Wish.NotNow(String prompt, long until) -> day < until;
            case Wish.NotWithYou(String prompt, String with) -> with.equals(bond);
            case Wish.NotEver notEver -> true;
          };
      if (now) {
        unwished.add(wish.prompt());
      }
    }
    return unwished;
  }

  /// What they marked to find again and do not bar here and now, by key, in the order of marking.
  public List<String> favourites(String bond, long day) {
    Set<String> favourites = new LinkedHashSet<>();
    for (Wish wish : all) {
      if (wish instanceof Wish.Favourite(String prompt)) {
        favourites.add(prompt);
      }
    }
    favourites.removeAll(unwished(bond, day));
    return new ArrayList<>(favourites);
  }
}
