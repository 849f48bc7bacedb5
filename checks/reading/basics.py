"""Section 1 of docs/crypto.md: the conventions that everything else is written in."""

import base64
import contextlib
import hashlib
import hmac as standard_hmac
import unicodedata

try:
    from cryptography.exceptions import InvalidSignature, InvalidTag
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
except ImportError as missing:
    raise SystemExit(f"reading: {missing}. On Debian: apt install python3-cryptography") from None

SUITE = b"\x01"
LARGEST = 2**53 - 1
BODY_SIZES = (1024, 4096, 16384, 65536)
EVENT_SIZES = (1024, 4096)

_label = [b"kith1"]


class Rejected(Exception):
    """Whatever does not open, verify or parse. The reason is for whoever reads this check."""


def require(holds, reason):
    if not holds:
        raise Rejected(reason)


@contextlib.contextmanager
def label(name):
    """The protocol text's own examples stand under a working label."""
    _label.append(name.encode())
    try:
        yield
    finally:
        _label.pop()


def lab(name):
    return _label[-1] + b"/" + name.encode() + b"\0"


def u8(n):
    return n.to_bytes(1, "big")


def u16(n):
    return n.to_bytes(2, "big")


def u32(n):
    return n.to_bytes(4, "big")


def u64(n):
    require(0 <= n <= LARGEST, "a number past 2^53 - 1")
    return n.to_bytes(8, "big")


def lp(x):
    return u16(len(x)) + x


def nfc(text):
    return unicodedata.normalize("NFC", text).encode()


def h(x):
    return hashlib.sha256(x).digest()


def hmac(key, x):
    return standard_hmac.digest(key, x, "sha256")


def same(a, b):
    return standard_hmac.compare_digest(a, b)


def d(secret, name, context=b"", n=32):
    require(len(secret) >= 32, "a secret of less than 32 bytes")
    return HKDF(hashes.SHA256(), n, None, lab(name) + context).derive(secret)


def ae_open(key, aad, box):
    require(len(box) >= 12 + 16, "too short for a box")
    try:
        return AESGCM(key).decrypt(box[:12], box[12:], aad)
    except InvalidTag:
        raise Rejected("the box does not open") from None


def ae_seal(key, aad, text, nonce):
    return nonce + AESGCM(key).encrypt(nonce, text, aad)


def padded(text, sizes, around):
    """The text, 0x80 and zeros: a box of the smallest size, `around` bytes of which are not text."""
    size = next((n for n in sizes if len(text) + 1 + around <= n), None)
    require(size is not None, "a text too long for every size")
    return text + b"\x80" + bytes(size - around - len(text) - 1)


def unpadded(padding):
    text = padding.rstrip(b"\0")
    require(text[-1:] == b"\x80", "the padding has no 0x80")
    return text[:-1]


def utf8(data):
    try:
        return data.decode("utf-8", "strict")
    except UnicodeDecodeError:
        raise Rejected("not UTF-8") from None


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_base64url(text):
    """One text, one meaning: no padding, no other letters, spare bits zero."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True)
    except (ValueError, UnicodeEncodeError):
        raise Rejected("not base64url") from None
    require(base64url(data) == text, "base64url in another spelling")
    return data


def sign_key(seed):
    return Ed25519PrivateKey.from_private_bytes(seed)


def sign_public(seed):
    return sign_key(seed).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def verify(public, signature, text):
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, text)
    except (InvalidSignature, ValueError):
        raise Rejected("the signature is wrong") from None


class Parser:
    """Takes fields off the front; `end` refuses what is left over."""

    def __init__(self, data):
        self.data = data

    def take(self, n):
        require(len(self.data) >= n, "too short")
        taken, self.data = self.data[:n], self.data[n:]
        return taken

    def number(self, n):
        value = int.from_bytes(self.take(n), "big")
        require(value <= LARGEST, "a number past 2^53 - 1")
        return value

    def expect(self, expected, what):
        require(same(self.take(len(expected)), expected), f"another {what}")

    def prefixed(self):
        return self.take(self.number(2))

    def rest(self):
        return self.take(len(self.data))

    def end(self):
        require(not self.data, "bytes left over")


def after_suite(box):
    parser = Parser(box)
    parser.expect(SUITE, "suite")
    return parser


def digits(secret, name, context):
    """Twelve digits to be compared aloud, as three groups of four."""
    twelve = f"{int.from_bytes(d(secret, name, context, 8), 'big') % 10**12:012}"
    return " ".join((twelve[:4], twelve[4:8], twelve[8:]))
