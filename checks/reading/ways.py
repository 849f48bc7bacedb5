"""Sections 3, 6, 10 and 11 of docs/crypto.md: ways in, what a device keeps, and the vault."""

from dataclasses import dataclass
from pathlib import Path

import hpke
import kem
from basics import (
    BODY_SIZES, SUITE, ae_open, ae_seal, after_suite, d, h, lab, lp, nfc, padded, require, same,
    sign_key, sign_public, u8, u16, u32, u64, unpadded, utf8, verify,
)

KINDS = {"passkey": 1, "words": 2, "recovery": 3, "device": 4}
ARGON2 = {"time_cost": 3, "memory_cost": 64 * 1024, "parallelism": 4, "hash_len": 32}
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
WORDS = Path(__file__).parents[2] / "crypto/src/main/resources/kith/crypto/words.en.txt"


def listed_words():
    return WORDS.read_text().split()


@dataclass(frozen=True)
class Unlocker:
    """A secret `us` of one kind, for one account."""

    kind: int
    us: bytes
    account: bytes
    id: bytes

    def key(self, name):
        return d(self.us, f"unlock/{name}", self.account + self.id)

    @property
    def public(self):
        return kem.public_key(self.key("kem"))

    @property
    def login(self):
        return sign_public(self.key("auth"))

    def info(self, generation):
        about = self.account + self.id + u8(self.kind) + u32(generation)
        return lab("unlock") + SUITE + about

    def root_key(self, generation, envelope):
        info = self.info(generation)
        root = hpke.open_key(self.key("kem"), self.key("psk"), self.id, info, envelope)
        require(len(root) == 32, "a root key of another length")
        return root


def passkey_secret(prf):
    require(len(prf) == 32, "a PRF output of another length")
    return d(prf, "us/passkey")


def typed_words(text):
    listed = listed_words()
    by_start = {word[:4]: word for word in listed}
    words = [by_start.get(w, w) if len(w) == 4 else w for w in text.lower().split()]
    require(len(words) == 6, "not six words")
    require(all(word in listed for word in words), "a word that is not listed")
    return " ".join(words)


def words_secret(text, salt, cost):
    words = typed_words(text)
    require(cost == 1, "an unknown cost")
    require(len(salt) == 16, "a salt of another length")
    return argon2id(words.encode(), salt)


def argon2id(password, salt):
    try:
        from argon2.low_level import Type, hash_secret_raw
    except ImportError as missing:
        raise SystemExit(f"reading: {missing}. On Debian: apt install python3-argon2") from None
    return hash_secret_raw(password, salt, type=Type.ID, version=0x13, **ARGON2)


def recovery_secret(code):
    return d(code, "us/recovery")


def _line(text, number):
    """16 bytes of 26 letters, two more letters being a check."""
    letters = text.upper().translate(str.maketrans("ILO", "110", " -"))
    require(len(letters) == 28, "not 28 letters")
    require(all(letter in CROCKFORD for letter in letters), "a letter that is none")
    bits = 0
    for letter in letters[:26]:
        bits = bits << 5 | CROCKFORD.index(letter)
    require(bits & 3 == 0, "spare bits that are not zero")
    check = h(lab("recovery") + u8(number) + letters[:26].encode())
    ten = int.from_bytes(check[:2], "big") >> 6
    require(letters[26:] == CROCKFORD[ten >> 5] + CROCKFORD[ten & 31], "a wrong check")
    return (bits >> 2).to_bytes(16, "big")


def recovery_code(lines):
    require(len(lines) == 2, "not two lines")
    return _line(lines[0], 1) + _line(lines[1], 2)


# Login


def login_text(origin, vault, unlocker, nonce, at):
    return lab("auth") + SUITE + lp(origin.encode()) + vault + unlocker + nonce + u64(at)


def check_login(public, signature, text):
    require(len(signature) == 64, "a signature of another length")
    verify(public, signature, text)


def login_signature(unlocker, text):
    return sign_key(unlocker.key("auth")).sign(text)


# One's own state, and the vault


def _state_aad(account, name, version):
    about = account.id + u32(account.generation) + lp(nfc(name)) + u64(version)
    return lab("state") + SUITE + about


def read_state(account, name, version, box):
    aad = _state_aad(account, name, version)
    return utf8(ae_open(account.key("state"), aad, after_suite(box).rest()))


def make_state(account, name, version, text, nonce):
    aad = _state_aad(account, name, version)
    return SUITE + ae_seal(account.key("state"), aad, text.encode(), nonce)


def vault_id(account):
    return h(lab("vault") + SUITE + account)[:16]


def record_id(account, name):
    return d(account.key("state"), "vault/id", lp(nfc(name)), 16)


def _record(account, name, version):
    record = record_id(account, name)
    about = account.id + u32(account.generation) + record + u64(version)
    return d(account.key("state"), "vault/box", record), lab("vault-record") + SUITE + about


def read_record(account, name, version, box):
    require(len(box) in BODY_SIZES, "a record of another size")
    key, aad = _record(account, name, version)
    return utf8(unpadded(ae_open(key, aad, after_suite(box).rest())))


def make_record(account, name, version, text, nonce):
    key, aad = _record(account, name, version)
    return SUITE + ae_seal(key, aad, padded(text.encode(), BODY_SIZES, 1 + 12 + 16), nonce)
