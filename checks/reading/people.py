"""Sections 2, 4 and 9 of docs/crypto.md: accounts, invitations, new keys; section 10: another device."""

from dataclasses import dataclass

import ed25519
import hpke
import kem
from basics import (
    SUITE, Rejected, Parser, ae_open, ae_seal, after_suite, d, digits, from_base64url, h, lab, lp,
    nfc, require, same, sign_key, sign_public, u32, u64, utf8, verify,
)

NAME_BYTES = 256


@dataclass(frozen=True)
class Account:
    """What one person's root key gives, in one generation."""

    id: bytes
    root: bytes
    created: int
    generation: int = 1

    def key(self, name):
        return d(self.root, f"account/{name}", self.id + u32(self.generation))

    @property
    def public(self):
        return kem.public_key(self.key("kem"))

    @property
    def sign(self):
        return sign_public(self.key("sign"))

    def keys(self, previous=bytes(32)):
        head = lab("keys") + SUITE + self.id + u32(self.generation) + self.sign + self.public
        return head + u64(self.created) + previous

    def statement(self):
        return self.keys() + self.signature(self.keys()) + bytes(64)

    def signature(self, text):
        return sign_key(self.key("sign")).sign(text)


@dataclass(frozen=True)
class Statement:
    """What a partner knows of an account."""

    account: bytes
    generation: int
    sign: bytes
    public: bytes
    created: int
    previous: bytes
    keys: bytes
    second: bytes

    @property
    def fingerprint(self):
        return h(self.keys)


def _parsed_statement(text):
    parser = Parser(text)
    parser.expect(lab("keys"), "label")
    parser.expect(SUITE, "suite")
    fields = (parser.take(16), parser.number(4), parser.take(32), parser.take(kem.PUBLIC),
              parser.number(8), parser.take(32))
    keys = text[: len(text) - len(parser.data)]
    first, second = parser.take(64), parser.take(64)
    parser.end()
    statement = Statement(*fields, keys, second)
    require(ed25519.usable(statement.sign), "a signing key of small order")
    kem.check_public_key(statement.public)
    verify(statement.sign, first, keys)
    return statement


def read_statement(text):
    """The first that one hears of an account, of whatever generation."""
    statement = _parsed_statement(text)
    first = statement.generation == 1
    require(0 < statement.generation < 2**31, "no generation")
    require(first == (statement.previous == bytes(32)), "a previous one in generation 1, or none")
    require(first == (statement.second == bytes(64)), "a second signature in generation 1, or none")
    return statement


def read_next_statement(text, before):
    statement = _parsed_statement(text)
    require(statement.account == before.account, "another account")
    require(statement.generation == before.generation + 1, "not the next generation")
    require(same(statement.previous, before.fingerprint), "not after the one that is pinned")
    verify(before.sign, statement.second, statement.keys)
    return statement


def make_next_statement(before, after, previous):
    keys = after.keys(previous)
    return keys + after.signature(keys) + before.signature(keys)


def groups(fingerprint):
    """One person's half of the safety number."""
    stream = d(fingerprint, "fingerprint", b"", 30)
    fives = (int.from_bytes(stream[i : i + 5], "big") % 100000 for i in range(0, 30, 5))
    return " ".join(f"{five:05}" for five in fives)


def safety_number(mine, theirs):
    return " ".join(sorted((groups(mine), groups(theirs))))


# Invitation


def read_link(fragment):
    """("none",), ("unknown-version",) or ("invitation", secret)."""
    version, dot, rest = fragment.removeprefix("#").partition(".")
    if not (fragment.startswith("#") and dot and version.isdecimal() and version.isascii()):
        return ("none",)
    if version != "1":
        return ("unknown-version",)
    secret = from_base64url(rest)
    require(len(secret) == 32, "a secret of another length")
    return "invitation", secret


def invitation_id(secret):
    return d(secret, "invite/id", b"", 16)


def _name(parser):
    name = parser.prefixed()
    require(len(name) <= NAME_BYTES, "a name too long")
    return utf8(name)


def _offer_aad(secret):
    return lab("offer") + SUITE + invitation_id(secret)


@dataclass(frozen=True)
class Offer:
    inviter: Statement
    bond: bytes
    commitment: bytes
    expires: int
    name: str
    transcript: bytes


def commitment(nonce):
    return h(lab("sas-commit") + nonce)


def make_offer(inviter, secret, bond, expires, name, nonce, box_nonce):
    text = lp(inviter.statement()) + bond + commitment(nonce) + u64(expires) + lp(nfc(name))
    return SUITE + ae_seal(d(secret, "invite/offer"), _offer_aad(secret), text, box_nonce)


def read_offer(secret, box):
    inner = ae_open(d(secret, "invite/offer"), _offer_aad(secret), after_suite(box).rest())
    parser = Parser(inner)
    fields = (read_statement(parser.prefixed()), parser.take(16), parser.take(32),
              parser.number(8), _name(parser))
    parser.end()
    return Offer(*fields, h(box))


def transcript1(t0, accept):
    return h(lab("t1") + t0 + h(accept))


def spoken_check(inviter_nonce, joiner_nonce, bond, inviter, joiner, t1):
    return digits(inviter_nonce + joiner_nonce, "bond/sas", bond + inviter + joiner + t1)


@dataclass(frozen=True)
class Accept:
    joiner: Statement
    bond_key: bytes
    nonce: bytes
    name: str


def read_accept(inviter, secret, bond, t0, box):
    info = lab("accept") + SUITE + invitation_id(secret) + bond + t0
    sealed = after_suite(box).rest()
    psk = d(secret, "invite/psk")
    parser = Parser(hpke.open_key(inviter.key("kem"), psk, invitation_id(secret), info, sealed))
    fields = (read_statement(parser.prefixed()), parser.take(32), parser.take(32), _name(parser))
    parser.end()
    accept = Accept(*fields)
    require(accept.joiner.account != inviter.id, "one's own account on the other side")
    return accept


def _confirm_parts(bond_key, bond, t1):
    return d(bond_key, "bond/confirm", bond + t1), lab("confirm") + bond + t1


def make_confirm(bond_key, bond, t1, nonce, box_nonce):
    return SUITE + ae_seal(*_confirm_parts(bond_key, bond, t1), nonce, box_nonce)


def read_confirm(bond_key, bond, t1, committed, box):
    nonce = ae_open(*_confirm_parts(bond_key, bond, t1), after_suite(box).rest())
    require(len(nonce) == 32, "a nonce of another length")
    require(same(commitment(nonce), committed), "another commitment")
    return nonce


# New keys


def _rotation(bond, keys, epoch, maker, reader):
    require(epoch == len(keys), "not the next epoch")
    identity = bond + u32(epoch)
    info = lab("rotate") + SUITE + identity + maker + reader
    return d(keys[-1], "bond/rotate", identity), identity, info


def read_rotation(bond, keys, epoch, maker, reader, seal, signature):
    """BK_(e+1), for `reader`, an account; `maker` is the statement that stands pinned."""
    fingerprint = h(reader.keys())
    psk, identity, info = _rotation(bond, keys, epoch, maker.fingerprint, fingerprint)
    verify(maker.sign, signature, lab("rotate-sig") + h(info + seal))
    key = hpke.open_key(reader.key("kem"), psk, identity, info, seal)
    require(len(key) == 32, "a key of another length")
    return key


# Another device


@dataclass(frozen=True)
class DeviceOffer:
    owner: Statement
    commitment: bytes
    expires: int
    transcript: bytes


def link_id(secret):
    return d(secret, "link/id", b"", 16)


def _link_offer_parts(secret):
    return d(secret, "link/offer"), lab("link/offer") + SUITE + link_id(secret)


def link_commitment(nonce):
    return h(lab("link/commit") + nonce)


def make_link_offer(owner, secret, expires, nonce, box_nonce):
    text = lp(owner.statement()) + link_commitment(nonce) + u64(expires)
    return SUITE + ae_seal(*_link_offer_parts(secret), text, box_nonce)


def read_link_offer(secret, box):
    parser = Parser(ae_open(*_link_offer_parts(secret), after_suite(box).rest()))
    fields = read_statement(parser.prefixed()), parser.take(32), parser.number(8)
    parser.end()
    return DeviceOffer(*fields, h(box))


def link_transcript1(t0, accept):
    return h(lab("link/t1") + t0 + h(accept))


@dataclass(frozen=True)
class DeviceAccept:
    public: bytes
    key: bytes
    nonce: bytes
    device: str


def read_link_accept(owner, secret, t0, box):
    info = lab("link/accept") + SUITE + link_id(secret) + t0
    psk = d(secret, "link/psk")
    sealed = after_suite(box).rest()
    parser = Parser(hpke.open_key(owner.key("kem"), psk, link_id(secret), info, sealed))
    fields = parser.take(kem.PUBLIC), parser.take(32), parser.take(32), _name(parser)
    parser.end()
    accept = DeviceAccept(*fields)
    kem.check_public_key(accept.public)
    return accept


def link_digits(owner_nonce, device_nonce, secret, t1, owner, public):
    context = link_id(secret) + t1 + owner + h(public)
    return digits(owner_nonce + device_nonce, "link/sas", context)


def _link_reveal_parts(key, secret, t1):
    aad = lab("link/reveal") + SUITE + link_id(secret) + t1
    return d(key, "link/reveal", link_id(secret) + t1), aad


def make_link_reveal(key, secret, t1, nonce, box_nonce):
    return SUITE + ae_seal(*_link_reveal_parts(key, secret, t1), nonce, box_nonce)


def read_link_reveal(key, secret, t1, committed, box):
    nonce = ae_open(*_link_reveal_parts(key, secret, t1), after_suite(box).rest())
    require(len(nonce) == 32, "a nonce of another length")
    require(same(link_commitment(nonce), committed), "another commitment")
    return nonce


def read_link_grant(seed, key, secret, t1, owner, box):
    """(account, generation, root key), for the new device."""
    info = lab("link/grant") + SUITE + link_id(secret) + t1
    psk = d(key, "link/grant", link_id(secret) + t1)
    parser = Parser(hpke.open_key(seed, psk, link_id(secret), info, after_suite(box).rest()))
    account, generation, root = parser.take(16), parser.number(4), parser.take(32)
    parser.end()
    if (account, generation) != (owner.account, owner.generation):
        raise Rejected("another account or generation than was offered")
    return account, generation, root
