/// Who may come into a vault: challenges, their answers, and how often strangers may be wrong.
@NullMarked
package kith.relay.unlock;

import org.jspecify.annotations.NullMarked;
