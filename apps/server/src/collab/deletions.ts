// Knows which pieces of one document are deleted, as Yjs encodes that; not what they were.
import { createDecoder, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';

/** Where each deleted stretch of one client begins and ends; in order, and none touches the next. */
interface Stretches {
  readonly starts: number[];
  readonly ends: number[];
}

export interface Deletions {
  /** Takes in what an update deletes. Throws when that cannot be read. */
  add(encoded: Uint8Array): void;
  /** Whether all of that is known here. Throws when it cannot be read. */
  holds(encoded: Uint8Array): boolean;
  /** What is known here and not there; null when that is nothing. Throws when the other cannot be read. */
  beyond(encoded: Uint8Array): Uint8Array | null;
  encoded(): Uint8Array;
}

/** What somebody says they know to be deleted, as it was read, and what came of comparing it. */
interface Answer {
  readonly encoded: Uint8Array;
  readonly read: ReadonlyMap<number, Stretches>;
  isHeld: boolean;
  /** Until more is deleted here. */
  beyond: { readonly rest: Uint8Array | null } | null;
}

export function openDeletions(): Deletions {
  const clients = new Map<number, Stretches>();
  let encoding: Uint8Array | null = null;

  /** An answer is looked at more than once, and a hall that was cut off comes back with the same one from everybody. */
  let latest: Answer | null = null;
  const answerIn = (bytes: Uint8Array): Answer => {
    if (!latest || Buffer.compare(latest.encoded, bytes) !== 0) latest = { encoded: bytes, read: read(bytes), isHeld: false, beyond: null };
    return latest;
  };

  return {
    add: (encoded) => {
      encoding = null;
      if (latest) latest.beyond = null;
      for (const [client, { starts, ends }] of read(encoded)) {
        const known = clients.get(client) ?? { starts: [], ends: [] };
        clients.set(client, known);
        for (const [place, start] of starts.entries()) insert(known, start, ends[place] ?? start);
      }
    },
    holds: (encoded) => {
      const answer = answerIn(encoded);
      // Nothing that is deleted ever comes back.
      answer.isHeld ||= [...answer.read].every(([client, theirs]) => without(theirs, clients.get(client)).starts.length === 0);
      return answer.isHeld;
    },
    beyond: (encoded) => {
      const answer = answerIn(encoded);
      answer.beyond ??= { rest: restOf(clients, answer.read) };
      return answer.beyond.rest;
    },
    encoded: () => (encoding ??= write(clients)),
  };
}

/** What is known here and not there. */
function restOf(clients: ReadonlyMap<number, Stretches>, others: ReadonlyMap<number, Stretches>): Uint8Array | null {
  const rest = new Map<number, Stretches>();
  for (const [client, known] of clients) {
    const left = without(known, others.get(client));
    if (left.starts.length > 0) rest.set(client, left);
  }
  return rest.size === 0 ? null : write(rest);
}

/** All of them in one encoding, without reading them: Yjs takes a client that stands there several times. */
export function sideBySide(encoded: readonly Uint8Array[]): Uint8Array {
  const encoder = createEncoder();
  const rests: Uint8Array[] = [];
  let clients = 0;
  for (const one of encoded) {
    const decoder = createDecoder(one);
    clients += readVarUint(decoder);
    if (decoder.pos < one.length) rests.push(one.subarray(decoder.pos));
  }
  writeVarUint(encoder, clients);
  return Buffer.concat([toUint8Array(encoder), ...rests]);
}

function read(encoded: Uint8Array): ReadonlyMap<number, Stretches> {
  const decoder = createDecoder(encoded);
  const clients = new Map<number, Stretches>();
  for (let left = readVarUint(decoder); left > 0; left -= 1) {
    const client = readVarUint(decoder);
    const own = clients.get(client) ?? { starts: [], ends: [] };
    clients.set(client, own);
    for (let more = readVarUint(decoder); more > 0; more -= 1) {
      const start = readVarUint(decoder);
      const length = readVarUint(decoder);
      // No replica writes that, and Yjs breaks over it.
      if (length === 0) throw new Error('a deletion of nothing');
      insert(own, start, start + length);
    }
  }
  return clients;
}

/** Their number where none does. */
function firstEndingAfter({ ends }: Stretches, clock: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}

function insert({ starts, ends }: Stretches, start: number, end: number): void {
  if (end <= start) return;
  const last = ends.length - 1;
  // In order, as an encoding has them.
  if (last < 0 || (ends[last] ?? 0) < start) {
    starts.push(start);
    ends.push(end);
    return;
  }
  // Those that touch it become one with it.
  const from = firstEndingAfter({ starts, ends }, start - 1);
  let to = from;
  while (to < starts.length && (starts[to] ?? 0) <= end) to += 1;
  const joined = to > from ? [Math.min(start, starts[from] ?? start), Math.max(end, ends[to - 1] ?? end)] : [start, end];
  starts.splice(from, to - from, joined[0] ?? start);
  ends.splice(from, to - from, joined[1] ?? end);
}

function without(known: Stretches, other: Stretches | undefined): Stretches {
  if (!other) return known;
  const left: Stretches = { starts: [], ends: [] };
  const keep = (start: number, end: number): void => {
    if (start >= end) return;
    left.starts.push(start);
    left.ends.push(end);
  };
  let place = 0;
  for (const [index, begin] of known.starts.entries()) {
    const end = known.ends[index] ?? begin;
    let at = begin;
    while (place < other.ends.length && (other.ends[place] ?? 0) <= at) place += 1;
    for (let next = place; next < other.starts.length && (other.starts[next] ?? 0) < end; next += 1) {
      keep(at, Math.min(end, other.starts[next] ?? at));
      at = Math.max(at, other.ends[next] ?? at);
    }
    keep(at, end);
  }
  return left;
}

function write(clients: ReadonlyMap<number, Stretches>): Uint8Array {
  const encoder = createEncoder();
  const some = [...clients].filter(([, { starts }]) => starts.length > 0);
  writeVarUint(encoder, some.length);
  for (const [client, { starts, ends }] of some) {
    writeVarUint(encoder, client);
    writeVarUint(encoder, starts.length);
    for (const [place, start] of starts.entries()) {
      writeVarUint(encoder, start);
      writeVarUint(encoder, (ends[place] ?? start) - start);
    }
  }
  return toUint8Array(encoder);
}
