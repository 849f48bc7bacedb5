"""The primitives against numbers of others: RFC 9180, X-Wing, Wycheproof."""

import json
import os
from pathlib import Path

import hpke
import kem
from basics import Rejected, require

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("KITH_SHARED_VECTORS", ROOT.parent / "shared" / "vectors"))


def _hex(vector, *names):
    return tuple(bytes.fromhex(vector[name]) for name in names)


def rfc9180_psk(vector):
    """The key schedule, from the shared secret on: Kith uses no other KEM than X-Wing."""
    suite = hpke.Suite(vector["kem_id"], vector["kdf_id"], vector["aead_id"])
    shared, *about = _hex(vector, "shared_secret", "info", "psk", "psk_id")
    key, nonce, exporter = suite.schedule(shared, *about)
    require((key, nonce, exporter) == _hex(vector, "key", "base_nonce", "exporter_secret"),
            "another key, nonce or exporter")
    for one in vector["encryptions"]:
        number = (int.from_bytes(nonce, "big") ^ one["seq"]).to_bytes(12, "big")
        text, aad, box = _hex(one, "pt", "aad", "ct")
        require(suite.cipher(key).encrypt(number, text, aad) == box, "another box")
    for one in vector["exports"]:
        context, value = _hex(one, "ctx", "val")
        require(suite.expand(exporter, b"sec", context, one["L"]) == value, "another export")
    return {}


def _x_wing(vector):
    seed, public, enc, shared = _hex(vector, "skRm", "pkRm", "enc", "shared_secret")
    require(kem.public_key(seed) == public, "another public key")
    require(kem.decapsulate(seed, enc) == shared, "another shared secret")


def _keys(test):
    seed, public = _hex(test, "seed", "ek")
    require(kem.ml_kem_keys(seed)[0] == public, "another public key")


def _encapsulation(test):
    public, message = _hex(test, "ek", "m")
    found = kem.ml_kem_encapsulate(public, message)
    require(found == _hex(test, "K", "c"), "another secret or ciphertext")


def _decapsulation(test):
    seed, ciphertext, shared = _hex(test, "seed", "c", "K")
    require(len(seed) == 64, "a seed of another length")
    require(kem.ml_kem_decapsulate(seed, ciphertext) == shared, "another shared secret")


WYCHEPROOF = {
    "mlkem_768_keygen_seed_test": _keys,
    "mlkem_768_encaps_test": _encapsulation,
    "mlkem_768_test": _decapsulation,
}


def _held(test, check):
    try:
        check(test)
    except Rejected:
        return test.get("result") == "invalid"
    return test.get("result", "valid") == "valid"


def shared():
    """{name: (agree, all, names that do not)} of what lies in the folder of shared vectors."""
    hpke_file = SHARED / "hpke" / "hpke-pq-vectors.json"
    found = {}
    if hpke_file.exists():
        ours = [v for v in json.loads(hpke_file.read_text()) if v["kem_id"] == hpke.X_WING]
        found["X-Wing"] = [(f"X-Wing {i}", _held(v, _x_wing)) for i, v in enumerate(ours)]
    for name, check in WYCHEPROOF.items():
        path = SHARED / "wycheproof" / f"{name}.json"
        if path.exists():
            groups = json.loads(path.read_text())["testGroups"]
            tests = [test for group in groups for test in group["tests"]]
            found[name] = [(f"{name} {t['tcId']}", _held(t, check)) for t in tests]
    return found
