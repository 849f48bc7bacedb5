"""What each kind of vectors gives, and what a reader of the documents makes of it.

A reading takes a vector and returns what it `opened`. Where a vector names its random bytes, the
reading also makes the box and holds it to the one that is there.
"""

import bond as bonds
import kem
import people
import ways
from basics import h, require
from bond import Bond, Card, Vote
from people import Account
from ways import Unlocker


def unhex(text):
    return bytes.fromhex(text)


def account(given, root="rootKey", created="created", generation=1):
    return Account(unhex(given["account"]), unhex(given[root]), given[created], generation)


def bond(given):
    return Bond(unhex(given["bond"]), tuple(map(unhex, given["keys"])))


class Differs(Exception):
    """What was made again by the documents is not what is there."""


def made(vector, box, field="box"):
    """A box that was made again must be the one that is there."""
    if vector[field] != (box.hex() if isinstance(box, bytes) else box):
        raise Differs(f"made another {field}")


def randoms(vector):
    return [unhex(text) for text in vector.get("random", [])]


# Sections 2 to 4


def statement(vector):
    box = unhex(vector["box"])
    read = people.read_statement(box)
    if "random" in vector:
        made(vector, account(vector["given"]).statement())
    return {"account": read.account, "created": read.created, "signPublicKey": read.sign,
            "fingerprint": read.fingerprint}


def public_key(vector):
    kem.check_public_key(unhex(vector["given"]["publicKey"]))
    return {}


def envelope(vector):
    given = vector["given"]
    names = (unhex(given["us"]), unhex(given["account"]), unhex(given["unlocker"]))
    unlocker = Unlocker(ways.KINDS["device"], *names)
    return {"rootKey": unlocker.root_key(given["generation"], unhex(vector["box"]))}


def link(vector):
    kind, *secret = people.read_link(vector["given"]["fragment"])
    return {"kind": kind} | ({"secret": secret[0]} if secret else {})


def offer(vector):
    given, secret = vector["given"], unhex(vector["given"]["secret"])
    read = people.read_offer(secret, unhex(vector["box"]))
    if "random" in vector:
        inviter = account(given["inviter"])
        about = (secret, read.bond, read.expires, read.name)
        made(vector, people.make_offer(inviter, *about, *randoms(vector)))
    return {"inviter": read.inviter.account, "bond": read.bond, "commitment": read.commitment,
            "expires": read.expires, "name": read.name, "transcript": read.transcript}


def accept(vector):
    given, box = vector["given"], unhex(vector["box"])
    inviter, bond_id = account(given["inviter"]), unhex(given["bond"])
    t0 = h(unhex(given["offer"]))
    read = people.read_accept(inviter, unhex(given["secret"]), bond_id, t0, box)
    t1 = people.transcript1(t0, box)
    nonces = unhex(given["inviterNonce"]), read.nonce
    prints = h(inviter.keys()), read.joiner.fingerprint
    return {"joiner": read.joiner.account, "bondKey": read.bond_key, "name": read.name,
            "transcript": t1,
            "spokenCheck": people.spoken_check(*nonces, bond_id, *prints, t1)}


def confirm(vector):
    given = {name: unhex(v) for name, v in vector["given"].items() if isinstance(v, str)}
    about = given["bondKey"], given["bond"], given["transcript"]
    nonce = people.read_confirm(*about, given["commitment"], unhex(vector["box"]))
    if "random" in vector:
        made(vector, people.make_confirm(*about, given["inviterNonce"], *randoms(vector)))
    prints = given["inviterFingerprint"], given["joinerFingerprint"]
    check = people.spoken_check(nonce, given["joinerNonce"], about[1], *prints, about[2])
    return {"spokenCheck": check}


# Section 5


def event(vector):
    given = vector["given"]
    about = bond(given), unhex(given["handle"]), given["seat"]
    text = bonds.read_event(*about, unhex(vector["box"]))
    if "random" in vector:
        made(vector, bonds.make_event(*about, text, *randoms(vector)))
    return {"text": text}


def gate_event(vector):
    given = vector["given"]
    in_bond, step, epoch = bond(given), given["step"], given["epoch"]
    gate = bonds.gate_handle(in_bond, unhex(given["exchange"]), step, epoch)
    about = in_bond, gate, step, given["seat"]
    text = bonds.read_gate_event(*about, unhex(vector["box"]))
    if "random" in vector:
        made(vector, bonds.make_gate_event(*about, epoch, text, *randoms(vector)))
    return {"gate": gate, "text": text}


def prompt(vector):
    return {"hash": bonds.prompt_hash(vector["given"]["prompt"])}


def _read_answer(vector):
    given = vector["given"]
    in_bond, amk = bond(given), unhex(given["amk"])
    card = Card(unhex(given["exchange"]), given["ring"], given["prompt"], given["seat"])
    parts = unhex(vector["body"]), unhex(vector["key"])
    text, confirmed = bonds.read_answer(in_bond, card, vector["sealed"], *parts, amk)
    if len(vector.get("random", ())) == 3:
        content_key, body_nonce, nonce = randoms(vector)
        rev = vector["sealed"]["rev"]
        whole = bonds.make_answer(in_bond, card, rev, text, amk, content_key, body_nonce)
        sealed, body, header_hash, kc = whole
        made(vector, body, "body")
        made(vector, sealed, "sealed")
        record = bonds.make_key_record(in_bond, 0, header_hash, kc, content_key, nonce)
        made(vector, record, "key")
    return text, confirmed


def answer(vector):
    text, confirmed = _read_answer(vector)
    return {"text": text, "confirmed": confirmed}


def release(vector):
    placeholder = unhex(vector["given"]["placeholder"])
    require(len(placeholder) == 65 and placeholder[:1] == b"\x01", "a placeholder of another shape")
    text, mine = _read_answer(vector)
    return {"text": text, "mine": mine, "rev": vector["sealed"]["rev"]}


# Sections 6 to 9


def state(vector):
    given = vector["given"]
    about = account(given), given["name"], given["version"]
    text = ways.read_state(*about, unhex(vector["box"]))
    if "random" in vector:
        made(vector, ways.make_state(*about, text, *randoms(vector)))
    return {"text": text}


def transcript(vector):
    given = vector["given"]
    in_bond, entries = bond(given), given["entries"]
    head = bonds.transcript(in_bond, entries)
    words = bonds.four_words(in_bond, len(entries), head, ways.listed_words())
    return {"head": head, "seq": len(entries), "words": words}


def mark(vector):
    given = vector["given"]
    about = bond(given), unhex(given["amk"]), unhex(given["handle"]), given["seat"]
    text = bonds.read_marked(*about, vector["marked"])
    made(vector, bonds.make_marked(*about, given["object"]), "marked")
    return {"marked": text}


def tombstone(vector):
    given = vector["given"]
    in_bond, amk = bond(given), unhex(given["amk"])
    about = in_bond, unhex(given["entry"]), given["seat"]
    read = bonds.read_tombstone(*about, unhex(vector["box"]), amk)
    if "random" in vector and read.mine:
        what = read.exchange, read.rev, read.com, read.at
        made(vector, bonds.make_tombstone(*about, *what, amk, *randoms(vector)))
    return {"exchange": read.exchange, "rev": read.rev, "com": read.com, "at": read.at,
            "mine": read.mine}


def next_statement(vector):
    given, box = vector["given"], unhex(vector["box"])
    before = account(given)
    pinned = people.read_statement(before.statement())
    read = people.read_next_statement(box, pinned)
    after = account(given, "nextRootKey", "nextCreated", 2)
    made(vector, people.make_next_statement(before, after, pinned.fingerprint))
    return {"fingerprint": read.fingerprint, "generation": read.generation}


def rotation(vector):
    given = vector["given"]
    maker = people.read_statement(account(given["maker"]).statement())
    keys, reader = bond(given).keys, account(given["reader"])
    parts = unhex(vector["box"]), unhex(vector["signature"])
    about = unhex(given["bond"]), keys, vector["epoch"], maker, reader
    return {"key": people.read_rotation(*about, *parts)}


# Section 10


def _secret(given):
    if "us" in given:
        return unhex(given["us"])
    if given["way"] == "passkey":
        return ways.passkey_secret(unhex(given["prf"]))
    if given["way"] == "words":
        return ways.words_secret(given["words"], unhex(given["salt"]), given["cost"])
    return ways.recovery_secret(ways.recovery_code(given["lines"]))


def _unlocker(given):
    ids = unhex(given["account"]), unhex(given["unlocker"])
    return Unlocker(ways.KINDS[given["way"]], _secret(given), *ids)


def unlocker(vector):
    given = vector["given"]
    read = _unlocker(given)
    root = read.root_key(given["generation"], unhex(vector["box"]))
    return {"us": read.us, "psk": read.key("psk"), "publicKeyHash": h(read.public),
            "loginKey": read.login, "rootKey": root}


def recovery_code(vector):
    return {"secret": ways.recovery_code(vector["given"]["lines"])}


def login(vector):
    given = vector["given"]
    read, vault = _unlocker(given), ways.vault_id(unhex(given["account"]))
    text = ways.login_text(
        given["origin"], vault, read.id, unhex(given["nonce"]), given["at"]
    )
    ways.check_login(read.login, unhex(vector["box"]), text)
    made(vector, ways.login_signature(read, text))
    return {"loginKey": read.login}


def link_offer(vector):
    given, secret = vector["given"], unhex(vector["given"]["secret"])
    read = people.read_link_offer(secret, unhex(vector["box"]))
    if "random" in vector:
        owner = account(given["owner"])
        made(vector, people.make_link_offer(owner, secret, read.expires, *randoms(vector)))
    return {"id": people.link_id(secret), "owner": read.owner.account, "expires": read.expires,
            "commitment": read.commitment, "transcript": read.transcript}


def link_accept(vector):
    given, box = vector["given"], unhex(vector["box"])
    owner, secret, t0 = account(given["owner"]), unhex(given["secret"]), h(unhex(given["offer"]))
    read = people.read_link_accept(owner, secret, t0, box)
    t1 = people.link_transcript1(t0, box)
    nonces = unhex(given["ownerNonce"]), read.nonce
    return {"device": read.device, "key": read.key, "publicKeyHash": h(read.public),
            "transcript": t1,
            "digits": people.link_digits(*nonces, secret, t1, h(owner.keys()), read.public)}


def _new_device(vector):
    """What the new device has: the key it drew, the secret, T1, and what was offered."""
    given = vector["given"]
    secret, sent = unhex(given["secret"]), unhex(given["offer"])
    offered = people.read_link_offer(secret, sent)
    t1 = people.link_transcript1(h(sent), unhex(given["accept"]))
    return unhex(given["key"]), secret, t1, offered


def link_reveal(vector):
    given = vector["given"]
    key, secret, t1, offered = _new_device(vector)
    nonce = people.read_link_reveal(key, secret, t1, offered.commitment, unhex(vector["box"]))
    if "random" in vector:
        again = people.make_link_reveal(key, secret, t1, nonce, *randoms(vector))
        made(vector, again)
    public = kem.public_key(unhex(given["seed"]))
    nonces = nonce, unhex(given["deviceNonce"])
    owner = offered.owner.fingerprint
    return {"digits": people.link_digits(*nonces, secret, t1, owner, public)}


def link_grant(vector):
    key, secret, t1, offered = _new_device(vector)
    about = unhex(vector["given"]["seed"]), key, secret, t1, offered.owner
    read = people.read_link_grant(*about, unhex(vector["box"]))
    return dict(zip(("account", "generation", "rootKey"), read))


# Sections 11 and 12


def vault_record(vector):
    given = vector["given"]
    owner = account(given)
    about = owner, given["name"], given["version"]
    text = ways.read_record(*about, unhex(vector["box"]))
    if "random" in vector:
        made(vector, ways.make_record(*about, text, *randoms(vector)))
    return {"id": ways.record_id(owner, given["name"]), "vault": ways.vault_id(owner.id),
            "text": text}


def vote(vector):
    given = vector["given"]
    in_bond, seat, amk = bond(given), given["seat"], unhex(given["amk"])
    cast = Vote(given["slot"], given["matter"], given["tick"], given["agreed"])
    text = cast.read(in_bond, seat, unhex(vector["box"]))
    if "random" in vector:
        made(vector, cast.make(in_bond, seat, text, *randoms(vector)))
    return {"gate": cast.gate(in_bond), "self": cast.own(in_bond, amk, seat), "text": text,
            "tags": cast.tags(in_bond, seat, given["counter"])}
