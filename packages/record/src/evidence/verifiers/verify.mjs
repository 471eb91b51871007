#!/usr/bin/env node
// Checks an evidence bundle by itself: this one file, Node 18 or newer, no package, no network. Shares no code with what made the bundle.

const tags = {
  meeting: 'xieshang/meeting/v1\n',
  event: 'xieshang/event/v1\n',
  epoch: 'xieshang/epoch/v1\n',
  bundle: 'xieshang/bundle/v1\n',
};

class Refusal extends Error {
  constructor(reason, detail) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
    this.detail = detail;
  }
}
const refuse = (reason, detail) => {
  throw new Refusal(reason, detail);
};
const demand = (holds, reason, detail) => {
  if (!holds) refuse(reason, detail);
};

const utf8 = new TextEncoder();
const textOf = (bytes, reason, name) => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse(reason, name);
  }
};
const jsonOf = (text, reason, name) => {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(reason, name);
  }
};
const fromHex = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const fromBase64 = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
const joined = (...parts) => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
const isHash = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
/** One spelling for two values that say the same, whatever the order of their keys. */
const spelled = (value) => {
  if (Array.isArray(value)) return `[${value.map(spelled).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${spelled(value[key])}`).join(',')}}`;
};
const plainRecord = (value, reason, name) => {
  demand(value !== null && typeof value === 'object' && !Array.isArray(value), reason, name);
  return value;
};

// 1. The archive: nothing compressed, nothing in it but names and contents, in the order of the names.

const checks = Uint32Array.from({ length: 256 }, (_, value) => {
  let check = value;
  for (let bit = 0; bit < 8; bit += 1) check = check & 1 ? (check >>> 1) ^ 0xedb88320 : check >>> 1;
  return check;
});
const crc32 = (bytes) => {
  let check = 0xffffffff;
  for (const byte of bytes) check = checks[(check ^ byte) & 0xff] ^ (check >>> 8);
  return (check ^ 0xffffffff) >>> 0;
};

/** The bytes that an archive of these entries has, and no other. */
function archiveOf(entries) {
  const parts = [];
  const directory = [];
  let at = 0;
  const numbers = (list) => {
    const bytes = new Uint8Array(list.reduce((sum, [size]) => sum + size, 0));
    const view = new DataView(bytes.buffer);
    let place = 0;
    for (const [size, value] of list) {
      if (size === 2) view.setUint16(place, value, true);
      else view.setUint32(place, value, true);
      place += size;
    }
    return bytes;
  };
  for (const { name, crc, content } of entries) {
    const shared = [
      [2, 20],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0x21],
      [4, crc],
      [4, content.length],
      [4, content.length],
      [2, name.length],
      [2, 0],
    ];
    const tail = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, at],
    ];
    const head = joined(numbers([[4, 0x04034b50], ...shared]), utf8.encode(name));
    parts.push(head, content);
    directory.push(joined(numbers([[4, 0x02014b50], [2, 20], ...shared, ...tail]), utf8.encode(name)));
    at += head.length + content.length;
  }
  const listed = joined(...directory);
  const end = [
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, listed.length],
    [4, at],
    [2, 0],
  ];
  return joined(...parts, listed, numbers(end));
}

function unpacked(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = [];
  let at = 0;
  while (at + 30 <= bytes.length && view.getUint32(at, true) === 0x04034b50) {
    const [crc, size, nameSize] = [view.getUint32(at + 14, true), view.getUint32(at + 22, true), view.getUint16(at + 26, true)];
    const start = at + 30 + nameSize;
    demand(start + size <= bytes.length, 'archive', 'truncated');
    const name = String.fromCharCode(...bytes.subarray(at + 30, start));
    demand(/^[A-Za-z0-9._~/-]+$/.test(name), 'archive', 'a name');
    demand(entries.length === 0 || entries[entries.length - 1].name < name, 'archive', name);
    entries.push({ name, crc, content: bytes.subarray(start, start + size) });
    at = start + size;
  }
  const expected = archiveOf(entries);
  demand(expected.length === bytes.length && expected.every((byte, place) => byte === bytes[place]), 'archive', 'layout');
  return entries;
}

// 2. The key. 3. The manifest. 4. The files.

function keyIn(text, tools) {
  const [, name, id, material] = /^(\S+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})\n$/.exec(text) ?? refuse('key', 'server.pub');
  const bytes = fromBase64(material);
  demand(bytes.length === 33 && bytes[0] === 1, 'key', 'server.pub');
  const raw = bytes.subarray(1);
  const fingerprint = tools.sha256(utf8.encode(toHex(raw))).slice(0, 32);
  demand(name === `xieshang/${fingerprint.slice(0, 16)}`, 'key', 'server.pub');
  demand(tools.sha256(joined(utf8.encode(`${name}\n`), bytes)).slice(0, 8) === id, 'key', 'server.pub');
  return { raw, name, id, fingerprint };
}

function manifestIn(text, signature, key, tools) {
  const [, hex] = /^([0-9a-f]{128})\n$/.exec(signature) ?? refuse('manifest', 'manifest.sig');
  demand(tools.isSigned(utf8.encode(tags.bundle + text), fromHex(hex), key.raw), 'manifest', 'signature');
  const manifest = plainRecord(jsonOf(text, 'manifest', 'manifest.json'), 'manifest', 'manifest.json');
  demand(manifest.v === 1 && manifest.alg === 'ed25519', 'format', 'manifest.json');
  const { meeting, seq, head, root, origin, files, former } = manifest;
  demand(typeof meeting === 'string' && isCount(seq) && isHash(head) && isHash(root), 'manifest', 'manifest.json');
  demand(manifest.key === toHex(key.raw) && origin === `${key.name}/${meeting}`, 'manifest', 'key');
  demand(Array.isArray(files) && isCount(former?.checkpoints) && isCount(former?.epochs), 'manifest', 'manifest.json');
  return manifest;
}

function checkFiles(listed, entries, tools) {
  const there = new Map(
    entries.filter(({ name }) => name !== 'manifest.json' && name !== 'manifest.sig').map((entry) => [entry.name, entry]),
  );
  for (const { name, bytes, sha256 } of listed) {
    const entry = there.get(name) ?? refuse('files', `${name} missing`);
    demand(entry.content.length === bytes && tools.sha256(entry.content) === sha256, 'files', name);
    there.delete(name);
  }
  for (const name of there.keys()) refuse('files', `${name} not listed`);
  for (const { name, crc, content } of entries) demand(crc32(content) === crc, 'archive', name);
}

// 5. The chain: every fact, or the digest of one, follows on the one before.

function chainOf(text, { meeting, seq, head }, tools) {
  const lines = text.split('\n');
  demand(lines.pop() === '', 'chain', 'events.ndjson');
  const records = [];
  const heads = [];
  let sealed = 0;
  let last = tools.sha256(utf8.encode(tags.meeting + meeting));
  for (const line of lines) {
    const number = heads.length + 1;
    const record = plainRecord(jsonOf(line, 'chain', `event ${number}`), 'chain', `event ${number}`);
    demand(record.seq === number, 'chain', `event ${number}`);
    const isSealed = isHash(record.digest) && Object.keys(record).length === 2;
    if (isSealed) sealed += 1;
    else {
      demand(record.meeting === meeting && record.v === 1, 'chain', `event ${number}`);
      demand(typeof record.type === 'string', 'chain', `event ${number}`);
      records.push({ ...record, payload: plainRecord(record.payload, 'chain', `event ${number}`) });
    }
    const digest = isSealed ? record.digest : tools.sha256(utf8.encode(line));
    last = tools.sha256(joined(utf8.encode(tags.event), fromHex(last), fromHex(digest)));
    heads.push(last);
  }
  demand(heads.length === seq && last === head, 'chain', 'head');
  return { records, heads, sealed };
}

// 6. The checkpoints: RFC 6962 over the chain's hashes, signed as a C2SP note.

/** The root over the first `size` hashes, for every size asked for. */
function rootsOf(heads, sizes, tools) {
  const wanted = new Set(sizes);
  const roots = new Map([[0, tools.sha256(new Uint8Array())]]);
  const node = (left, right) => tools.sha256(joined(Uint8Array.of(1), fromHex(left), fromHex(right)));
  const peaks = [];
  heads.forEach((hash, place) => {
    let top = tools.sha256(joined(Uint8Array.of(0), fromHex(hash)));
    for (let count = place; count % 2 === 1; count = (count - 1) / 2) top = node(peaks.pop(), top);
    peaks.push(top);
    if (wanted.has(place + 1))
      roots.set(
        place + 1,
        peaks.reduceRight((right, left) => node(left, right)),
      );
  });
  return roots;
}

const noteForm = /^((\S+)\n(0|[1-9][0-9]{0,14})\n([A-Za-z0-9+/]{43}=)\nhead ([0-9a-f]{64})\n)\n((?:— \S+ [A-Za-z0-9+/]+=*\n)+)$/;

function noteIn(text, name, { origin }, key, tools) {
  const [, signed, from, size, root, head, signatures] = noteForm.exec(text) ?? refuse('checkpoint', name);
  demand(from === origin, 'checkpoint', name);
  const own = signatures.split('\n').filter((line) => line.startsWith(`— ${key.name} `));
  demand(own.length === 1, 'checkpoint', name);
  const written = own[0].split(' ')[2];
  demand(/^[A-Za-z0-9+/]{91}=$/.test(written), 'checkpoint', name);
  const bytes = fromBase64(written);
  demand(toHex(bytes.subarray(0, 4)) === key.id, 'checkpoint', name);
  demand(tools.isSigned(utf8.encode(signed), bytes.subarray(4), key.raw), 'checkpoint', name);
  return { name, size: Number(size), root: toHex(fromBase64(root)), head };
}

function checkCheckpoints(entries, manifest, heads, key, tools) {
  const notes = entries
    .filter(({ name }) => name === 'checkpoint.note' || name.startsWith('checkpoints/'))
    .map(({ name, content }) => noteIn(textOf(content, 'checkpoint', name), name, manifest, key, tools));
  const roots = rootsOf(heads, [heads.length, ...notes.map(({ size }) => size)], tools);
  demand(roots.get(heads.length) === manifest.root, 'checkpoint', 'root');
  for (const { name, size, root, head } of notes) {
    demand(size >= 1 && size <= heads.length && roots.get(size) === root && heads[size - 1] === head, 'checkpoint', name);
    const isNewest = name === 'checkpoint.note';
    demand(isNewest ? size === heads.length : name === `checkpoints/${size}.note`, 'checkpoint', name);
  }
  demand(
    notes.some(({ name }) => name === 'checkpoint.note'),
    'checkpoint',
    'checkpoint.note',
  );
  return notes.length;
}

// 7. The votes: held to what a vote of its form must be, counted again where that can be done, judged again.

const choices = ['approve', 'oppose', 'abstain', 'notPressed'];
/** `byName`: the list of votes is public. `byOfficers`: two of them counted. `spoils`: there can be 废票. */
const forms = {
  named: { byName: true, byOfficers: false, spoils: false },
  unnamed: { byName: false, byOfficers: false, spoils: false },
  'showOfHands/byName': { byName: true, byOfficers: false, spoils: false },
  'showOfHands/byCount': { byName: false, byOfficers: true, spoils: true },
  paper: { byName: false, byOfficers: true, spoils: true },
  secret: { byName: false, byOfficers: false, spoils: true },
};

const isText = (value) => typeof value === 'string' && value !== '';
const isSet = (values) => Array.isArray(values) && values.every(isText) && new Set(values).size === values.length;
const isSortedSet = (values) => isSet(values) && values.every((value, place) => place === 0 || values[place - 1] < value);
const ownOf = (record, name) => (Object.hasOwn(record, name) ? record[name] : undefined);
const sumOf = (numbers) => numbers.reduce((sum, number) => sum + number, 0);
const demandVote = (holds, detail) => demand(holds, 'votes', detail);
const recordIn = (value, detail) => plainRecord(value, 'votes', detail);
const listIn = (value, detail) => (Array.isArray(value) ? value : refuse('votes', detail)).map((one) => recordIn(one, detail));
const setIn = (value, detail) => (isSet(value) ? value : refuse('votes', detail));

// 7a. What froze when a voting opened: who votes, with how many votes, for whom, in which form.

function formIn(terms, at) {
  const { form, counting } = recordIn(terms, at);
  const name = counting === undefined ? form : `${form}/${counting}`;
  return (isText(form) && ownOf(forms, name)) || refuse('format', `${at}: form`);
}

function openedIn(payload, at) {
  const { eligible, terms = { form: 'named' }, quorum = null } = payload;
  const form = formIn(terms, at);
  const voterRoll = setIn(payload.voterRoll, at);
  const [weights, proxies] = ['weights', 'proxies'].map((name) => recordIn(payload[name] ?? {}, `${at}: ${name}`));
  demandVote(isCount(eligible), at);
  for (const [voter, weight] of Object.entries(weights))
    demandVote(voterRoll.includes(voter) && isCount(weight) && weight > 0, `${at}: weights`);
  for (const [principal, holder] of Object.entries(proxies))
    demandVote([principal, holder].every((one) => voterRoll.includes(one)) && !Object.hasOwn(proxies, holder), `${at}: proxies`);
  const isCountedByHead = form.byOfficers || form === forms.secret;
  demandVote(!isCountedByHead || Object.keys(weights).length === 0, `${at}: weights`);
  demandVote(form !== forms.secret || Object.keys(proxies).length === 0, `${at}: proxies`);
  if (quorum !== null) {
    const { needed, present } = recordIn(quorum, `${at}: quorum`);
    demandVote(isCount(needed) && present === voterRoll.length - Object.keys(proxies).length, `${at}: quorum`);
  }
  const votesOf = (voter) => ownOf(weights, voter) ?? 1;
  const said = ['terms', 'weights', 'proxies', 'reason'].filter((name) => Object.hasOwn(payload, name));
  const conditions = { eligible, ...Object.fromEntries(said.map((name) => [name, payload[name]])) };
  return { form, terms, voterRoll, eligible, quorum, proxies, votesOf, conditions };
}

function putIn(motion, opened, at) {
  const { motionId, round, paper, rule } = motion;
  demandVote(isText(motionId) && isCount(round), at);
  recordIn(recordIn(rule, at).threshold, at);
  return { motionId, round, paper, rule, opened };
}

// 7b. What a count must be, whatever was voted on.

function neededOf({ kind, parts, of }, base) {
  const rest = (base * parts) % of;
  const whole = (base * parts - rest) / of;
  if (kind === 'moreThan') return whole + 1;
  return Math.max(rest > 0 ? whole + 1 : whole, 1);
}

function judged(rule, { approve, oppose, abstain }, eligible, present) {
  const bases = { eligible, present, cast: approve + oppose + abstain, valid: approve + oppose };
  const base = ownOf(bases, rule.base) ?? refuse('votes', 'rule');
  const { threshold } = rule;
  if (threshold.kind === 'consensus') return { base, needed: base, reached: approve > 0 && oppose === 0 };
  demandVote(threshold.kind === 'moreThan' || threshold.kind === 'atLeast', 'rule');
  demandVote(isCount(threshold.parts) && isCount(threshold.of) && threshold.of > 0, 'rule');
  const needed = neededOf(threshold, base);
  return { base, needed, reached: approve >= needed };
}

/** Whether enough were there, at the opening and at the close; the oldest votes were opened without asking. */
function quorumMet({ quorum }, opened, at) {
  if (opened === null) {
    demandVote(quorum === undefined, at);
    return true;
  }
  const { needed, atOpening, atClosing, met } = recordIn(quorum, at);
  demandVote(needed === opened.needed && atOpening === opened.present && isCount(atClosing), at);
  demandVote(met === (atOpening >= needed && atClosing >= needed), at);
  return met;
}

/** `entries`: what the office entered for voters; null where the receiver may not read it. */
function checkNames({ tally, votes }, { form, voterRoll, proxies, votesOf }, entries, at) {
  demandVote(spelled(listIn(votes, `${at}: voters`).map(({ voter }) => voter)) === spelled(voterRoll), `${at}: voters`);
  for (const choice of choices) {
    const some = votes.filter((vote) => vote.choice === choice);
    demandVote(sumOf(some.map(({ voter }) => votesOf(voter))) === tally[choice], `${at}: count`);
  }
  for (const { voter, choice, holder, enteredBy } of votes) {
    demandVote(holder === ownOf(proxies, voter), `${at}: proxies`);
    demandVote(enteredBy === undefined || (isText(enteredBy) && choice !== 'notPressed'), `${at}: entered`);
    demandVote(form === forms.named || choice === 'notPressed' || enteredBy !== undefined, `${at}: entered`);
    if (entries === null || enteredBy === undefined) continue;
    demandVote(spelled(entries.get(voter) ?? null) === spelled({ choice, by: enteredBy }), `${at}: entered`);
  }
}

/** Two officers counted apart from one another and came to the same. */
function checkOfficers({ tally, countedBy }, spoilt, entries, at) {
  demandVote(isSet(countedBy) && countedBy.length >= 2, at);
  if (entries === null) return;
  const { approve, oppose, abstain } = tally;
  for (const officer of countedBy) demandVote(spelled(entries.get(officer) ?? null) === spelled({ approve, oppose, abstain, spoilt }), at);
}

function checkSecretTally({ motionId, tally, spoilt = 0, secret }, { terms: { voteId } }, ballots, at) {
  const { count } = ballots.get(voteId) ?? refuse('votes', at);
  demandVote(spelled(secret) === spelled({ voteId, issued: count.issued, returned: count.returned }), at);
  const marks = ownOf(count.tallies, motionId) ?? {};
  for (const choice of choices.slice(0, 3)) demandVote((ownOf(marks, choice) ?? 0) === tally[choice], at);
  demandVote(spoilt === count.spoilt, at);
}

function resultOf(counted, { motionId, round, paper, rule, opened }, record, entries, ballots) {
  const { form, terms, voterRoll, eligible, votesOf, conditions } = opened;
  const at = `${motionId}.${round}`;
  const { tally, spoilt = 0 } = counted;
  const counts = choices.map((choice) => recordIn(tally, at)[choice]);
  demandVote(counts.every(isCount), at);
  demandVote((counted.form ?? 'named') === terms.form, `${at}: form`);
  const roll = sumOf(voterRoll.map(votesOf));
  demandVote(sumOf(counts) === roll && counted.roll === roll, `${at}: roll`);
  demandVote(isCount(spoilt) && spoilt <= (form.spoils ? tally.notPressed : 0), `${at}: spoilt`);
  if (form.byName) checkNames(counted, opened, entries, at);
  else demandVote(spelled(counted.votes) === '[]', `${at}: voters`);
  if (form.byOfficers) checkOfficers(counted, spoilt, entries, `${at}: counted by`);
  else demandVote(counted.countedBy === undefined, `${at}: counted by`);
  if (form === forms.secret) checkSecretTally(counted, opened, ballots, `${at}: ballots`);
  const { base, needed, reached } = judged(rule, tally, eligible, roll);
  const passed = quorumMet(counted, opened.quorum, `${at}: quorum`) && reached;
  const said = [counted.base, counted.needed, counted.passed];
  demandVote(spelled([base, needed, passed]) === spelled(said), `${at}: verdict`);
  return { motionId, round, paper, rule, ...conditions, ...counted, seq: record.seq, closedAt: record.at };
}

// 7c. Secret ballots: what can be checked although nobody knows whose each was.

function issuedIn(payload, at) {
  const { voteId, voterRoll, paper, receipt } = payload;
  demandVote(isText(voteId) && isSet(voterRoll), at);
  const { items, marks, most } = recordIn(paper, at);
  demandVote(isSet(items) && isSet(marks) && isCount(most), at);
  return { voteId, voterRoll, items, marks, most, receipt };
}

function checkBallots(count, { voteId, voterRoll, items, marks, most, receipt }, at) {
  const { issued, returned, spoilt, participants, hashes, tallies, list } = recordIn(count, at);
  demandVote(count.voteId === voteId && issued === voterRoll.length, `${at}: issued`);
  demandVote(isCount(returned) && returned <= issued && isCount(spoilt) && spoilt <= returned, `${at}: returned`);
  demandVote(isSortedSet(participants) && participants.length === returned, `${at}: participants`);
  demandVote(
    participants.every((one) => voterRoll.includes(one)),
    `${at}: participants`,
  );
  demandVote(isSortedSet(hashes) && hashes.every(isHash) && hashes.length === returned, `${at}: hashes`);
  const given = Object.entries(recordIn(tallies, `${at}: tallies`)).map(([item, one]) => {
    const numbers = Object.entries(recordIn(one, `${at}: tallies`));
    demandVote(
      items.includes(item) && numbers.every(([mark, number]) => isCount(number) && (number === 0 || marks.includes(mark))),
      `${at}: tallies`,
    );
    return sumOf(numbers.map(([, number]) => number));
  });
  const good = returned - spoilt;
  demandVote(given.every((sum) => sum <= good) && sumOf(given) <= good * most, `${at}: tallies`);
  demandVote((receipt === 'tag') === (list !== undefined), `${at}: list`);
  if (list !== undefined) checkList(list, tallies, `${at}: list`);
}

/** Everybody finds the own line by its tag, nobody another's; all lines together are the tallies. */
function checkList(list, tallies, at) {
  demandVote(isSortedSet(listIn(list, at).map(({ tag }) => tag)), at);
  const recount = {};
  for (const { item, mark } of list) {
    demandVote(isText(item) && isText(mark), at);
    const key = spelled([item, mark]);
    recount[key] = (ownOf(recount, key) ?? 0) + 1;
  }
  const said = Object.entries(tallies).flatMap(([item, given]) =>
    Object.entries(given).flatMap(([mark, number]) => (number === 0 ? [] : [[spelled([item, mark]), number]])),
  );
  demandVote(spelled(recount) === spelled(Object.fromEntries(said)), at);
}

// 7d. Fact by fact, and then against the files.

/** What the log says of votes: `files` that follow from it by name, `ballots` of secret votes. Entries are the office's to read. */
function readVotes(records, circle) {
  const [files, ballots, issued, open, counted, entered] = Array.from({ length: 6 }, () => new Map());
  let scrutineers = [];
  const takeOpen = (motionId, at) => {
    const put = open.get(motionId) ?? refuse('votes', `${at}: not open`);
    open.delete(motionId);
    return put;
  };
  const issuedTo = (voteId, at) => issued.get(voteId) ?? refuse('votes', `${at}: ballots`);
  const enter = ({ motionId }, key, what) => void entered.set(motionId, (entered.get(motionId) ?? new Map()).set(key, what));

  const readers = {
    VotingOpened: ({ payload }, at) => {
      const opened = openedIn(payload, at);
      if (opened.form === forms.secret)
        demandVote(spelled(issuedTo(opened.terms.voteId, at).voterRoll) === spelled(opened.voterRoll), `${at}: ballots`);
      for (const motion of listIn(payload.motions, at)) {
        open.set(motion.motionId, putIn(motion, opened, at));
        entered.delete(motion.motionId);
      }
    },
    VoteEntered: ({ by, payload }) => enter(payload, payload.voter, { choice: payload.choice, by }),
    CountEntered: ({ by, payload: { motionId, ...count } }) => enter({ motionId }, by, count),
    VotingClosed: (record, at) => {
      for (const motion of listIn(record.payload.motions, at)) {
        const put = takeOpen(motion.motionId, at);
        demandVote(put.opened, `${at}: not open`);
        const entries = circle === 'office' ? (entered.get(motion.motionId) ?? new Map()) : null;
        const result = resultOf(motion, put, record, entries, ballots);
        counted.set(put.motionId, result);
        files.set(`votes/${put.motionId}.${put.round}.json`, result);
      }
    },
    VotingVoided: ({ seq, at: closedAt, payload }, at) => {
      for (const motionId of setIn(payload.motionIds, at)) {
        const { round, paper } = takeOpen(motionId, at);
        files.set(`votes/${motionId}.${round}.json`, { motionId, round, paper, ...voidedOf(payload), seq, closedAt });
      }
    },
    AcclamationOpened: ({ payload }, at) => {
      for (const { motionId, round, paper } of listIn(payload.motions, at)) open.set(motionId, { round, paper });
    },
    AcclamationClosed: ({ payload }, at) => setIn(payload.motionIds, at).forEach((motionId) => takeOpen(motionId, at)),
    ObjectionRaised: ({ payload }, at) => void takeOpen(payload.motionId, at),
    ScrutineersNamed: ({ payload }, at) => {
      scrutineers = setIn(payload.persons, at);
    },
    CountConfirmed: ({ by: person, at: confirmedAt, payload }, at) => {
      demandVote(scrutineers.includes(person), `${at}: scrutineer`);
      for (const motionId of setIn(payload.motionIds, at)) {
        const result = counted.get(motionId) ?? refuse('votes', `${at}: not counted`);
        result.confirmedBy = [...(result.confirmedBy ?? []), { person, at: confirmedAt }];
      }
    },
    BallotsIssued: ({ payload }, at) => void issued.set(payload.voteId, issuedIn(payload, at)),
    BallotsSealed: ({ payload }, at) => {
      issuedTo(payload.voteId, at).sealed = payload;
    },
    BallotsCounted: ({ seq, at: countedAt, payload: { voteId, count } }, at) => {
      const { sealed, ...out } = issuedTo(voteId, at);
      checkBallots(count, out, at);
      for (const name of sealed ? ['returned', 'participants', 'hashes'] : [])
        demandVote(spelled(sealed[name]) === spelled(count[name]), `${at}: sealed`);
      ballots.set(voteId, { voteId, count, seq, countedAt });
      files.set(`ballots/${voteId}.json`, ballots.get(voteId));
    },
    BallotsDestroyed: ({ seq, payload: { voteId } }, at) => {
      issuedTo(voteId, at);
      if (ballots.has(voteId)) ballots.get(voteId).destroyed = seq;
    },
    MinutesIssued: (_, at) => {
      for (const { destroyed } of ballots.values()) demandVote(destroyed !== undefined, `${at}: ballots not destroyed`);
    },
  };
  for (const record of records) ownOf(readers, record.type)?.(record, `event ${record.seq}`);
  return { files, outcomes: [...files].filter(([name]) => name.startsWith('votes/')).map(([, result]) => outcomeOf(result)) };
}

/** Why: in words, or by which rule. */
const voidedOf = ({ reason, rule }) => ({ voided: reason, ...(rule === undefined ? {} : { rule }) });

/** A result in short: what was put, in which form, what became of it. */
const outcomeOf = ({ motionId, round, paper, voided, form = 'named', tally, spoilt = 0, passed }) => ({
  ...{ motionId, round, number: paper?.number ?? null, amends: paper?.amends ?? null },
  ...(voided === undefined ? { outcome: passed ? 'passed' : 'failed', form, tally, spoilt } : { outcome: 'voided' }),
});

function checkVotes(entries, records, { circle }) {
  const { files, outcomes } = readVotes(records, circle);
  const there = entries.filter(({ name }) => name.startsWith('votes/') || name.startsWith('ballots/'));
  for (const { name, content } of there) {
    const result = files.get(name) ?? refuse('votes', `${name}: no such vote`);
    const said = jsonOf(textOf(content, 'votes', name), 'votes', name);
    demand(spelled(said) === spelled(result), 'votes', name);
  }
  demand(there.length === files.size, 'votes', 'a result is missing');
  return outcomes;
}

// 7e. Elections: the ballots by name counted again, the identities of the others, and who is elected.

const electionForms = ['named', 'paper', 'secret'];

function electionPut(payload, at) {
  const { electionId, round, paper, eligible, quorum, terms = { form: 'named' } } = payload;
  const { form } = recordIn(terms, at);
  demand(electionForms.includes(form), 'format', `${at}: form`);
  const voterRoll = setIn(payload.voterRoll, at);
  const { seats, candidates, writeIns, rule } = recordIn(paper, at);
  const ids = listIn(candidates, at).map(({ candidateId }) => candidateId);
  demandVote(isText(electionId) && isCount(round) && isCount(eligible) && isCount(seats) && seats > 0 && isSet(ids), at);
  if (rule !== 'plurality') demandVote(ownOf(recordIn(recordIn(rule, at).threshold, at), 'kind') !== 'consensus', `${at}: rule`);
  const { needed, present } = recordIn(quorum, `${at}: quorum`);
  demandVote(isCount(needed) && present === voterRoll.length, `${at}: quorum`);
  const said = ['terms', 'reason', 'seated'].filter((name) => Object.hasOwn(payload, name));
  const kept = { electionId, round, paper, eligible, ...Object.fromEntries(said.map((name) => [name, payload[name]])) };
  return { form, terms, voterRoll, eligible, quorum, seats, candidates, ids, writeIns, rule, kept };
}

/** Every ballot once, every mark once, nobody marked who does not stand; what an officer entered is what was entered then. */
function countedBallots(votes, { voterRoll, seats, candidates, ids, writeIns }, entries, at) {
  demandVote(spelled(listIn(votes, at).map(({ voter }) => voter)) === spelled(voterRoll), `${at}: voters`);
  for (const { voter, marks, enteredBy } of votes) {
    if (enteredBy === undefined) continue;
    demandVote(isText(enteredBy) && marks !== null, `${at}: entered`);
    demandVote(entries === null || spelled(entries.get(`for ${voter}`) ?? null) === spelled({ marks, by: enteredBy }), `${at}: entered`);
  }
  const given = votes.map(({ marks }) => marks).filter((marks) => marks !== null);
  const persons = candidates.flatMap(({ person }) => (person === undefined ? [] : [`person:${person}`]));
  for (const marks of given) {
    demandVote(isSet(marks) && marks.length <= seats, `${at}: marks`);
    const others = marks.filter((mark) => !ids.includes(mark));
    demandVote(others.length === 0 || writeIns === 'fromRoll', `${at}: marks`);
    demandVote(
      others.every((mark) => mark.startsWith('person:') && !persons.includes(mark)),
      `${at}: marks`,
    );
  }
  const marked = given.filter((marks) => marks.length > 0).length;
  return { marked, blank: given.length - marked, spoilt: 0, of: (id) => given.filter((marks) => marks.includes(id)).length };
}

/** As many votes as another at the last seat elect neither; without a quorum nobody is elected. */
function outcomesOf(standings, seats, least, met) {
  const over = met ? standings.filter(({ votes }) => votes >= least).map(({ votes }) => votes) : [];
  return standings.map(({ votes }) => {
    if (!met || votes < least) return 'notElected';
    const ahead = over.filter((other) => other > votes).length;
    const level = over.filter((other) => other === votes).length;
    if (ahead + level <= seats) return 'elected';
    return ahead < seats ? 'tied' : 'notElected';
  });
}

function electionResult(payload, put, record, entries, ballots) {
  const { form, terms, voterRoll, eligible, quorum, seats, ids, rule, kept } = put;
  const at = `${kept.electionId}.${kept.round}`;
  const { marked, blank, spoilt, notHandedIn } = recordIn(payload.ballots, at);
  demandVote([marked, blank, spoilt, notHandedIn].every(isCount), at);
  demandVote((payload.form ?? 'named') === form, `${at}: form`);
  demandVote(payload.roll === voterRoll.length && marked + blank + spoilt + notHandedIn === payload.roll, `${at}: roll`);
  const standings = listIn(payload.standings, `${at}: standings`);
  const stood = standings.map(({ candidateId }) => candidateId);
  const votesOf = new Map(standings.map(({ candidateId, votes }) => [candidateId, votes]));
  demandVote(isSet(stood) && standings.every(({ votes }) => isCount(votes) && votes <= marked), `${at}: standings`);
  const others = stood.filter((id) => !ids.includes(id)).sort();
  demandVote(others.length === 0 || put.writeIns === 'fromRoll', `${at}: standings`);
  demandVote(
    others.every((id) => id.startsWith('person:') && votesOf.get(id) > 0),
    `${at}: standings`,
  );
  const printed = [...ids, ...others];
  const inOrder = printed.toSorted((one, other) => votesOf.get(other) - votesOf.get(one));
  demandVote(stood.length === printed.length && spelled(inOrder) === spelled(stood), `${at}: standings`);
  for (const { candidateId, name } of put.candidates)
    demandVote(standings.find((one) => one.candidateId === candidateId).name === name, `${at}: names`);
  const marks = sumOf(standings.map(({ votes }) => votes));
  demandVote(marks >= marked && marks <= marked * seats, `${at}: marks`);
  if (form === 'named') {
    const count = countedBallots(payload.votes, put, entries, at);
    demandVote(spelled([count.marked, count.blank, count.spoilt]) === spelled([marked, blank, spoilt]), `${at}: count`);
    for (const { marks: some } of payload.votes)
      demandVote(
        (some ?? []).every((id) => votesOf.has(id)),
        `${at}: count`,
      );
    for (const id of stood) demandVote(count.of(id) === votesOf.get(id), `${at}: count`);
  } else demandVote(spelled(payload.votes) === '[]', `${at}: voters`);
  if (form === 'paper') checkElectionOfficers(payload, { marked, blank, spoilt, votesOf }, entries, `${at}: counted by`);
  else demandVote(payload.countedBy === undefined, `${at}: counted by`);
  if (form === 'secret') {
    const { count } = ballots.get(terms.voteId) ?? refuse('votes', `${at}: ballots`);
    for (const id of stood) demandVote((ownOf(ownOf(count.tallies, id) ?? {}, 'approve') ?? 0) === votesOf.get(id), `${at}: ballots`);
    demandVote(count.spoilt === spoilt && count.returned === marked + blank + spoilt, `${at}: ballots`);
  }
  const met = quorumMet(payload, quorum, `${at}: quorum`);
  const bases = { eligible, present: voterRoll.length, cast: marked + blank, valid: marked };
  const base = rule === 'plurality' ? marked : (ownOf(bases, rule.base) ?? refuse('votes', `${at}: rule`));
  const needed = rule === 'plurality' ? 1 : neededOf(rule.threshold, base);
  demandVote(payload.base === base && payload.needed === needed, `${at}: verdict`);
  const outcomes = outcomesOf(standings, seats, needed, met);
  demandVote(spelled(outcomes) === spelled(standings.map(({ outcome }) => outcome)), `${at}: verdict`);
  return { ...kept, ...payload, seq: record.seq, closedAt: record.at };
}

/** Two officers counted apart from one another and came to the same. */
function checkElectionOfficers({ countedBy }, { marked, blank, spoilt, votesOf }, entries, at) {
  demandVote(isSet(countedBy) && countedBy.length >= 2, at);
  if (entries === null) return;
  const votes = Object.fromEntries([...votesOf].filter(([, number]) => number > 0));
  for (const officer of countedBy) demandVote(spelled(entries.get(officer) ?? null) === spelled({ marked, blank, spoilt, votes }), at);
}

function readElections(records, circle) {
  const [files, open, entered, counted, ballots] = Array.from({ length: 5 }, () => new Map());
  let scrutineers = [];
  const takeOpen = (electionId, at) => {
    const put = open.get(electionId) ?? refuse('votes', `${at}: not open`);
    open.delete(electionId);
    return put;
  };
  const readers = {
    ElectionOpened: ({ payload }, at) => {
      const put = electionPut(payload, at);
      open.set(put.kept.electionId, put);
      entered.set(put.kept.electionId, new Map());
    },
    ElectionEntered: ({ by, payload: { electionId, voter, marks } }) => void entered.get(electionId)?.set(`for ${voter}`, { marks, by }),
    ElectionCountEntered: ({ by, payload: { electionId, ...count } }) => void entered.get(electionId)?.set(by, count),
    BallotsCounted: ({ payload: { voteId, count } }) => void ballots.set(voteId, { count }),
    ElectionClosed: (record, at) => {
      const { payload } = record;
      const put = takeOpen(payload.electionId, at);
      const result = electionResult(payload, put, record, circle === 'office' ? entered.get(payload.electionId) : null, ballots);
      counted.set(payload.electionId, result);
      files.set(`elections/${payload.electionId}.${put.kept.round}.json`, result);
    },
    ElectionVoided: ({ seq, at: closedAt, payload }, at) => {
      const { electionId } = payload;
      const { kept } = takeOpen(electionId, at);
      const { round, paper } = kept;
      files.set(`elections/${electionId}.${round}.json`, { electionId, round, paper, ...voidedOf(payload), seq, closedAt });
    },
    ScrutineersNamed: ({ payload }, at) => {
      scrutineers = setIn(payload.persons, at);
    },
    ElectionCountConfirmed: ({ by: person, at: confirmedAt, payload }, at) => {
      demandVote(scrutineers.includes(person), `${at}: scrutineer`);
      const result = counted.get(payload.electionId) ?? refuse('votes', `${at}: not counted`);
      result.confirmedBy = [...(result.confirmedBy ?? []), { person, at: confirmedAt }];
    },
  };
  for (const record of records) ownOf(readers, record.type)?.(record, `event ${record.seq}`);
  return files;
}

function checkElections(entries, records, { circle }) {
  const files = readElections(records, circle);
  const there = entries.filter(({ name }) => name.startsWith('elections/'));
  for (const { name, content } of there) {
    const result = files.get(name) ?? refuse('votes', `${name}: no such election`);
    demand(spelled(jsonOf(textOf(content, 'votes', name), 'votes', name)) === spelled(result), 'votes', name);
  }
  demand(there.length === files.size, 'votes', 'an election is missing');
  return files.size;
}

// 8. The issued text. 9. What restorations said.

function checkMinutes(contentOf, records, tools) {
  const issued = records.filter(({ type }) => type === 'MinutesIssued').at(-1);
  const [text, word] = [contentOf('minutes.json'), contentOf('minutes.docx')];
  if (!issued) {
    demand(!text && !word, 'minutes', 'never issued');
    return null;
  }
  demand(text && word, 'minutes', 'missing');
  demand(tools.sha256(text) === issued.payload.hash, 'minutes', 'minutes.json');
  return issued.payload.hash;
}

function checkEpochs(content, { meeting }, heads, key, tools) {
  demand(content, 'epochs', 'epochs.json');
  const epochs = jsonOf(textOf(content, 'epochs', 'epochs.json'), 'epochs', 'epochs.json');
  demand(Array.isArray(epochs), 'epochs', 'epochs.json');
  for (const [place, epoch] of epochs.entries()) {
    const at = `epoch ${place + 1}`;
    const { statement, signature } = plainRecord(epoch, 'epochs', at);
    demand(typeof statement === 'string' && /^[0-9a-f]{128}$/.test(signature), 'epochs', at);
    demand(tools.isSigned(utf8.encode(tags.epoch + statement), fromHex(signature), key.raw), 'epochs', at);
    const said = plainRecord(jsonOf(statement, 'epochs', at), 'epochs', at);
    const isOfLog =
      said.meeting === meeting && isCount(said.seq) && said.seq <= heads.length && (heads[said.seq - 1] ?? null) === said.head;
    demand(isOfLog || (said.meeting === null && said.seq === 0), 'epochs', at);
  }
  return epochs.length;
}

const needed = ['checkpoint.note', 'epochs.json', 'events.ndjson', 'manifest.json', 'manifest.sig', 'server.pub'];

function check(bytes, tools, { key: wantedKey, head: wantedHead }) {
  const entries = unpacked(bytes);
  const contents = new Map(entries.map(({ name, content }) => [name, content]));
  const contentOf = (name) => contents.get(name);
  for (const name of needed) demand(contents.has(name), 'archive', `${name} missing`);
  const key = keyIn(textOf(contentOf('server.pub'), 'key', 'server.pub'), tools);
  demand(wantedKey === null || key.fingerprint === wantedKey, 'key', 'fingerprint');
  const [manifestText, signature] = ['manifest.json', 'manifest.sig'].map((name) => textOf(contentOf(name), 'manifest', name));
  const manifest = manifestIn(manifestText, signature, key, tools);
  checkFiles(manifest.files, entries, tools);
  const { records, heads, sealed } = chainOf(textOf(contentOf('events.ndjson'), 'chain', 'events.ndjson'), manifest, tools);
  const checkpoints = checkCheckpoints(entries, manifest, heads, key, tools);
  demand(wantedHead === null || heads.some((head) => head.startsWith(wantedHead)), 'head', 'not in this log');
  const outcomes = checkVotes(entries, records, manifest);
  const elections = checkElections(entries, records, manifest);
  const minutes = checkMinutes(contentOf, records, tools);
  const epochs = checkEpochs(contentOf('epochs.json'), manifest, heads, key, tools);
  const { meeting, seq, head, root, former, circle } = manifest;
  return {
    ok: true,
    meeting,
    circle,
    seq,
    head,
    root,
    fingerprint: key.fingerprint,
    sealed,
    checkpoints,
    votes: outcomes.length,
    elections,
    outcomes,
    minutes,
    epochs,
    former,
    heads,
  };
}

/** `key`: a fingerprint of 32 hex digits, blanks allowed; `head`: the first hex digits of a head, as printed. Never throws. */
export function verifyBundle(bytes, tools, { key = null, head = null } = {}) {
  const bare = (text) => (text === null ? null : text.replace(/\s/g, '').toLowerCase());
  try {
    return check(bytes, tools, { key: bare(key), head: bare(head) });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.reason, detail: error.detail };
    return { ok: false, reason: 'format', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** SHA-256 and Ed25519 as Node has them. */
export async function nodeTools() {
  const { createHash, createPublicKey, verify } = await import(/* @vite-ignore */ ['node', 'crypto'].join(':'));
  const prefix = fromHex('302a300506032b6570032100');
  return {
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    isSigned: (message, signature, key) => {
      try {
        return verify(null, message, createPublicKey({ key: Buffer.from(joined(prefix, key)), format: 'der', type: 'spki' }), signature);
      } catch {
        return false;
      }
    },
  };
}

export const reasons = {
  archive: '压缩包本身被改动，或不是协商厅的存证包',
  key: '签署的密钥不是所给的那一把，或密钥文件被改动',
  manifest: '清单被改动，或清单的签名不对',
  format: '格式不认识：可能由更新版本的程序生成，请换用新的核对程序',
  files: '文件与清单不符：被改动、替换、缺少或多出',
  chain: '事件记录被改动、删去、调换或插入',
  head: '记录里没有所给的链头：与纸上印的不是同一份记录',
  checkpoint: '签署过的存证点与记录不符，或签名不对',
  votes: '表决结果与记录不符，或票数、结论算不对',
  minutes: '签发的纪要正文与记录里的指纹不符',
  epochs: '恢复声明与记录不符，或签名不对',
};

const formWords = { named: '按键记名', unnamed: '按键不公开逐人', showOfHands: '举手', paper: '纸质', secret: '无记名投票' };
const outcomeWords = { passed: '通过', failed: '未通过', voided: '作废' };

function outcomeLine({ number, amends, round, outcome, form, tally, spoilt }) {
  const what = `建议${number ?? ''}${amends === null ? '' : '修改意见'}　第${round}轮　${outcomeWords[outcome]}`;
  if (outcome === 'voided') return what;
  const { approve, oppose, abstain, notPressed } = tally;
  const counts = `赞成${approve} 反对${oppose} 弃权${abstain} 未按${notPressed}${spoilt > 0 ? `（其中废票${spoilt}）` : ''}`;
  return `${what}　${formWords[form]}　${counts}`;
}

async function main() {
  const { readFileSync } = await import(/* @vite-ignore */ ['node', 'fs'].join(':'));
  const words = process.argv.slice(2);
  const option = (name) => {
    const place = words.indexOf(name);
    return place < 0 ? null : (words.splice(place, 2)[1] ?? null);
  };
  const [key, head] = [option('--key'), option('--head')];
  const isJson = words.includes('--json');
  const [file] = words.filter((word) => word !== '--json');
  if (!file) {
    console.error('用法：node verify.mjs 存证包.zip [--key 密钥指纹] [--head 纸上印的链头] [--json]');
    process.exitCode = 2;
    return;
  }
  const result = verifyBundle(new Uint8Array(readFileSync(file)), await nodeTools(), { key, head });
  process.exitCode = result.ok ? 0 : 1;
  if (isJson) {
    const { heads: _, ...said } = result;
    console.log(JSON.stringify(said));
    return;
  }
  if (!result.ok) {
    console.log(`没有通过：${reasons[result.reason]}（${result.reason}：${result.detail}）`);
    return;
  }
  const grouped = result.fingerprint.match(/.{4}/g).join(' ');
  console.log(
    `通过。会议 ${result.meeting}，${result.seq} 条记录（其中 ${result.sealed} 条只有摘要），${result.checkpoints} 个存证点，${result.votes} 轮表决结果。`,
  );
  for (const outcome of result.outcomes) console.log(`　${outcomeLine(outcome)}`);
  console.log(result.minutes ? `签发的纪要正文指纹 ${result.minutes}` : '纪要还没有签发。');
  console.log(`链头 ${result.head}`);
  console.log(`密钥指纹 ${grouped}${key === null ? '：请与纸上印的或机关公布的核对，也可以用 --key 指明' : '，与所给的相同'}`);
  if (result.former.checkpoints + result.former.epochs > 0)
    console.log(`另有 ${result.former.checkpoints} 个存证点和 ${result.former.epochs} 份恢复声明由更换前的密钥签署，不在包里。`);
}

const nameOf = (path) => path.split(/[\\/]/).at(-1);
if (typeof process === 'object' && process.argv?.[1] && decodeURIComponent(nameOf(import.meta.url)) === nameOf(process.argv[1])) {
  main().catch((error) => {
    console.error(error.message);
    process.exitCode = 2;
  });
}
