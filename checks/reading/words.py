"""Words of an entry (docs/crypto.md, section 7): in a body that can be erased, behind dashes.

    python3 checks/reading/words.py     makes vectors/words again
"""

import json
from pathlib import Path

import authored
import bond as bonds
from basics import Rejected, base64url, require
from bond import Bond, Card

FOLDER = Path(__file__).parents[2] / "vectors" / "words"
DASH = "\u2013"
WORDS = {
    "responded": ("words",),
    "told": ("words",),
    "said-back": ("words",),
    "owned": ("own", "differently", "regret"),
}
LONGEST_RESPONSE, LONGEST = 2000, 1000
PROMPT = {"deck": "kith", "id": "words", "language": "", "text": ""}
NO_AMK = bytes(32)


def _blank(text):
    return all(c <= " " for c in text)


def _fits(event, text):
    longest = LONGEST_RESPONSE if event["type"] == "responded" else LONGEST
    return (isinstance(text, str) and not _blank(text)
            and len(text.encode("utf-16-le")) // 2 <= longest)


def filled(events, texts):
    """The events with their words again; what the core would not take leaves its dash."""
    left, whole = iter(texts), []
    for event in events:
        event = dict(event)
        for name in WORDS.get(event.get("type"), ()):
            text = next(left, None) if event.get(name) == DASH else None
            if _fits(event, text):
                event[name] = text
        whole.append(event)
    return whole


def _card(handle, seat):
    return Card(handle, 1, PROMPT, seat)


def texts(vector, in_bond, handle, seat):
    """The texts of a body, as the partner reads them; none when it is gone or not in its form."""
    try:
        require(isinstance(vector.get("sealed"), dict), "nothing is sealed")
        require("body" in vector and "key" in vector, "the body is gone")
        parts = bytes.fromhex(vector["body"]), bytes.fromhex(vector["key"])
        card = _card(handle, seat)
        text, _ = bonds.read_answer(in_bond, card, vector["sealed"], *parts, NO_AMK)
        found = authored.read(text).get("words")
        require(isinstance(found, list), "no list of words")
        return found
    except Rejected:
        return []


def words(vector):
    given = vector["given"]
    in_bond = Bond(bytes.fromhex(given["bond"]), tuple(map(bytes.fromhex, given["keys"])))
    found = texts(vector, in_bond, bytes.fromhex(given["handle"]), given["seat"])
    return {"events": json.dumps(filled(given["events"], found), sort_keys=True)}


# Making them

BOND = Bond(b"\xb0" * 16, (b"\x33" * 32,))
HANDLE, SEAT, AMK = b"\xd0" * 16, 1, b"\x66" * 32
EXCHANGE = base64url(b"\xe0" * 16)
HEARD = {"type": "responded", "exchange": EXCHANGE, "ways": ["heard"], "words": DASH}
TOLD = {"type": "told", "exchange": EXCHANGE, "misstep": "too-fast", "words": DASH}
SAID = {"type": "said-back", "exchange": EXCHANGE, "words": DASH}
OWNED = {"type": "owned", "exchange": EXCHANGE, "own": DASH, "differently": "", "regret": DASH}
ENDED = {"type": "ended", "note": DASH, "takeBack": False}
ALL = [HEARD, TOLD, SAID, OWNED]
SPOKEN = ["I hear you. 👋", "It went fast.", "It went too fast for you.", "I hurried.", "I am sorry."]


def _sealed(text):
    card = _card(HANDLE, SEAT)
    about = BOND, card, 1, text, AMK, b"\x44" * 32, b"\x01" * 12
    sealed, body, header_hash, kc = bonds.make_answer(*about)
    key = bonds.make_key_record(BOND, 0, header_hash, kc, b"\x44" * 32, b"\x02" * 12)
    return {"sealed": sealed, "body": body.hex(), "key": key.hex()}


def _said(texts_):
    return _sealed(json.dumps({"v": 1, "words": texts_}, ensure_ascii=False))


def _write(name, about, events, parts, **given):
    place = {"bond": BOND.id.hex(), "keys": [k.hex() for k in BOND.keys], "handle": HANDLE.hex(),
             "seat": SEAT, "events": events}
    vector = {"case": name, "about": about, "kind": "words", "madeBy": "python",
              "given": place | given} | parts
    vector["opened"] = {"events": json.loads(words(vector)["events"])}
    text = json.dumps(vector, indent=2, ensure_ascii=False)
    (FOLDER / f"{name}.json").write_text(text + "\n")


def _without(parts, name):
    return {key: value for key, value in parts.items() if key != name}


def make():
    FOLDER.mkdir(exist_ok=True)
    whole = _said(SPOKEN)
    _write("words", "Each text stands in the place of its dash, in their order.", ALL, whole)
    _write("body-gone", "Taken back: the dashes stay.", ALL, _without(whole, "body"))
    _write("key-gone", "Taken back: the dashes stay.", ALL, _without(whole, "key"))
    broken = whole | {"body": whole["body"][:-2] + "00"}
    _write("body-changed", "A body that does not open.", ALL, broken)
    _write("other-handle", "Of another entry.", ALL, whole, handle="0f" * 16)
    _write("other-seat", "Of the other seat.", ALL, whole, seat=0)
    _write("sealed-is-a-text", "No object.", ALL, whole | {"sealed": "x"})
    for name, field, value in (
        ("a-short-kc", "kc", "AAAA"), ("a-short-exchange", "exchange", "AAAA"),
        ("a-com-that-is-a-number", "com", 7), ("a-com-in-plain-base64", "com", "+" * 43),
        ("a-ring-past-32-bits", "ring", 2**32 + 1), ("another-ring", "ring", 2),
        ("a-revision-past-32-bits", "rev", 2**32 + 1), ("a-negative-revision", "rev", -1),
        ("a-revision-that-is-a-text", "rev", "1"),
    ):
        sealed = whole["sealed"] | {field: value}
        _write(name, f"No such {field}.", [HEARD], whole | {"sealed": sealed})
    _write("a-body-of-one-byte", "No such body.", [HEARD], whole | {"body": "00"})
    _write("no-self", "No such field.", [HEARD],
           whole | {"sealed": _without(whole["sealed"], "self")})
    _write("nothing-sealed", "An entry whose events carry their words themselves.",
           [HEARD | {"words": "I hear you."}], {})
    _write("fewer-than-dashes", "The dashes left over stay.", ALL, _said(SPOKEN[:2]))
    _write("more-than-dashes", "The texts left over are nobody's.", [HEARD], whole)
    _write("a-dash-elsewhere", "Only words have a body: the dash of a note is a dash.",
           [ENDED, HEARD], whole)
    _write("said-in-the-event-box", "A text that is no dash takes none.",
           [HEARD | {"words": "Mine."}, TOLD], whole)
    _write("no-text", "What is no text, or blank, is passed over and leaves its dash.",
           [HEARD, TOLD, SAID], _said([7, " \n\t", "So it was."]))
    _write("a-space-that-is-not-blank", "Blank is what has nothing above U+0020.",
           [HEARD], _said(["\u00a0"]))
    _write("longest", "2000 and 1000 UTF-16 code units, pairs counting two.", [HEARD, TOLD],
           _said(["👋" * 1000, "a" * 1000]))
    _write("too-long", "One more each.", [HEARD, TOLD, SAID],
           _said(["👋" * 1000 + "a", "a" * 1001, "So it was."]))
    _write("no-list", "No list of texts.", [HEARD], _sealed('{"v":1,"words":"I hear you."}'))
    _write("a-name-twice", "A body that two readers could understand differently.", [HEARD],
           _sealed('{"v":1,"words":["a"],"words":["b"]}'))


if __name__ == "__main__":
    make()
