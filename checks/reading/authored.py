"""docs/protocol.md, "Reading": what an author wrote into a box, before any of it is used."""

import json

from basics import LARGEST, Rejected, require

LONGEST = 65536
DEEPEST = 16


def _object(pairs):
    require(len({name for name, _ in pairs}) == len(pairs), "a name twice in one object")
    return dict(pairs)


def _whole(text):
    require(text != "-0" and abs(int(text)) <= LARGEST, "a number that is not whole, or too large")
    return int(text)


def _refuse(text):
    raise Rejected(f"a number that is not whole, or none: {text}")


def _walk(value, depth):
    if isinstance(value, str):
        require(not any(0xD800 <= ord(c) < 0xE000 for c in value), "half of a character")
    elif isinstance(value, dict | list):
        require(depth < DEEPEST, "too deep")
        for name in value if isinstance(value, dict) else ():
            _walk(name, depth)
        for inner in value.values() if isinstance(value, dict) else value:
            _walk(inner, depth + 1)


def read(text):
    """The object, or Rejected. Python's own reader takes no more than RFC 8259, but for names."""
    require(len(text.encode("utf-16-le", "surrogatepass")) // 2 <= LONGEST, "too long")
    readers = {"parse_int": _whole, "parse_float": _refuse, "parse_constant": _refuse}
    try:
        value = json.loads(text, object_pairs_hook=_object, **readers)
    except (ValueError, RecursionError) as problem:
        raise Rejected(f"not JSON: {problem}") from None
    require(isinstance(value, dict), "not an object")
    _walk(value, 0)
    return value
