#!/usr/bin/env python3
"""Checks an evidence bundle a second time, independently of verify.mjs: the standard library only, Ed25519 by its arithmetic (RFC 8032)."""
import base64, hashlib, json, re, struct, sys, zlib

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
TAG = {name: f"xieshang/{name}/v1\n".encode() for name in ("meeting", "event", "epoch", "bundle")}
NEEDED = ("checkpoint.note", "epochs.json", "events.ndjson", "manifest.json", "manifest.sig", "server.pub")
CHOICES = ("approve", "oppose", "abstain", "notPressed")


class Refusal(Exception):
    def __init__(self, reason, detail):
        super().__init__(f"{reason}: {detail}")
        self.reason, self.detail = reason, detail


def demand(holds, reason, detail):
    if not holds:
        raise Refusal(reason, detail)


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


# Ed25519: points of -x² + y² = 1 + d·x²·y² as (X, Y, Z, T) with x = X/Z, y = Y/Z, x·y = T/Z.


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, p):
    total = (0, 1, 1, 0)
    while n:
        if n & 1:
            total = add(total, p)
        p, n = add(p, p), n >> 1
    return total


def point(raw):
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def is_signed(message, signature, key):
    if len(signature) != 64 or len(key) != 32:
        return False
    a, r, s = point(key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= ORDER:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    left, right = times(s, BASE), add(r, times(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# Reading strictly: what one program might read otherwise than another is refused.


def text_of(raw, reason, name):
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal(reason, name)


def json_of(text, reason, name):
    def refuse(_):
        raise ValueError

    def number(digits):
        value = float(digits)
        return int(value) if value.is_integer() else value

    try:
        return json.loads(text, parse_constant=refuse, parse_float=number)
    except (ValueError, RecursionError):
        raise Refusal(reason, name)


def record(value, reason, name):
    demand(type(value) is dict, reason, name)
    return value


def spelled(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def is_count(value):
    return type(value) is int and 0 <= value < 2**53


def is_hash(value):
    return type(value) is str and re.fullmatch("[0-9a-f]{64}", value) is not None


def unpacked(data):
    entries, at = [], 0
    while at + 30 <= len(data) and data[at : at + 4] == b"PK\3\4":
        crc, _, size, name_size = struct.unpack_from("<IIIH", data, at + 14)
        start = at + 30 + name_size
        demand(start + size <= len(data), "archive", "truncated")
        name = data[at + 30 : start].decode("latin-1")
        demand(re.fullmatch(r"[A-Za-z0-9._~/-]+", name), "archive", "a name")
        demand(not entries or entries[-1][0] < name, "archive", name)
        entries.append((name, crc, data[start : start + size]))
        at = start + size
    whole, directory = b"", b""
    for name, crc, content in entries:
        shared = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 0x21, crc, len(content), len(content), len(name), 0)
        directory += b"PK\1\2" + struct.pack("<H", 20) + shared + struct.pack("<HHHII", 0, 0, 0, 0, len(whole)) + name.encode()
        whole += b"PK\3\4" + shared + name.encode() + content
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(directory), len(whole), 0)
    demand(whole + directory + end == data, "archive", "layout")
    return entries


def key_in(text):
    found = re.fullmatch(r"(\S+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})\n", text)
    demand(found, "key", "server.pub")
    name, key_id, material = found.groups()
    raw = base64.b64decode(material)
    demand(len(raw) == 33 and raw[0] == 1, "key", "server.pub")
    fingerprint = sha(raw[1:].hex().encode()).hex()[:32]
    demand(name == "xieshang/" + fingerprint[:16], "key", "server.pub")
    demand(sha(name.encode(), b"\n", raw).hex()[:8] == key_id, "key", "server.pub")
    return {"raw": raw[1:], "name": name, "id": key_id, "fingerprint": fingerprint}


def manifest_in(text, signature, key):
    demand(re.fullmatch(r"[0-9a-f]{128}\n", signature), "manifest", "manifest.sig")
    demand(is_signed(TAG["bundle"] + text.encode(), bytes.fromhex(signature.strip()), key["raw"]), "manifest", "signature")
    m = record(json_of(text, "manifest", "manifest.json"), "manifest", "manifest.json")
    demand(m.get("v") == 1 and m.get("alg") == "ed25519", "format", "manifest.json")
    shaped = type(m.get("meeting")) is str and is_count(m.get("seq")) and is_hash(m.get("head")) and is_hash(m.get("root"))
    demand(shaped, "manifest", "manifest.json")
    demand(m.get("key") == key["raw"].hex() and m.get("origin") == key["name"] + "/" + m["meeting"], "manifest", "key")
    former = record(m.get("former"), "manifest", "manifest.json")
    demand(type(m.get("files")) is list, "manifest", "manifest.json")
    demand(is_count(former.get("checkpoints")) and is_count(former.get("epochs")), "manifest", "manifest.json")
    return m


def check_files(listed, entries):
    there = {name: content for name, _, content in entries if name not in ("manifest.json", "manifest.sig")}
    for one in listed:
        name = one["name"]
        demand(name in there, "files", f"{name} missing")
        content = there.pop(name)
        demand(len(content) == one["bytes"] and sha(content).hex() == one["sha256"], "files", name)
    demand(not there, "files", "not listed")
    for name, crc, content in entries:
        demand(zlib.crc32(content) == crc, "archive", name)


def chain_of(text, manifest):
    lines = text.split("\n")
    demand(lines.pop() == "", "chain", "events.ndjson")
    records, heads, sealed, last = [], [], 0, sha(TAG["meeting"], manifest["meeting"].encode())
    for number, line in enumerate(lines, 1):
        at = f"event {number}"
        one = record(json_of(line, "chain", at), "chain", at)
        demand(is_count(one.get("seq")) and one["seq"] == number, "chain", at)
        if is_hash(one.get("digest")) and len(one) == 2:
            sealed, digest = sealed + 1, bytes.fromhex(one["digest"])
        else:
            demand(one.get("meeting") == manifest["meeting"] and is_count(one.get("v")) and one["v"] == 1, "chain", at)
            demand(type(one.get("type")) is str and type(one.get("payload")) is dict, "chain", at)
            records.append(one)
            digest = sha(line.encode())
        last = sha(TAG["event"], last, digest)
        heads.append(last)
    demand(len(heads) == manifest["seq"] and last.hex() == manifest["head"], "chain", "head")
    return records, [head.hex() for head in heads], sealed


def roots_of(heads, sizes):
    """RFC 6962: roots of the first n leaves, from the roots of the full subtrees so far."""
    roots, peaks = {0: sha(b"").hex()}, []
    for place, head in enumerate(heads):
        top, count = sha(b"\0", bytes.fromhex(head)), place
        while count & 1:
            top, count = sha(b"\1", peaks.pop(), top), count >> 1
        peaks.append(top)
        if place + 1 in sizes:
            root = peaks[-1]
            for left in reversed(peaks[:-1]):
                root = sha(b"\1", left, root)
            roots[place + 1] = root.hex()
    return roots


NOTE = re.compile(r"((\S+)\n(0|[1-9][0-9]{0,14})\n([A-Za-z0-9+/]{43}=)\nhead ([0-9a-f]{64})\n)\n((?:— \S+ [A-Za-z0-9+/]+=*\n)+)")


def note_in(text, name, manifest, key):
    found = NOTE.fullmatch(text)
    demand(found, "checkpoint", name)
    signed, origin, size, root, head, signatures = found.groups()
    demand(origin == manifest["origin"], "checkpoint", name)
    own = [line for line in signatures.split("\n") if line.startswith("— " + key["name"] + " ")]
    demand(len(own) == 1 and re.fullmatch("[A-Za-z0-9+/]{91}=", own[0].split(" ")[2]), "checkpoint", name)
    written = base64.b64decode(own[0].split(" ")[2])
    demand(written[:4].hex() == key["id"] and is_signed(signed.encode(), written[4:], key["raw"]), "checkpoint", name)
    return name, int(size), base64.b64decode(root).hex(), head


def check_checkpoints(entries, manifest, heads, key):
    notes = [
        note_in(text_of(content, "checkpoint", name), name, manifest, key)
        for name, _, content in entries
        if name == "checkpoint.note" or name.startswith("checkpoints/")
    ]
    roots = roots_of(heads, {len(heads), *(size for _, size, _, _ in notes)})
    demand(roots[len(heads)] == manifest["root"], "checkpoint", "root")
    for name, size, root, head in notes:
        demand(1 <= size <= len(heads) and roots[size] == root and heads[size - 1] == head, "checkpoint", name)
        demand(size == len(heads) if name == "checkpoint.note" else name == f"checkpoints/{size}.note", "checkpoint", name)
    return len(notes)


def judged(rule, tally, eligible, present):
    approve, oppose, abstain = (tally[choice] for choice in CHOICES[:3])
    bases = {"eligible": eligible, "present": present, "cast": approve + oppose + abstain, "valid": approve + oppose}
    demand(rule.get("base") in bases, "votes", "rule")
    base, threshold = bases[rule["base"]], rule["threshold"]
    if threshold.get("kind") == "consensus":
        return {"base": base, "needed": base, "passed": approve > 0 and oppose == 0}
    parts, of = threshold.get("parts"), threshold.get("of")
    demand(threshold.get("kind") in ("moreThan", "atLeast") and is_count(parts) and is_count(of) and of > 0, "votes", "rule")
    needed = base * parts // of + 1 if threshold["kind"] == "moreThan" else max(-(-base * parts // of), 1)
    return {"base": base, "needed": needed, "passed": approve >= needed}


def result_of(counted, put, event):
    at = f"{put['motionId']}.{put['round']}"
    tally, votes, roll = record(counted.get("tally"), "votes", at), counted.get("votes"), len(put["voterRoll"])
    demand(all(is_count(tally.get(choice)) for choice in CHOICES), "votes", at)
    demand(sum(tally[choice] for choice in CHOICES) == roll == counted.get("roll"), "votes", f"{at}: roll")
    demand(type(votes) is list and all(type(vote) is dict for vote in votes), "votes", f"{at}: voters")
    demand(spelled([vote.get("voter") for vote in votes]) == spelled(put["voterRoll"]), "votes", f"{at}: voters")
    for choice in CHOICES:
        demand(sum(vote.get("choice") == choice for vote in votes) == tally[choice], "votes", f"{at}: count")
    said = {name: counted.get(name) for name in ("base", "needed", "passed")}
    demand(spelled(judged(put["rule"], tally, put["eligible"], roll)) == spelled(said), "votes", f"{at}: verdict")
    kept = {name: put.get(name) for name in ("motionId", "round", "paper", "rule", "eligible")}
    return {**kept, "tally": tally, "roll": roll, **said, "votes": votes, "seq": event["seq"], "closedAt": event.get("at")}


def check_votes(entries, records):
    opened, expected = {}, {}
    for event in records:
        payload, at = event["payload"], f"event {event['seq']}"
        if event["type"] not in ("VotingOpened", "VotingClosed"):
            continue
        demand(type(payload.get("motions")) is list, "votes", at)
        for motion in payload["motions"]:
            record(motion, "votes", at)
            if event["type"] == "VotingOpened":
                roll = payload.get("voterRoll")
                demand(type(roll) is list and len({spelled(voter) for voter in roll}) == len(roll), "votes", at)
                demand(is_count(payload.get("eligible")) and is_count(motion.get("round")), "votes", at)
                record(record(motion.get("rule"), "votes", at).get("threshold"), "votes", at)
                opened[spelled(motion.get("motionId"))] = {**motion, "voterRoll": roll, "eligible": payload["eligible"]}
                continue
            put = opened.pop(spelled(motion.get("motionId")), None)
            demand(put, "votes", f"{at}: not open")
            expected[f"votes/{put['motionId']}.{put['round']}.json"] = result_of(motion, put, event)
    there = [(name, content) for name, _, content in entries if name.startswith("votes/")]
    for name, content in there:
        demand(name in expected, "votes", f"{name}: no such vote")
        demand(spelled(json_of(text_of(content, "votes", name), "votes", name)) == spelled(expected[name]), "votes", name)
    demand(len(there) == len(expected), "votes", "a result is missing")
    return len(there)


def check_minutes(contents, records):
    issued = [event for event in records if event["type"] == "MinutesIssued"]
    text, word = contents.get("minutes.json"), contents.get("minutes.docx")
    if not issued:
        demand(text is None and word is None, "minutes", "never issued")
        return None
    demand(text is not None and word is not None, "minutes", "missing")
    demand(sha(text).hex() == issued[-1]["payload"].get("hash"), "minutes", "minutes.json")
    return issued[-1]["payload"]["hash"]


def check_epochs(content, manifest, heads, key):
    epochs = json_of(text_of(content, "epochs", "epochs.json"), "epochs", "epochs.json")
    demand(type(epochs) is list, "epochs", "epochs.json")
    for place, epoch in enumerate(epochs, 1):
        at = f"epoch {place}"
        statement, signature = record(epoch, "epochs", at).get("statement"), epoch.get("signature")
        demand(type(statement) is str and type(signature) is str and re.fullmatch("[0-9a-f]{128}", signature), "epochs", at)
        demand(is_signed(TAG["epoch"] + statement.encode(), bytes.fromhex(signature), key["raw"]), "epochs", at)
        said = record(json_of(statement, "epochs", at), "epochs", at)
        seq = said.get("seq")
        demand(is_count(seq) and seq <= len(heads), "epochs", at)
        is_of_log = said.get("meeting") == manifest["meeting"] and said.get("head") == (heads[seq - 1] if seq else None)
        demand(is_of_log or (said.get("meeting") is None and seq == 0), "epochs", at)
    return len(epochs)


def check(data, wanted_key, wanted_head):
    entries = unpacked(data)
    contents = {name: content for name, _, content in entries}
    for name in NEEDED:
        demand(name in contents, "archive", f"{name} missing")
    key = key_in(text_of(contents["server.pub"], "key", "server.pub"))
    demand(wanted_key is None or key["fingerprint"] == wanted_key, "key", "fingerprint")
    texts = [text_of(contents[name], "manifest", name) for name in ("manifest.json", "manifest.sig")]
    manifest = manifest_in(*texts, key)
    check_files(manifest["files"], entries)
    records, heads, sealed = chain_of(text_of(contents["events.ndjson"], "chain", "events.ndjson"), manifest)
    checkpoints = check_checkpoints(entries, manifest, heads, key)
    demand(wanted_head is None or any(head.startswith(wanted_head) for head in heads), "head", "not in this log")
    votes = check_votes(entries, records)
    minutes = check_minutes(contents, records)
    epochs = check_epochs(contents["epochs.json"], manifest, heads, key)
    said = {name: manifest.get(name) for name in ("meeting", "circle", "seq", "head", "root", "former")}
    counts = {"sealed": sealed, "checkpoints": checkpoints, "votes": votes, "minutes": minutes, "epochs": epochs}
    return {"ok": True, **said, "fingerprint": key["fingerprint"], **counts}


def verify(data, key=None, head=None):
    """The verdict as a dictionary; never raises."""
    key, head = (None if text is None else "".join(text.split()).lower() for text in (key, head))
    try:
        return check(data, key, head)
    except Refusal as refusal:
        return {"ok": False, "reason": refusal.reason, "detail": refusal.detail}
    except Exception as error:
        return {"ok": False, "reason": "format", "detail": str(error)}


def main(words):
    options = {}
    for name in ("--key", "--head"):
        if name in words[:-1]:
            place = words.index(name)
            options[name[2:]] = words[place + 1]
            del words[place : place + 2]
    if len(words) != 1:
        print("用法：python3 verify.py 存证包.zip [--key 密钥指纹] [--head 纸上印的链头]", file=sys.stderr)
        return 2
    with open(words[0], "rb") as file:
        verdict = verify(file.read(), **options)
    print(json.dumps(verdict, ensure_ascii=False))
    return 0 if verdict["ok"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
