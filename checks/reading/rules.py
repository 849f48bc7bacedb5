"""Leaves out one rule of the reading after the other, and says which of them no vector holds.

    python3 checks/reading/rules.py

A rule may be held by none because another one stands before it; a new rule should have a vector.
"""

import functools
import sys

import basics

left_out = None
asked = {}


def _require(holds, reason):
    caller = sys._getframe(1)
    rule = caller.f_code.co_filename.rpartition("/")[2], caller.f_lineno, reason
    asked[rule] = asked.get(rule, False) or not holds
    if not holds and rule != left_out:
        raise basics.Rejected(reason)


basics.require = _require

import kem  # noqa: E402  (they must find the rule above)
import reading  # noqa: E402
import ways  # noqa: E402

# The slow parts give the same each time.
kem.ml_kem_keys = functools.cache(kem.ml_kem_keys)
kem.public_key = functools.cache(kem.public_key)
ways.argon2id = functools.cache(ways.argon2id)


def _disagreements(vectors):
    return sum(reading.disagreement(kind, vector) is not None for kind, vector in vectors)


def main():
    global left_out
    by_kind = reading.read_all()
    vectors = [(kind, v) for kind in reading.READINGS for _, v in by_kind[kind]]
    if _disagreements(vectors):
        raise SystemExit("reading: not all vectors agree; see reading.py")
    held = 0
    for left_out in sorted(asked):
        if asked[left_out] and _disagreements(vectors):
            held += 1
        else:
            print("no vector holds {}:{} {}".format(*left_out))
    print(f"{held} of {len(asked)} rules are held by vectors of their own")


if __name__ == "__main__":
    main()
