"""The known answers: values of every derivation, under Kith's label and under a working one."""

from types import SimpleNamespace

import bond as bonds
import people
from basics import SUITE, ae_seal, d, h, hmac, lab, label, padded, sign_key, u32
from people import Account
from ways import Unlocker, login_text

# The working label's text pads an answer to 1024 bytes and boxes it then (1052); Kith boxes to 1024.
TEXTS = ("payload", "offer", "accept")

ORIGIN, NONCE, LOGIN_AT = "https://example.org", b"\x09" * 32, 1750000000002
WITHDRAWN_AT = 1750000000001


def _person(given):
    return Account(given.account, given.rootKey, given.created, given.generation)


def _account(given):
    account = _person(given)
    return {
        "account.kem_seed": account.key("kem"),
        "account.kem_pk_sha256": h(account.public),
        "account.sign_seed": account.key("sign"),
        "account.sign_pk": account.sign,
        "account.state": account.key("state"),
        "statement_sha256": h(account.statement()),
        "statement_len": len(account.statement()),
        "statement_fp": h(account.keys()),
        "invite.id": people.invitation_id(given.invitationSecret),
        "invite.offer": d(given.invitationSecret, "invite/offer"),
        "invite.psk": d(given.invitationSecret, "invite/psk"),
    }


def _unlocker(given):
    unlocker = Unlocker(1, given.unlockSecret, given.account, given.unlocker)
    text = login_text(ORIGIN, given.account, given.unlocker, NONCE, LOGIN_AT)
    return {
        "unlock.kem_seed": unlocker.key("kem"),
        "unlock.psk": unlocker.key("psk"),
        "unlock.auth_seed": unlocker.key("auth"),
        "unlock.auth_pk": unlocker.login,
        "unlock.info": unlocker.info(given.generation),
        "auth.msg": text,
        "auth.sig": sign_key(unlocker.key("auth")).sign(text),
    }


def _answer(given):
    card = given.bond, given.exchange, given.account, given.ring, given.rev
    header = bonds.answer_header(*card, given.promptHash)
    kc = d(given.contentKey, "answer/commit", h(header))
    in_bond = bonds.Bond(given.bond, (given.bondKey,))
    text = padded(given.payload.encode(), (1024,), 0)
    key = d(given.contentKey, "answer/key", h(header))
    body = ae_seal(key, h(header) + kc, text, given.bodyNonce)
    com = bonds.answer_commitment(h(header), kc, body)
    about = in_bond, given.epoch, h(header), kc, given.contentKey, given.revealNonce
    w = bonds.withdrawal(given.bond, given.exchange, given.account, given.rev, com, given.epoch,
                         WITHDRAWN_AT)
    return {
        "answer.header": header,
        "answer.header_sha256": h(header),
        "answer.kc": kc,
        "answer.body_len": len(body),
        "answer.body_sha256": h(body),
        "answer.com": com,
        "answer.self": bonds.answer_self(given.amk, com),
        "answer.reveal": bonds.make_key_record(*about),
        "tomb.W": w,
        "tomb.pair": bonds.pair_tag(given.bondKey, given.bond, given.account, w),
        "tomb.self": hmac(given.amk, w),
    }


def _bond(given):
    t0 = h(given.offer.encode())
    t1 = people.transcript1(t0, given.accept.encode())
    prints = given.inviterFingerprint, given.joinerFingerprint
    nonces = given.inviterNonce, given.joinerNonce
    identity = given.bond + u32(given.epoch + 1)
    return {
        "t1": t1,
        "sas": people.spoken_check(*nonces, given.bond, *prints, t1),
        "confirm_key": d(given.bondKey, "bond/confirm", given.bond + t1),
        "rotate.psk": d(given.bondKey, "bond/rotate", identity),
        "rotate.info": lab("rotate") + SUITE + identity + b"".join(prints),
        "fingerprint": people.groups(given.inviterFingerprint),
    }


def _given(given):
    fields = {name: bytes.fromhex(value) if isinstance(value, str) and name not in TEXTS else value
              for name, value in given.items()}
    return SimpleNamespace(**fields)


def known_answers(vector):
    """Of all the values those that the vector names: Kith's own names fewer."""
    given = _given(vector["given"])
    with label(vector["label"]):
        values = _account(given) | _unlocker(given) | _answer(given) | _bond(given)
    return {name: value for name, value in values.items() if name in vector["answers"]}
