"""X-Wing (KEM 0x647a): ML-KEM-768 after FIPS 203 beside X25519 after RFC 7748, joined by SHA3-256.

Plain and slow, for reading vectors only: it keeps no secret from whoever can measure time.
"""

import hashlib

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from basics import require, same

Q, K, N = 3329, 3, 256
DU, DV = 10, 4
X_WING_LABEL = rb"\./" + rb"/^" + b"\\"
PUBLIC, CIPHERTEXT = 1216, 1120
SPLIT_PUBLIC, SPLIT_CIPHERTEXT = 1184, 1088


def _reversed7(n):
    return int(f"{n:07b}"[::-1], 2)


ZETAS = [pow(17, _reversed7(i), Q) for i in range(128)]
GAMMAS = [pow(17, 2 * _reversed7(i) + 1, Q) for i in range(128)]


def _ntt(f):
    f, i, length = list(f), 1, 128
    while length >= 2:
        for start in range(0, N, 2 * length):
            zeta, i = ZETAS[i], i + 1
            for j in range(start, start + length):
                t = zeta * f[j + length] % Q
                f[j], f[j + length] = (f[j] + t) % Q, (f[j] - t) % Q
        length //= 2
    return f


def _inverse_ntt(f):
    f, i, length = list(f), 127, 2
    while length <= 128:
        for start in range(0, N, 2 * length):
            zeta, i = ZETAS[i], i - 1
            for j in range(start, start + length):
                t = f[j]
                f[j], f[j + length] = (t + f[j + length]) % Q, zeta * (f[j + length] - t) % Q
        length *= 2
    return [x * 3303 % Q for x in f]


def _times(f, g):
    product = []
    for i in range(128):
        a0, a1, b0, b1 = f[2 * i], f[2 * i + 1], g[2 * i], g[2 * i + 1]
        product += [(a0 * b0 + a1 * b1 * GAMMAS[i]) % Q, (a0 * b1 + a1 * b0) % Q]
    return product


def _plus(f, g):
    return [(a + b) % Q for a, b in zip(f, g)]


def _dot(row, column):
    total = [0] * N
    for f, g in zip(row, column):
        total = _plus(total, _times(f, g))
    return total


def _pack(f, bits):
    number = sum(x << bits * i for i, x in enumerate(f))
    return number.to_bytes(N * bits // 8, "little")


def _unpack(data, bits):
    number, mask = int.from_bytes(data, "little"), (1 << bits) - 1
    return [number >> bits * i & mask for i in range(N)]


def _unpack_all(data, bits):
    size = N * bits // 8
    return [_unpack(data[i : i + size], bits) for i in range(0, len(data), size)]


def _compress(f, bits):
    return [((x << bits + 1) + Q) // (2 * Q) % (1 << bits) for x in f]


def _decompress(f, bits):
    return [(x * Q + (1 << bits - 1)) >> bits for x in f]


def _uniform(seed, i, j):
    stream, f, at = hashlib.shake_128(seed + bytes([i, j])).digest(1344), [], 0
    while len(f) < N:
        a, b, c = stream[at : at + 3]
        at += 3
        f += [x for x in (a + 256 * (b % 16), b // 16 + 16 * c) if x < Q]
    return f[:N]


def _binomial(seed, n):
    bits = int.from_bytes(hashlib.shake_256(seed + bytes([n])).digest(128), "little")
    nibbles = [bits >> 4 * i & 15 for i in range(N)]
    return [((x & 1) + (x >> 1 & 1) - (x >> 2 & 1) - (x >> 3 & 1)) % Q for x in nibbles]


def _matrix(rho):
    return [[_uniform(rho, j, i) for j in range(K)] for i in range(K)]


def ml_kem_keys(seed):
    """(encapsulation key, the secret vector, z) of the 64 bytes d || z."""
    expanded = hashlib.sha3_512(seed[:32] + bytes([K])).digest()
    rho, sigma = expanded[:32], expanded[32:]
    secret = [_ntt(_binomial(sigma, i)) for i in range(K)]
    error = [_ntt(_binomial(sigma, K + i)) for i in range(K)]
    t = [_plus(_dot(row, secret), e) for row, e in zip(_matrix(rho), error)]
    return b"".join(_pack(f, 12) for f in t) + rho, secret, seed[32:]


def ml_kem_check(public):
    require(len(public) == SPLIT_PUBLIC, "an ML-KEM key of another length")
    require(all(x < Q for f in _unpack_all(public[:-32], 12) for x in f), "a coefficient past q")


def _encrypt(public, message, coins):
    t, rho = _unpack_all(public[:-32], 12), public[-32:]
    y = [_ntt(_binomial(coins, i)) for i in range(K)]
    e1 = [_binomial(coins, K + i) for i in range(K)]
    e2 = _binomial(coins, 2 * K)
    columns = list(zip(*_matrix(rho)))
    u = [_plus(_inverse_ntt(_dot(column, y)), e) for column, e in zip(columns, e1)]
    v = _plus(_inverse_ntt(_dot(t, y)), _plus(e2, _decompress(_unpack(message, 1), 1)))
    return b"".join(_pack(_compress(f, DU), DU) for f in u) + _pack(_compress(v, DV), DV)


def ml_kem_encapsulate(public, message):
    """(shared secret, ciphertext) of 32 random bytes."""
    ml_kem_check(public)
    g = hashlib.sha3_512(message + hashlib.sha3_256(public).digest()).digest()
    return g[:32], _encrypt(public, message, g[32:])


def ml_kem_decapsulate(seed, ciphertext):
    require(len(ciphertext) == SPLIT_CIPHERTEXT, "an ML-KEM ciphertext of another length")
    public, secret, z = ml_kem_keys(seed)
    u = [_decompress(f, DU) for f in _unpack_all(ciphertext[:960], DU)]
    v = _decompress(_unpack(ciphertext[960:], DV), DV)
    inner = _inverse_ntt(_dot(secret, [_ntt(f) for f in u]))
    message = _pack(_compress([(a - b) % Q for a, b in zip(v, inner)], 1), 1)
    g = hashlib.sha3_512(message + hashlib.sha3_256(public).digest()).digest()
    if same(_encrypt(public, message, g[32:]), ciphertext):
        return g[:32]
    return hashlib.shake_256(z + ciphertext).digest(32)


def _raw(public):
    return public.public_bytes(Encoding.Raw, PublicFormat.Raw)


def _x25519(private, public):
    """Refuses the shared secret of zeros that points of low order give."""
    try:
        return private.exchange(X25519PublicKey.from_public_bytes(public))
    except ValueError:
        require(False, "a point of low order")


def _halves(seed):
    require(len(seed) == 32, "an X-Wing seed of another length")
    expanded = hashlib.shake_256(seed).digest(96)
    return expanded[:64], X25519PrivateKey.from_private_bytes(expanded[64:])


def _combined(lattice, curve, ciphertext, public):
    return hashlib.sha3_256(lattice + curve + ciphertext + public + X_WING_LABEL).digest()


def public_key(seed):
    lattice, curve = _halves(seed)
    return ml_kem_keys(lattice)[0] + _raw(curve.public_key())


def check_public_key(public):
    require(len(public) == PUBLIC, "a public key of another length")
    ml_kem_check(public[:SPLIT_PUBLIC])
    _x25519(X25519PrivateKey.from_private_bytes(bytes(32)), public[SPLIT_PUBLIC:])


def encapsulate(public, random):
    """(shared secret, ciphertext) of 64 random bytes."""
    check_public_key(public)
    lattice, ciphertext = ml_kem_encapsulate(public[:SPLIT_PUBLIC], random[:32])
    ephemeral = X25519PrivateKey.from_private_bytes(random[32:])
    point = _raw(ephemeral.public_key())
    curve = _x25519(ephemeral, public[SPLIT_PUBLIC:])
    return _combined(lattice, curve, point, public[SPLIT_PUBLIC:]), ciphertext + point


def decapsulate(seed, ciphertext):
    require(len(ciphertext) == CIPHERTEXT, "an encapsulation of another length")
    lattice, curve = _halves(seed)
    point = ciphertext[SPLIT_CIPHERTEXT:]
    first = ml_kem_decapsulate(lattice, ciphertext[:SPLIT_CIPHERTEXT])
    return _combined(first, _x25519(curve, point), point, _raw(curve.public_key()))
