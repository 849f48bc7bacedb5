"""docs/prompts.md, "A shared deck, exactly": decks from files and links, and private wishes."""

import json
import re

from basics import Rejected, base64url, from_base64url, h, require, utf8

LARGEST_DECK, LONGEST_WISHES, DEEPEST, LAST_DAY = 65536, 2**20, 16, 99_999_999
FRAGMENT = "deck=1."
TOPICS = ("everyday", "work", "family", "friends", "love", "body", "feelings", "beliefs")
KINDS = ("question", "story", "act", "light", "grateful")
SUITS = ("any", "friends", "partners", "family")
NOT = ("grief", "illness", "eating", "work", "conflict", "distance", "estrangement", "parting")
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
ADDRESSES = ("://", "www.", "mailto:", "javascript:")
UNSEEN = (
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5),
    (0x180B, 0x180F), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164),
    (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0xE0000, 0xE0FFF),
)


def _object(pairs):
    require(len({name for name, _ in pairs}) == len(pairs), "a name given twice")
    return dict(pairs)


def _deep(value, level=0):
    if isinstance(value, dict | list):
        require(level < DEEPEST, "too deep")
        for inner in value.values() if isinstance(value, dict) else value:
            _deep(inner, level + 1)


def _parsed(text, longest):
    require(len(text.encode("utf-16-le", "surrogatepass")) // 2 <= longest, "too long")
    try:
        value = json.loads(text, object_pairs_hook=_object)
    except (ValueError, RecursionError) as problem:
        raise Rejected(f"not JSON: {problem}") from None
    _deep(value)
    require(isinstance(value, dict) and type(value.get("v")) is int and value["v"] == 1, "no v 1")
    return value


def _text(value, longest):
    require(isinstance(value, str), "no text")
    length = len(value.encode("utf-16-le", "surrogatepass")) // 2
    require(0 < length <= longest, "a text too long or empty")
    return value


def _named(value, pattern, longest):
    require(pattern.fullmatch(_text(value, longest)), "no such name")
    return value


def _one_of(value, words):
    require(value in words, "none of those there are")
    return value


def _joins(text, at):
    beside = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return text[at] in "\u200c\u200d" and len(beside) == 2 and all(
        "\u0590" <= letter < "\u2000" for letter in beside)


def plain(text):
    """Refuses what hides, turns a line around, looks like markup, or is an address."""
    for at, letter in enumerate(text):
        point = ord(letter)
        require(point >= 0x20 and not 0x7F <= point < 0xA0, "a control character")
        require(letter not in "<>`[]{}\\|", "markup")
        nothing = 0xD800 <= point <= 0xF8FF or point & 0xFFFE == 0xFFFE or point >= 0xF0000
        require(not nothing, "something that is no character")
        hidden = any(first <= point <= last for first, last in UNSEEN)
        require(not hidden or _joins(text, at), "a character that nobody sees")
    require(not any(address in text.lower() for address in ADDRESSES), "an address")
    require(text.strip(), "nothing but spaces")
    return text


def _prompt(given):
    require(isinstance(given, dict), "no prompt")
    require(type(given.get("ring")) is int and 1 <= given["ring"] <= 4, "no ring")
    kind = _one_of(given.get("kind", "question"), KINDS)
    barred = given.get("not", [])
    require(isinstance(barred, list) and all(one in NOT for one in barred), "barred for none")
    prompt = {"id": _named(given.get("id"), NAME, 64), "topic": _one_of(given.get("topic"), TOPICS),
              "ring": given["ring"], "text": plain(_text(given.get("text"), 300))}
    prompt |= {"kind": kind} if kind != "question" else {}
    return prompt | ({"not": [one for one in NOT if one in barred]} if barred else {})


def canonical(text):
    given = _parsed(text, LARGEST_DECK)
    name = _named(given.get("deck"), NAME, 40)
    require(name not in ("own", "founding"), "a name that Kith keeps for itself")
    suits = _one_of(given.get("suits", "any"), SUITS)
    require(isinstance(given.get("prompts"), list) and given["prompts"], "no prompts")
    prompts = [_prompt(one) for one in given["prompts"]]
    require(len({one["id"] for one in prompts}) == len(prompts), "an id given twice")
    deck = {"v": 1, "deck": name, "language": _named(given.get("language"), LANGUAGE, 64)}
    deck |= ({"suits": suits} if suits != "any" else {}) | {"prompts": prompts}
    written = json.dumps(deck, ensure_ascii=False, separators=(",", ":"))
    require(len(written.encode()) <= LARGEST_DECK, "a deck too large")
    return written


def of_fragment(fragment):
    bare = fragment.removeprefix("#")
    require(bare.startswith(FRAGMENT), "no deck")
    text = utf8(from_base64url(bare[len(FRAGMENT) :]))
    require(canonical(text) == text, "not written the one way")
    return text


def wishes(text, bond, day):
    """What one does not want to be offered in this bond on this day, and what gladly."""
    unwished, favourites = [], []
    given = _parsed(text, LONGEST_WISHES)
    require(isinstance(given.get("wishes"), list), "no wishes")
    for one in given["wishes"]:
        require(isinstance(one, dict), "no wish")
        prompt, wish = _text(one.get("prompt"), 129), one.get("wish")
        _one_of(wish, ("favourite", "not-now", "not-with-you", "not-ever"))
        until = one.get("until")
        require(wish != "not-now" or type(until) is int and 0 <= until <= LAST_DAY, "no day")
        here = wish == "not-with-you" and _text(one.get("bond"), 32) == bond
        if wish == "favourite":
            favourites.append(prompt)
        elif wish == "not-ever" or here or wish == "not-now" and day < until:
            unwished.append(prompt)
    return {"unwished": unwished, "favourites": [one for one in favourites if one not in unwished]}


def decks(vector):
    given = vector["given"]
    if "wishes" in given:
        return wishes(given["wishes"], given["bond"], given["day"])
    whole = canonical(given["deck"]) if "deck" in given else of_fragment(given["fragment"])
    data = whole.encode()
    found = {"canonical": whole, "pin": base64url(h(data)), "fragment": FRAGMENT + base64url(data)}
    return {name: value for name, value in found.items() if name in vector.get("gives", found)}
