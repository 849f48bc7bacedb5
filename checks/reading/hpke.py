"""HPKE (RFC 9180) in mode_psk, single shot, and Kith's SealKey, which is one suite of it."""

import hmac
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305

import kem
from basics import Rejected, require, u16, u8

MODE_PSK = 1
X_WING = 0x647A
DIGESTS = {1: ("sha256", 32), 3: ("sha512", 64)}
CIPHERS = {1: (AESGCM, 16), 2: (AESGCM, 32), 3: (ChaCha20Poly1305, 32)}


@dataclass(frozen=True)
class Suite:
    kem_id: int
    kdf_id: int
    aead_id: int

    @property
    def name(self):
        return b"HPKE" + u16(self.kem_id) + u16(self.kdf_id) + u16(self.aead_id)

    def extract(self, salt, name, secret):
        digest, size = DIGESTS[self.kdf_id]
        return hmac.digest(salt or bytes(size), b"HPKE-v1" + self.name + name + secret, digest)

    def expand(self, key, name, info, n):
        digest, _ = DIGESTS[self.kdf_id]
        info, output, block, i = u16(n) + b"HPKE-v1" + self.name + name + info, b"", b"", 0
        while len(output) < n:
            i += 1
            block = hmac.digest(key, block + info + u8(i), digest)
            output += block
        return output[:n]

    def schedule(self, shared, info, psk, psk_id):
        """(key, base nonce, exporter secret)."""
        require(len(psk) >= 32 and psk_id, "a psk too short or without an id")
        context = u8(MODE_PSK) + self.extract(b"", b"psk_id_hash", psk_id)
        context += self.extract(b"", b"info_hash", info)
        secret = self.extract(shared, b"secret", psk)
        return (
            self.expand(secret, b"key", context, CIPHERS[self.aead_id][1]),
            self.expand(secret, b"base_nonce", context, 12),
            self.expand(secret, b"exp", context, DIGESTS[self.kdf_id][1]),
        )

    def cipher(self, key):
        return CIPHERS[self.aead_id][0](key)


KITH = Suite(X_WING, 1, 2)


def _checked(psk, psk_id):
    require(len(psk) == 32 and psk_id, "a psk that is not of 32 bytes, or without an id")


def open_key(seed, psk, psk_id, info, box):
    _checked(psk, psk_id)
    require(len(box) >= kem.CIPHERTEXT + 16, "too short for a box")
    shared = kem.decapsulate(seed, box[: kem.CIPHERTEXT])
    key, nonce, _ = KITH.schedule(shared, info, psk, psk_id)
    try:
        return KITH.cipher(key).decrypt(nonce, box[kem.CIPHERTEXT :], b"")
    except InvalidTag:
        raise Rejected("the sealed key does not open") from None


def seal_key(public, psk, psk_id, info, text, random):
    _checked(psk, psk_id)
    shared, enc = kem.encapsulate(public, random)
    key, nonce, _ = KITH.schedule(shared, info, psk, psk_id)
    return enc + KITH.cipher(key).encrypt(nonce, text, b"")
