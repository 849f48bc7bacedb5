"""Reads every vector of Kith from its documents alone, and says how many agree.

    python3 checks/reading/reading.py

Ends with 0 only if every vector agrees and every kind of vectors is read or openly set aside.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

from basics import Rejected  # first: it says what is missing

import answers
import authored
import decks
import kinds
import standards
import words

ROOT = Path(__file__).parents[2]
VECTORS = ROOT / "vectors"

READINGS = {
    "accept": kinds.accept,
    "answer": kinds.answer,
    "confirm": kinds.confirm,
    "envelope": kinds.envelope,
    "event": kinds.event,
    "gate-event": kinds.gate_event,
    "link": kinds.link,
    "link-accept": kinds.link_accept,
    "link-grant": kinds.link_grant,
    "link-offer": kinds.link_offer,
    "link-reveal": kinds.link_reveal,
    "login": kinds.login,
    "mark": kinds.mark,
    "next-statement": kinds.next_statement,
    "offer": kinds.offer,
    "prompt": kinds.prompt,
    "public-key": kinds.public_key,
    "recovery-code": kinds.recovery_code,
    "release": kinds.release,
    "rotation": kinds.rotation,
    "state": kinds.state,
    "statement": kinds.statement,
    "tombstone": kinds.tombstone,
    "transcript": kinds.transcript,
    "unlocker": kinds.unlocker,
    "vault-record": kinds.vault_record,
    "vote": kinds.vote,
    "words": words.words,
    "known-answers": answers.known_answers,
    "rfc9180-psk": standards.rfc9180_psk,
    "decks": decks.decks,
    "authored": lambda vector: authored.read(vector["given"]) and {},
}

SET_ASIDE = {
    "core": "the fold of docs/model.md, which a client may take from the core as it is",
    "counts": "the same",
}


def kind_of(path, vector):
    """Most name their kind; the others lie in a folder of it."""
    return vector.get("kind", path.relative_to(VECTORS).parts[0])


def expected(vector):
    """What a vector says that it opens to, or None where it must be rejected."""
    if vector.get("expect") == "rejected" or "refused" in vector:
        return None
    names = ("opened", "answers", "gives")
    return next((vector[name] for name in names if name in vector), {})


def _plain(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return json.dumps(value, sort_keys=True)
    return value.hex() if isinstance(value, bytes) else str(value)


def disagreement(kind, vector):
    """What is wrong with a vector, in words; None where document and vector agree."""
    wanted = expected(vector)
    try:
        found = {name: _plain(value) for name, value in READINGS[kind](vector).items()}
    except Rejected as rejected:
        return None if wanted is None else f"should open, and does not: {rejected}"
    except kinds.Differs as differs:
        return str(differs)
    except Exception as stumble:  # neither opened nor rejected: the reading itself is at fault
        return f"the reading stumbles: {stumble!r}"
    if wanted is None:
        return f"should be rejected ({vector.get('failure', vector.get('refused'))}), and opens"
    wanted = {name: _plain(value) for name, value in wanted.items()}
    wrong = [name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name)]
    return f"opens to another {', '.join(sorted(wrong))}" if wrong else None


def read_all():
    by_kind = defaultdict(list)
    for path in sorted(VECTORS.rglob("*.json")):
        vector = json.loads(path.read_text())
        by_kind[kind_of(path, vector)].append((path.relative_to(VECTORS), vector))
    return by_kind


def unread(by_kind):
    """Kinds that nobody reads, and readings that have nothing to read."""
    known = READINGS.keys() | SET_ASIDE.keys()
    yield from ((kind, "no reading of this kind") for kind in by_kind.keys() - known)
    yield from ((kind, "no vectors of this kind") for kind in known - by_kind.keys())


def report(kind, wrong, total):
    print(f"{kind:28} {total - len(wrong):4} of {total:4} agree")
    for name, why in wrong:
        print(f"    {name}: {why}")
    return len(wrong)


def main():
    faults, total, by_kind = 0, 0, read_all()
    for kind, vectors in sorted(by_kind.items()):
        if kind in READINGS:
            judged = [(path, disagreement(kind, vector)) for path, vector in vectors]
            faults += report(kind, [(path, why) for path, why in judged if why], len(vectors))
            total += len(vectors)
    for name, held in standards.shared().items():
        faults += report(name, [(one, "disagrees") for one, ok in held if not ok], len(held))
    for kind, why in SET_ASIDE.items():
        print(f"{kind:28} not read: {why}")
    for kind, why in unread(by_kind):
        print(f"{kind:28} {why}")
        faults += 1
    print(f"{total} vectors of Kith read, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
