// Knows which pieces of one document are deleted, as Yjs encodes that; not what they were.
import { createDecoder, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';

/** Where each deleted stretch of one client begins and ends; in order, and none touches the next. */
interface Stretches {
  readonly starts: number[];
  readonly ends: number[];
}

export interface Deletions {
  /** Takes in what an update deletes. Throws, having taken some of it, when that cannot be read. */
  add(encoded: Uint8Array): void;
  /** Whether all of that is known here. Throws when it cannot be read. */
  holds(encoded: Uint8Array): boolean;
  /** What is known here and not there; null when that is nothing. Throws when the other cannot be read. */
  beyond(encoded: Uint8Array): Uint8Array | null;
  encoded(): Uint8Array;
}

export function openDeletions(): Deletions {
  const clients = new Map<number, Stretches>();
  let encoding: Uint8Array | null = null;

  const of = (client: number): Stretches => {
    const known = clients.get(client);
    if (known) return known;
    const none: Stretches = { starts: [], ends: [] };
    clients.set(client, none);
    return none;
  };

  return {
    add: (encoded) => {
      encoding = null;
      for (const { client, start, end } of read(encoded)) insert(of(client), start, end);
    },
    holds: (encoded) => {
      for (const { client, start, end } of read(encoded)) {
        const known = clients.get(client);
        const place = known ? firstEndingAfter(known, start) : 0;
        if (!known || (known.starts[place] ?? Infinity) > start || (known.ends[place] ?? -1) < end) return false;
      }
      return true;
    },
    beyond: (encoded) => {
      const others = new Map<number, Stretches>();
      for (const { client, start, end } of read(encoded)) {
        const there = others.get(client) ?? { starts: [], ends: [] };
        insert(there, start, end);
        others.set(client, there);
      }
      const rest = new Map<number, Stretches>();
      for (const [client, known] of clients) {
        const left = without(known, others.get(client));
        if (left.starts.length > 0) rest.set(client, left);
      }
      return rest.size === 0 ? null : write(rest);
    },
    encoded: () => (encoding ??= write(clients)),
  };
}

function* read(encoded: Uint8Array): Generator<{ readonly client: number; readonly start: number; readonly end: number }> {
  const decoder = createDecoder(encoded);
  for (let clients = readVarUint(decoder); clients > 0; clients -= 1) {
    const client = readVarUint(decoder);
    for (let left = readVarUint(decoder); left > 0; left -= 1) {
      const start = readVarUint(decoder);
      yield { client, start, end: start + readVarUint(decoder) };
    }
  }
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
