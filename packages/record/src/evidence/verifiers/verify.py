#!/usr/bin/env python3
"""Checks an evidence bundle a second time, independently of verify.mjs: the standard library only, Ed25519 by its arithmetic (RFC 8032)."""
import base64, hashlib, json, re, struct, sys, zlib

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
TAG = {name: f"xieshang/{name}/v1\n".encode() for name in ("meeting", "event", "epoch", "bundle")}
NEEDED = ("checkpoint.note", "epochs.json", "events.ndjson", "manifest.json", "manifest.sig", "server.pub")


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


# The votes: held to what a vote of its form must be, counted again where that can be done, judged again.

CHOICES = ("approve", "oppose", "abstain", "notPressed")
# By form: is the list of votes public, did two officers count, can there be spoilt papers.
FORMS = {
    "named": (True, False, False),
    "unnamed": (False, False, False),
    "showOfHands/byName": (True, False, False),
    "showOfHands/byCount": (False, True, True),
    "paper": (False, True, True),
    "secret": (False, False, True),
}


def demand_vote(holds, detail):
    demand(holds, "votes", detail)


def is_text(value):
    return type(value) is str and value != ""


def utf16(text):
    return text.encode("utf-16-be", "surrogatepass")


def is_set(values):
    return type(values) is list and all(map(is_text, values)) and len(set(values)) == len(values)


def is_sorted_set(values):
    return is_set(values) and values == sorted(values, key=utf16)


def same(one, other):
    """As JSON tells them apart: true is not 1."""
    return spelled(one) == spelled(other)


def list_in(value, at):
    demand_vote(type(value) is list and all(type(one) is dict for one in value), at)
    return value


def set_in(value, at):
    demand_vote(is_set(value), at)
    return value


def opened_in(payload, at):
    terms, quorum = record(payload.get("terms", {"form": "named"}), "votes", at), payload.get("quorum")
    form = terms.get("form")
    name = f"{form}/{terms['counting']}" if "counting" in terms else form
    demand(is_text(form) and name in FORMS, "format", f"{at}: form")
    roll = set_in(payload.get("voterRoll"), at)
    parts = [payload.get(part) for part in ("weights", "proxies")]
    weights, proxies = (record({} if part is None else part, "votes", f"{at}: weights, proxies") for part in parts)
    demand_vote(is_count(payload.get("eligible")), at)
    for voter, weight in weights.items():
        demand_vote(voter in roll and is_count(weight) and weight > 0, f"{at}: weights")
    for principal, holder in proxies.items():
        demand_vote(principal in roll and holder in roll and holder not in proxies, f"{at}: proxies")
    by_name, by_officers, spoils = FORMS[name]
    demand_vote(not weights or not (by_officers or name == "secret"), f"{at}: weights")
    demand_vote(not proxies or name != "secret", f"{at}: proxies")
    if quorum is not None:
        needed, present = (record(quorum, "votes", f"{at}: quorum").get(one) for one in ("needed", "present"))
        demand_vote(is_count(needed) and same(present, len(roll) - len(proxies)), f"{at}: quorum")
    said = {part: payload[part] for part in ("terms", "weights", "proxies", "reason") if part in payload}
    return {
        **{"name": name, "byName": by_name, "byOfficers": by_officers, "spoils": spoils, "terms": terms, "roll": roll},
        **{"quorum": quorum, "weights": weights, "proxies": proxies, "conditions": {"eligible": payload["eligible"], **said}},
    }


def put_in(motion, opened, at):
    demand_vote(is_text(motion.get("motionId")) and is_count(motion.get("round")), at)
    record(record(motion.get("rule"), "votes", at).get("threshold"), "votes", at)
    return {**{name: motion.get(name) for name in ("motionId", "round", "paper", "rule")}, "opened": opened}


def judged(rule, tally, eligible, present):
    approve, oppose, abstain = (tally[choice] for choice in CHOICES[:3])
    bases = {"eligible": eligible, "present": present, "cast": approve + oppose + abstain, "valid": approve + oppose}
    demand_vote(rule.get("base") in bases, "rule")
    base, threshold = bases[rule["base"]], rule["threshold"]
    if threshold.get("kind") == "consensus":
        return base, base, approve > 0 and oppose == 0
    parts, of = threshold.get("parts"), threshold.get("of")
    demand_vote(threshold.get("kind") in ("moreThan", "atLeast") and is_count(parts) and is_count(of) and of > 0, "rule")
    needed = base * parts // of + 1 if threshold["kind"] == "moreThan" else max(-(-base * parts // of), 1)
    return base, needed, approve >= needed


def quorum_met(counted, opened, at):
    """The oldest votes were opened without asking."""
    if opened is None:
        demand_vote("quorum" not in counted, at)
        return True
    said = record(counted.get("quorum"), "votes", at)
    needed, closing, opening = opened["needed"], said.get("atClosing"), opened["present"]
    demand_vote(same([said.get("needed"), said.get("atOpening")], [needed, opening]) and is_count(closing), at)
    met = opening >= needed and closing >= needed
    demand_vote(same(said.get("met"), met), at)
    return met


def check_names(counted, opened, entries, at):
    votes, weights, proxies = list_in(counted.get("votes"), f"{at}: voters"), opened["weights"], opened["proxies"]
    demand_vote(same([vote.get("voter") for vote in votes], opened["roll"]), f"{at}: voters")
    for choice in CHOICES:
        given = sum(weights.get(vote["voter"], 1) for vote in votes if vote.get("choice") == choice)
        demand_vote(given == counted["tally"][choice], f"{at}: count")
    for vote in votes:
        voter, pressed, by = vote["voter"], vote.get("choice") != "notPressed", vote.get("enteredBy")
        proxy = {"holder": proxies[voter]} if voter in proxies else {}
        demand_vote(same({name: vote[name] for name in ("holder",) if name in vote}, proxy), f"{at}: proxies")
        if "enteredBy" not in vote:
            demand_vote(opened["name"] == "named" or not pressed, f"{at}: entered")
            continue
        demand_vote(is_text(by) and pressed, f"{at}: entered")
        demand_vote(entries is None or same(entries.get(spelled(voter)), {"choice": vote["choice"], "by": by}), f"{at}: entered")


def check_officers(counted, spoilt, entries, at):
    officers = set_in(counted.get("countedBy"), at)
    demand_vote(len(officers) >= 2, at)
    said = {**{choice: counted["tally"][choice] for choice in CHOICES[:3]}, "spoilt": spoilt}
    demand_vote(entries is None or all(same(entries.get(spelled(officer)), said) for officer in officers), at)


def check_secret_tally(counted, spoilt, opened, ballots, at):
    demand_vote(is_text(opened["terms"].get("voteId")) and opened["terms"]["voteId"] in ballots, at)
    count = ballots[opened["terms"]["voteId"]]["count"]
    said = {"voteId": count["voteId"], "issued": count["issued"], "returned": count["returned"]}
    demand_vote(same(counted.get("secret"), said), at)
    marks = count["tallies"].get(counted["motionId"], {})
    demand_vote(all(marks.get(choice, 0) == counted["tally"][choice] for choice in CHOICES[:3]), at)
    demand_vote(spoilt == count["spoilt"], at)


def result_of(counted, put, event, entries, ballots):
    opened, at = put["opened"], f"{put['motionId']}.{put['round']}"
    tally, spoilt = record(counted.get("tally"), "votes", at), counted.get("spoilt", 0)
    demand_vote(all(is_count(tally.get(choice)) for choice in CHOICES), at)
    form = counted.get("form")
    demand_vote(("named" if form is None else form) == opened["terms"]["form"], f"{at}: form")
    roll = sum(opened["weights"].get(voter, 1) for voter in opened["roll"])
    demand_vote(sum(tally[choice] for choice in CHOICES) == roll and same(counted.get("roll"), roll), f"{at}: roll")
    demand_vote(is_count(spoilt) and spoilt <= (tally["notPressed"] if opened["spoils"] else 0), f"{at}: spoilt")
    if opened["byName"]:
        check_names(counted, opened, entries, at)
    else:
        demand_vote(counted.get("votes") == [], f"{at}: voters")
    if opened["byOfficers"]:
        check_officers(counted, spoilt, entries, f"{at}: counted by")
    else:
        demand_vote("countedBy" not in counted, f"{at}: counted by")
    if opened["name"] == "secret":
        check_secret_tally(counted, spoilt, opened, ballots, f"{at}: ballots")
    base, needed, reached = judged(put["rule"], tally, opened["conditions"]["eligible"], roll)
    passed = quorum_met(counted, opened["quorum"], f"{at}: quorum") and reached
    demand_vote(same([base, needed, passed], [counted.get(name) for name in ("base", "needed", "passed")]), f"{at}: verdict")
    kept = {name: put[name] for name in ("motionId", "round", "paper", "rule")}
    return {**kept, **opened["conditions"], **counted, "seq": event["seq"], "closedAt": event.get("at")}


# Secret ballots: what can be checked although nobody knows whose each was.


def issued_in(payload, at):
    demand_vote(is_text(payload.get("voteId")) and is_set(payload.get("voterRoll")), at)
    paper = record(payload.get("paper"), "votes", at)
    items, marks, most = paper.get("items"), paper.get("marks"), paper.get("most")
    demand_vote(is_set(items) and is_set(marks) and is_count(most), at)
    about = {"items": items, "marks": marks, "most": most, "receipt": payload.get("receipt"), "sealed": None}
    return {"voteId": payload["voteId"], "roll": payload["voterRoll"], **about}


def check_ballots(count, issued, at):
    record(count, "votes", at)
    returned, spoilt, people, hashes = (count.get(name) for name in ("returned", "spoilt", "participants", "hashes"))
    out = len(issued["roll"])
    demand_vote(count.get("voteId") == issued["voteId"] and same(count.get("issued"), out), f"{at}: issued")
    demand_vote(is_count(returned) and returned <= out and is_count(spoilt) and spoilt <= returned, f"{at}: returned")
    demand_vote(is_sorted_set(people) and len(people) == returned, f"{at}: participants")
    demand_vote(all(one in issued["roll"] for one in people), f"{at}: participants")
    demand_vote(is_sorted_set(hashes) and all(map(is_hash, hashes)) and len(hashes) == returned, f"{at}: hashes")
    tallies, said = record(count.get("tallies"), "votes", f"{at}: tallies"), {}
    good = returned - spoilt
    for item, given in tallies.items():
        for mark, number in record(given, "votes", f"{at}: tallies").items():
            demand_vote(item in issued["items"] and is_count(number), f"{at}: tallies")
            demand_vote(number == 0 or mark in issued["marks"], f"{at}: tallies")
            said[spelled([item, mark])] = number
        demand_vote(item in issued["items"] and sum(given.values()) <= good, f"{at}: tallies")
    demand_vote(sum(said.values()) <= good * issued["most"], f"{at}: tallies")
    demand_vote((issued["receipt"] == "tag") == ("list" in count), f"{at}: list")
    if "list" not in count:
        return
    recount = {}
    demand_vote(is_sorted_set([line.get("tag") for line in list_in(count["list"], f"{at}: list")]), f"{at}: list")
    for line in count["list"]:
        demand_vote(is_text(line.get("item")) and is_text(line.get("mark")), f"{at}: list")
        key = spelled([line["item"], line["mark"]])
        recount[key] = recount.get(key, 0) + 1
    demand_vote(recount == {key: number for key, number in said.items() if number}, f"{at}: list")


class Votes:
    """What the log says of votes, a method for each fact: `files` that follow from it by name, `ballots` of secret votes."""

    def __init__(self, circle):
        self.reads_entries = circle == "office"
        self.files, self.ballots, self.issued, self.open, self.counted, self.entered, self.scrutineers = {}, {}, {}, {}, {}, {}, []

    def read(self, event):
        reader = getattr(self, "on_" + event["type"], None) if re.fullmatch("[A-Za-z]+", event["type"]) else None
        if reader:
            reader(event, event["payload"], f"event {event['seq']}")

    def take_open(self, motion_id, at):
        put = self.open.pop(spelled(motion_id), None)
        demand_vote(put, f"{at}: not open")
        return put

    def issued_to(self, vote_id, at):
        demand_vote(is_text(vote_id) and vote_id in self.issued, f"{at}: ballots")
        return self.issued[vote_id]

    def enter(self, payload, key, what):
        self.entered.setdefault(spelled(payload.get("motionId")), {})[spelled(key)] = what

    def on_VotingOpened(self, event, payload, at):
        opened = opened_in(payload, at)
        if opened["name"] == "secret":
            demand_vote(self.issued_to(opened["terms"].get("voteId"), at)["roll"] == opened["roll"], f"{at}: ballots")
        for motion in list_in(payload.get("motions"), at):
            self.open[spelled(motion.get("motionId"))] = put_in(motion, opened, at)
            self.entered.pop(spelled(motion.get("motionId")), None)

    def on_VoteEntered(self, event, payload, at):
        self.enter(payload, payload.get("voter"), {"choice": payload.get("choice"), "by": event.get("by")})

    def on_CountEntered(self, event, payload, at):
        self.enter(payload, event.get("by"), {name: value for name, value in payload.items() if name != "motionId"})

    def on_VotingClosed(self, event, payload, at):
        for motion in list_in(payload.get("motions"), at):
            put = self.take_open(motion.get("motionId"), at)
            demand_vote("opened" in put, f"{at}: not open")
            entries = self.entered.get(spelled(put["motionId"]), {}) if self.reads_entries else None
            result = result_of(motion, put, event, entries, self.ballots)
            self.counted[put["motionId"]] = self.files[f"votes/{put['motionId']}.{put['round']}.json"] = result

    def on_VotingVoided(self, event, payload, at):
        for motion_id in set_in(payload.get("motionIds"), at):
            put = self.take_open(motion_id, at)
            rule = {"rule": payload["rule"]} if "rule" in payload else {}
            kept = {"motionId": motion_id, "round": put.get("round"), "paper": put.get("paper"), "voided": payload.get("reason"), **rule}
            self.files[f"votes/{motion_id}.{put.get('round')}.json"] = {**kept, "seq": event["seq"], "closedAt": event.get("at")}

    def on_AcclamationOpened(self, event, payload, at):
        for motion in list_in(payload.get("motions"), at):
            self.open[spelled(motion.get("motionId"))] = {"round": motion.get("round"), "paper": motion.get("paper")}

    def on_AcclamationClosed(self, event, payload, at):
        for motion_id in set_in(payload.get("motionIds"), at):
            self.take_open(motion_id, at)

    def on_ObjectionRaised(self, event, payload, at):
        self.take_open(payload.get("motionId"), at)

    def on_ScrutineersNamed(self, event, payload, at):
        self.scrutineers = set_in(payload.get("persons"), at)

    def on_CountConfirmed(self, event, payload, at):
        demand_vote(event.get("by") in self.scrutineers, f"{at}: scrutineer")
        for motion_id in set_in(payload.get("motionIds"), at):
            demand_vote(motion_id in self.counted, f"{at}: not counted")
            self.counted[motion_id].setdefault("confirmedBy", []).append({"person": event["by"], "at": event.get("at")})

    def on_BallotsIssued(self, event, payload, at):
        issued = issued_in(payload, at)
        self.issued[issued["voteId"]] = issued

    def on_BallotsSealed(self, event, payload, at):
        self.issued_to(payload.get("voteId"), at)["sealed"] = payload

    def on_BallotsCounted(self, event, payload, at):
        issued, count = self.issued_to(payload.get("voteId"), at), payload.get("count")
        check_ballots(count, issued, at)
        for name in ("returned", "participants", "hashes") if issued["sealed"] else ():
            demand_vote(same(issued["sealed"].get(name), count[name]), f"{at}: sealed")
        vote_id, when = issued["voteId"], {"seq": event["seq"], "countedAt": event.get("at")}
        self.ballots[vote_id] = self.files[f"ballots/{vote_id}.json"] = {"voteId": vote_id, "count": count, **when}

    def on_BallotsDestroyed(self, event, payload, at):
        issued = self.issued_to(payload.get("voteId"), at)
        if issued["voteId"] in self.ballots:
            self.ballots[issued["voteId"]]["destroyed"] = event["seq"]

    def on_MinutesIssued(self, event, payload, at):
        demand_vote(all("destroyed" in one for one in self.ballots.values()), f"{at}: ballots not destroyed")


def outcome_of(result):
    """A result in short: what was put, in which form, what became of it."""
    paper = result["paper"] if type(result["paper"]) is dict else {}
    about = {"motionId": result["motionId"], "round": result["round"], "number": paper.get("number"), "amends": paper.get("amends")}
    if "voided" in result:
        return {**about, "outcome": "voided"}
    counts = {"form": result.get("form", "named"), "tally": result["tally"], "spoilt": result.get("spoilt", 0)}
    return {**about, "outcome": "passed" if result["passed"] else "failed", **counts}


def check_votes(entries, records, manifest):
    votes = Votes(manifest.get("circle"))
    for event in records:
        votes.read(event)
    there = [(name, content) for name, _, content in entries if name.startswith(("votes/", "ballots/"))]
    for name, content in there:
        demand_vote(name in votes.files, f"{name}: no such vote")
        demand_vote(same(json_of(text_of(content, "votes", name), "votes", name), votes.files[name]), name)
    demand_vote(len(there) == len(votes.files), "a result is missing")
    return [outcome_of(result) for name, result in votes.files.items() if name.startswith("votes/")]


ELECTION_FORMS = ("named", "paper", "secret")


def election_put(payload, at):
    terms = record(payload.get("terms", {"form": "named"}), "votes", at)
    demand(terms.get("form") in ELECTION_FORMS, "format", f"{at}: form")
    roll, paper = set_in(payload.get("voterRoll"), at), record(payload.get("paper"), "votes", at)
    candidates, seats, rule = list_in(paper.get("candidates"), at), paper.get("seats"), paper.get("rule")
    ids = set_in([one.get("candidateId") for one in candidates], at)
    whole = is_text(payload.get("electionId")) and is_count(payload.get("round")) and is_count(payload.get("eligible"))
    demand_vote(whole and is_count(seats) and seats > 0, at)
    if rule != "plurality":
        demand_vote(record(record(rule, "votes", at).get("threshold"), "votes", at).get("kind") != "consensus", f"{at}: rule")
    quorum = record(payload.get("quorum"), "votes", f"{at}: quorum")
    demand_vote(is_count(quorum.get("needed")) and same(quorum.get("present"), len(roll)), f"{at}: quorum")
    names = ["electionId", "round", "paper", "eligible"] + [one for one in ("terms", "reason", "seated") if one in payload]
    kept = {name: payload[name] for name in names}
    about = {"form": terms["form"], "terms": terms, "roll": roll, "quorum": quorum, "seats": seats, "rule": rule}
    return {**about, "candidates": candidates, "ids": ids, "writeIns": paper.get("writeIns"), "kept": kept}


def counted_ballots(votes, put, entries, at):
    """Every ballot once, every mark once, nobody marked who does not stand; what an officer entered is what was entered then."""
    demand_vote(same([one.get("voter") for one in list_in(votes, at)], put["roll"]), f"{at}: voters")
    for one in (one for one in votes if "enteredBy" in one):
        demand_vote(is_text(one["enteredBy"]) and one.get("marks") is not None, f"{at}: entered")
        said = {"marks": one["marks"], "by": one["enteredBy"]}
        demand_vote(entries is None or same(entries.get("for " + spelled(one["voter"])), said), f"{at}: entered")
    given = [one.get("marks") for one in votes if one.get("marks") is not None]
    persons = ["person:" + one["person"] for one in put["candidates"] if "person" in one]
    for marks in given:
        demand_vote(is_set(marks) or marks == [], f"{at}: marks")
        others = [mark for mark in marks if mark not in put["ids"]]
        demand_vote(len(marks) <= put["seats"] and (not others or put["writeIns"] == "fromRoll"), f"{at}: marks")
        demand_vote(all(mark.startswith("person:") and mark not in persons for mark in others), f"{at}: marks")
    tally = {}
    for mark in (mark for marks in given for mark in marks):
        tally[mark] = tally.get(mark, 0) + 1
    marked = len([marks for marks in given if marks])
    return marked, len(given) - marked, tally


def election_outcomes(votes, seats, least, met):
    """By groups of equal votes, from the top: a group that does not fit into the seats left is tied, and ends it."""
    outcomes, left = {}, seats if met else 0
    for number in sorted(set(votes), reverse=True):
        size = votes.count(number)
        if number < least or left <= 0:
            outcomes[number] = "notElected"
        elif size <= left:
            outcomes[number], left = "elected", left - size
        else:
            outcomes[number], left = "tied", 0
    return [outcomes[number] for number in votes]


def election_result(payload, put, event, entries, ballots):
    kept, roll, seats, ids, rule = put["kept"], put["roll"], put["seats"], put["ids"], put["rule"]
    at = f"{kept['electionId']}.{kept['round']}"
    counts = [record(payload.get("ballots"), "votes", at).get(name) for name in ("marked", "blank", "spoilt", "notHandedIn")]
    demand_vote(all(map(is_count, counts)), at)
    marked, blank, spoilt, _ = counts
    demand_vote(payload.get("form", "named") == put["form"], f"{at}: form")
    demand_vote(same(payload.get("roll"), len(roll)) and sum(counts) == len(roll), f"{at}: roll")
    standings = list_in(payload.get("standings"), f"{at}: standings")
    stood = set_in([one.get("candidateId") for one in standings], f"{at}: standings")
    votes = [one.get("votes") for one in standings]
    demand_vote(all(is_count(one) and one <= marked for one in votes), f"{at}: standings")
    votes_of = dict(zip(stood, votes))
    demand_vote(all(one in votes_of for one in ids), f"{at}: standings")
    others = sorted((one for one in stood if one not in ids), key=utf16)
    demand_vote(not others or put["writeIns"] == "fromRoll", f"{at}: standings")
    demand_vote(all(one.startswith("person:") and votes_of[one] > 0 for one in others), f"{at}: standings")
    printed = ids + others
    demand_vote(same(sorted(printed, key=lambda one: -votes_of[one]), stood), f"{at}: standings")
    names = {one["candidateId"]: one.get("name") for one in standings}
    demand_vote(all(same(names[one["candidateId"]], one.get("name")) for one in put["candidates"]), f"{at}: names")
    demand_vote(marked <= sum(votes) <= marked * seats, f"{at}: marks")
    if put["form"] == "named":
        again_marked, again_blank, tally = counted_ballots(payload.get("votes"), put, entries, at)
        demand_vote([again_marked, again_blank, 0] == [marked, blank, spoilt], f"{at}: count")
        demand_vote(tally == {one: number for one, number in votes_of.items() if number > 0}, f"{at}: count")
    else:
        demand_vote(same(payload.get("votes"), []), f"{at}: voters")
    if put["form"] == "paper":
        officers = payload.get("countedBy")
        demand_vote(is_set(officers) and len(officers) >= 2, f"{at}: counted by")
        said = {"marked": marked, "blank": blank, "spoilt": spoilt, "votes": {one: n for one, n in votes_of.items() if n > 0}}
        demand_vote(entries is None or all(same(entries.get(one), said) for one in officers), f"{at}: counted by")
    else:
        demand_vote("countedBy" not in payload, f"{at}: counted by")
    if put["form"] == "secret":
        count = ballots.get(put["terms"].get("voteId"))
        demand_vote(count is not None, f"{at}: ballots")
        demand_vote(all(count["tallies"].get(one, {}).get("approve", 0) == votes_of[one] for one in stood), f"{at}: ballots")
        demand_vote(same([count["spoilt"], count["returned"]], [spoilt, marked + blank + spoilt]), f"{at}: ballots")
    met = quorum_met(payload, put["quorum"], f"{at}: quorum")
    if rule == "plurality":
        base, needed = marked, 1
    else:
        bases = {"eligible": kept["eligible"], "present": len(roll), "cast": marked + blank, "valid": marked}
        demand_vote(rule.get("base") in bases, f"{at}: rule")
        base, threshold = bases[rule["base"]], rule["threshold"]
        parts, of = threshold.get("parts"), threshold.get("of")
        demand_vote(is_count(parts) and is_count(of) and of > 0, f"{at}: rule")
        needed = base * parts // of + 1 if threshold["kind"] == "moreThan" else max(-(-base * parts // of), 1)
    demand_vote(same([payload.get("base"), payload.get("needed")], [base, needed]), f"{at}: verdict")
    outcomes = election_outcomes(votes, seats, needed, met)
    demand_vote(same(outcomes, [one.get("outcome") for one in standings]), f"{at}: verdict")
    return {**kept, **payload, "seq": event["seq"], "closedAt": event.get("at")}


class Elections:
    """What the log says of elections, a method for each fact: `files` that follow from it by name."""

    def __init__(self, circle):
        self.reads_entries = circle == "office"
        self.files, self.open, self.entered, self.counted, self.ballots, self.scrutineers = {}, {}, {}, {}, {}, []

    def read(self, event):
        reader = getattr(self, "on_" + event["type"], None) if re.fullmatch("[A-Za-z]+", event["type"]) else None
        if reader:
            reader(event, event["payload"], f"event {event['seq']}")

    def take_open(self, election_id, at):
        put = self.open.pop(spelled(election_id), None)
        demand_vote(put, f"{at}: not open")
        return put

    def on_ElectionOpened(self, event, payload, at):
        put = election_put(payload, at)
        self.open[spelled(payload["electionId"])] = put
        self.entered[spelled(payload["electionId"])] = {}

    def on_ElectionEntered(self, event, payload, at):
        said = {"marks": payload.get("marks"), "by": event.get("by")}
        self.entered.get(spelled(payload.get("electionId")), {})["for " + spelled(payload.get("voter"))] = said

    def on_ElectionCountEntered(self, event, payload, at):
        count = {name: value for name, value in payload.items() if name != "electionId"}
        self.entered.get(spelled(payload.get("electionId")), {})[event.get("by")] = count

    def on_BallotsCounted(self, event, payload, at):
        self.ballots[payload.get("voteId")] = payload.get("count")

    def on_ElectionClosed(self, event, payload, at):
        key = spelled(payload.get("electionId"))
        put = self.take_open(payload.get("electionId"), at)
        result = election_result(payload, put, event, self.entered.get(key) if self.reads_entries else None, self.ballots)
        self.counted[key] = self.files[f"elections/{payload['electionId']}.{put['kept']['round']}.json"] = result

    def on_ElectionVoided(self, event, payload, at):
        kept = self.take_open(payload.get("electionId"), at)["kept"]
        about = {name: kept[name] for name in ("electionId", "round", "paper")}
        rule = {"rule": payload["rule"]} if "rule" in payload else {}
        said = {"voided": payload.get("reason"), **rule, "seq": event["seq"], "closedAt": event.get("at")}
        self.files[f"elections/{kept['electionId']}.{kept['round']}.json"] = {**about, **said}

    def on_ScrutineersNamed(self, event, payload, at):
        self.scrutineers = set_in(payload.get("persons"), at)

    def on_ElectionCountConfirmed(self, event, payload, at):
        demand_vote(event.get("by") in self.scrutineers, f"{at}: scrutineer")
        result = self.counted.get(spelled(payload.get("electionId")))
        demand_vote(result is not None, f"{at}: not counted")
        result["confirmedBy"] = result.get("confirmedBy", []) + [{"person": event.get("by"), "at": event.get("at")}]


def check_elections(entries, records, manifest):
    elections = Elections(manifest.get("circle"))
    for event in records:
        elections.read(event)
    there = [(name, content) for name, _, content in entries if name.startswith("elections/")]
    for name, content in there:
        demand_vote(name in elections.files, f"{name}: no such election")
        demand_vote(same(json_of(text_of(content, "votes", name), "votes", name), elections.files[name]), name)
    demand_vote(len(there) == len(elections.files), "an election is missing")
    return len(elections.files)


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
    outcomes = check_votes(entries, records, manifest)
    elections = check_elections(entries, records, manifest)
    minutes = check_minutes(contents, records)
    epochs = check_epochs(contents["epochs.json"], manifest, heads, key)
    said = {name: manifest.get(name) for name in ("meeting", "circle", "seq", "head", "root", "former")}
    counts = {"sealed": sealed, "checkpoints": checkpoints, "votes": len(outcomes), "elections": elections, "outcomes": outcomes, "minutes": minutes, "epochs": epochs}
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
