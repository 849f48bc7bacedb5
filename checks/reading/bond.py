"""Sections 5, 7, 8 and 12 of docs/crypto.md: what two people say to each other inside a bond."""

from dataclasses import dataclass

from basics import (
    BODY_SIZES, EVENT_SIZES, SUITE, Parser, ae_open, ae_seal, after_suite, base64url, d,
    from_base64url, h, hmac, lab, lp, nfc, padded, require, same, u8, u32, u64, unpadded, utf8,
)

TAGS = 16
AROUND = 12 + 16
MARK = ',"mark":"'


@dataclass(frozen=True)
class Bond:
    id: bytes
    keys: tuple

    def author(self, seat):
        return d(self.keys[0], "bond/author", self.id + u8(seat), 16)

    def key(self, epoch, name, context, n=32):
        require(epoch < len(self.keys), "an epoch without a key")
        return d(self.keys[epoch], name, context, n)

    def opened(self, box, sizes, name, key_context, aad):
        """The padded text of a box that begins with suite and epoch; both contexts take the epoch."""
        require(len(box) in sizes, "a box of another size")
        parser = after_suite(box)
        epoch = parser.number(4)
        key = self.key(epoch, name, key_context(epoch))
        return utf8(unpadded(ae_open(key, aad(epoch), parser.rest())))

    def sealed(self, text, sizes, epoch, name, key_context, aad, nonce):
        key = self.key(epoch, name, key_context(epoch))
        text = padded(text, sizes, 1 + 4 + AROUND)
        return SUITE + u32(epoch) + ae_seal(key, aad(epoch), text, nonce)


# Event boxes


def _entry(bond, handle, seat):
    def aad(epoch):
        return lab("entry") + SUITE + bond.id + handle + u8(seat) + u32(epoch)

    return "bond/entry", lambda epoch: bond.id + u32(epoch), aad


def read_event(bond, handle, seat, box):
    return bond.opened(box, EVENT_SIZES, *_entry(bond, handle, seat))


def make_event(bond, handle, seat, text, nonce):
    last = len(bond.keys) - 1
    return bond.sealed(text.encode(), EVENT_SIZES, last, *_entry(bond, handle, seat), nonce)


def gate_handle(bond, exchange, step, epoch):
    return bond.key(epoch, "gate/handle", bond.id + exchange + u8(step), 16)


def _gate(bond, handle, step, seat):
    def aad(epoch):
        return lab("gate") + SUITE + bond.id + handle + u8(seat) + u32(epoch) + u8(step)

    return "gate", lambda epoch: bond.id + handle + u32(epoch), aad


def read_gate_event(bond, handle, step, seat, box):
    return bond.opened(box, EVENT_SIZES, *_gate(bond, handle, step, seat))


def make_gate_event(bond, handle, step, seat, epoch, text, nonce):
    gate = _gate(bond, handle, step, seat)
    return bond.sealed(text.encode(), EVENT_SIZES, epoch, *gate, nonce)


# Answers


def prompt_hash(prompt):
    return h(b"".join(lp(nfc(prompt[name])) for name in ("deck", "id", "language", "text")))


def answer_header(bond_id, exchange, author, ring, rev, prompt):
    head = lab("answer") + SUITE + bond_id + exchange + author + u8(ring) + u32(rev)
    return head + prompt + bytes(32)


def answer_commitment(header_hash, kc, body):
    return h(lab("com") + header_hash + kc + h(body))


def answer_self(amk, com):
    return hmac(amk, lab("self") + com)


def _reveal(bond, epoch, header_hash, kc):
    key = bond.key(epoch, "answer/reveal", u32(epoch) + header_hash)
    return key, lab("reveal") + u32(epoch) + header_hash + kc


def make_key_record(bond, epoch, header_hash, kc, content_key, nonce):
    box = ae_seal(*_reveal(bond, epoch, header_hash, kc), content_key, nonce)
    return SUITE + u32(epoch) + box


def make_body(content_key, header_hash, text, nonce):
    kc = d(content_key, "answer/commit", header_hash)
    text = padded(text.encode(), BODY_SIZES, AROUND)
    return kc, ae_seal(d(content_key, "answer/key", header_hash), header_hash + kc, text, nonce)


@dataclass(frozen=True)
class Card:
    """The exchange and its card, as the reader sees them, and whose answer is read."""

    exchange: bytes
    ring: int
    prompt: dict
    seat: int


def _sealed_bytes(sealed, name, n):
    require(isinstance(sealed.get(name), str), f"{name} is no text")
    data = from_base64url(sealed[name])
    require(len(data) == n, f"{name} of another length")
    return data


def _header_hash(bond, card, sealed):
    require(_sealed_bytes(sealed, "exchange", 16) == card.exchange, "another exchange")
    require(sealed.get("ring") == card.ring, "another ring")
    prompt = prompt_hash(card.prompt)
    require(same(_sealed_bytes(sealed, "promptHash", 32), prompt), "another prompt")
    rev = sealed.get("rev")
    require(type(rev) is int and 0 <= rev < 2**32, "no revision")
    author = bond.author(card.seat)
    return h(answer_header(bond.id, card.exchange, author, card.ring, rev, prompt))


def read_answer(bond, card, sealed, body, record, amk):
    """(text, whether it is confirmed as written by the one whose AMK it is)."""
    header_hash = _header_hash(bond, card, sealed)
    kc, com = _sealed_bytes(sealed, "kc", 32), _sealed_bytes(sealed, "com", 32)
    own = _sealed_bytes(sealed, "self", 32)
    require(len(record) == 65, "a key record of another size")
    parser = after_suite(record)
    epoch = parser.number(4)
    content_key = ae_open(*_reveal(bond, epoch, header_hash, kc), parser.rest())
    require(len(content_key) == 32, "a content key of another length")
    require(same(d(content_key, "answer/commit", header_hash), kc), "another content key")
    require(len(body) in BODY_SIZES, "a body of another size")
    require(same(answer_commitment(header_hash, kc, body), com), "another body")
    text = ae_open(d(content_key, "answer/key", header_hash), header_hash + kc, body)
    return utf8(unpadded(text)), same(answer_self(amk, com), own)


def make_answer(bond, card, rev, text, amk, content_key, nonce):
    """(sealed, body, header hash, kc); the key record is made apart, since it may go later."""
    prompt = prompt_hash(card.prompt)
    author = bond.author(card.seat)
    header = answer_header(bond.id, card.exchange, author, card.ring, rev, prompt)
    kc, body = make_body(content_key, h(header), text, nonce)
    com = answer_commitment(h(header), kc, body)
    named = {"exchange": card.exchange, "promptHash": prompt, "kc": kc, "com": com,
             "self": answer_self(amk, com)}
    sealed = {name: base64url(data) for name, data in named.items()}
    return sealed | {"rev": rev, "ring": card.ring}, body, h(header), kc


# Transcript and mark


def transcript(bond, entries):
    head = h(lab("transcript") + SUITE + bond.id)
    for n, entry in enumerate(entries, 1):
        place = lab("chain") + head + u64(n) + u32(entry["day"])
        if "gate" in entry:
            boxes = h(bytes.fromhex(entry["first"])) + h(bytes.fromhex(entry["second"]))
            head = h(place + u8(1) + bytes.fromhex(entry["gate"]) + boxes)
        else:
            whose = u8(entry["seat"]) + bytes.fromhex(entry["handle"])
            head = h(place + u8(0) + whose + h(bytes.fromhex(entry["event"])))
    return head


def four_words(bond, n, head, listed):
    bits = int.from_bytes(d(bond.keys[0], "transcript/words", bond.id + u64(n) + head, 8), "big")
    return " ".join(listed[bits >> shift & 1023] for shift in (54, 44, 34, 24))


def _mark(bond, amk, handle, seat, text):
    about = lab("mark") + SUITE + bond.id + handle + u8(seat) + h(text.encode())
    return base64url(hmac(amk, about))


def make_marked(bond, amk, handle, seat, text):
    before = text.removesuffix("}")
    return f'{before}{MARK}{_mark(bond, amk, handle, seat, before)}"}}'


def read_marked(bond, amk, handle, seat, text):
    before, found, _ = text.rpartition(MARK)
    require(found, "no mark")
    whole = make_marked(bond, amk, handle, seat, before)
    require(same(whole.encode(), text.encode()), "another mark")
    return text


# Tombstones


def _tombstone(bond, entry, seat):
    def aad(epoch):
        return lab("tombstone") + SUITE + bond.id + entry + u8(seat) + u32(epoch)

    return "bond/tombstone", lambda epoch: bond.id + u32(epoch), aad


def withdrawal(bond_id, exchange, author, rev, com, epoch, at):
    head = lab("withdraw") + SUITE + bond_id + exchange + author
    return head + u32(rev) + com + u32(epoch) + u64(at)


def pair_tag(bond_key, bond_id, author, w):
    return hmac(d(bond_key, "answer/tomb", bond_id + author), w)


def make_tombstone(bond, entry, seat, exchange, rev, com, at, amk, nonce):
    epoch = len(bond.keys) - 1
    w = withdrawal(bond.id, exchange, bond.author(seat), rev, com, epoch, at)
    text = w + pair_tag(bond.keys[epoch], bond.id, bond.author(seat), w) + hmac(amk, w)
    return bond.sealed(text, (1024,), epoch, *_tombstone(bond, entry, seat), nonce)


@dataclass(frozen=True)
class Withdrawal:
    exchange: bytes
    rev: int
    com: bytes
    at: int
    mine: bool


def read_tombstone(bond, entry, seat, box, amk):
    require(len(box) == 1024, "a box of another size")
    outer = after_suite(box)
    epoch = outer.number(4)
    name, context, aad = _tombstone(bond, entry, seat)
    key = bond.key(epoch, name, context(epoch))
    parser = Parser(unpadded(ae_open(key, aad(epoch), outer.rest())))
    parser.expect(lab("withdraw"), "label")
    parser.expect(SUITE, "suite")
    parser.expect(bond.id, "bond")
    exchange = parser.take(16)
    parser.expect(bond.author(seat), "author")
    rev, com = parser.number(4), parser.take(32)
    parser.expect(u32(epoch), "epoch")
    at, pair, own = parser.number(8), parser.take(32), parser.take(32)
    parser.end()
    w = withdrawal(bond.id, exchange, bond.author(seat), rev, com, epoch, at)
    require(same(pair_tag(bond.keys[epoch], bond.id, bond.author(seat), w), pair), "another tag")
    return Withdrawal(exchange, rev, com, at, same(hmac(amk, w), own))


# Votes


@dataclass(frozen=True)
class Vote:
    slot: int
    matter: str
    tick: int
    agreed: int

    def about(self, bond):
        return SUITE + bond.id + u8(self.slot) + lp(self.matter.encode()) + u32(self.tick)

    def gate(self, bond):
        context = bond.id + u8(self.slot) + lp(self.matter.encode()) + u32(self.agreed)
        return d(bond.keys[-1], "vote/gate", context, 16)

    def tags(self, bond, seat, counter):
        """Sixteen, one for each counter that the other may have reached."""
        epoch = len(bond.keys) - 1
        key = bond.key(epoch, "vote/tag", bond.id + u32(epoch))
        both = ((counter, i) if seat == 0 else (i, counter) for i in range(1, TAGS + 1))
        head = lab("vote-tag") + self.about(bond)
        return b"".join(hmac(key, head + u8(c0) + u8(c1)) for c0, c1 in both)

    def own(self, bond, amk, seat):
        return hmac(amk, lab("vote-self") + self.about(bond) + u8(seat))

    def _box(self, bond, seat):
        def aad(epoch):
            return lab("vote") + self.about(bond) + u8(seat) + u32(epoch)

        return "vote/box", lambda epoch: bond.id + u32(epoch), aad

    def read(self, bond, seat, box):
        return bond.opened(box, (1024,), *self._box(bond, seat))

    def make(self, bond, seat, text, nonce):
        last = len(bond.keys) - 1
        return bond.sealed(text.encode(), (1024,), last, *self._box(bond, seat), nonce)
