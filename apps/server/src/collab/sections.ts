// Knows where the parts of an encoded Yjs update begin and end, so that updates can be put together without a document; not what is written.
import { createDecoder, readAny, readVarUint, type Decoder } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';

/** What an update adds under one client id, from `clock` up to `end`. */
export interface Section {
  readonly client: number;
  readonly clock: number;
  readonly end: number;
  readonly structs: number;
  /** The structs as they stand in the update; a view into it. */
  readonly bytes: Uint8Array;
}

export interface Sections {
  /** At most one for a client. */
  readonly added: readonly Section[];
  /** What is deleted, encoded as Yjs does; a view into the update. */
  readonly deleted: Uint8Array;
}

/** Null for an update with anything in it that the minutes do not hold, and for one with gaps. */
export function sectionsOf(update: Uint8Array): Sections | null {
  try {
    const decoder = createDecoder(update);
    const clients = new Set<number>();
    const added: Section[] = [];
    for (let left = readVarUint(decoder); left > 0; left -= 1) {
      const section = readSection(decoder);
      if (!section || clients.has(section.client)) return null;
      clients.add(section.client);
      added.push(section);
    }
    return { added, deleted: update.subarray(decoder.pos) };
  } catch {
    return null;
  }
}

function readSection(decoder: Decoder): Section | null {
  const structs = readVarUint(decoder);
  const client = readVarUint(decoder);
  const clock = readVarUint(decoder);
  const from = decoder.pos;
  let end = clock;
  for (let left = structs; left > 0; left -= 1) {
    const length = passStruct(decoder);
    if (length === 0) return null;
    end += length;
  }
  if (decoder.pos > decoder.arr.length) return null;
  return { client, clock, end, structs, bytes: decoder.arr.subarray(from, decoder.pos) };
}

/** The bits and numbers of a struct's first byte in Yjs 13's first encoding. */
const has = { origin: 0x80, rightOrigin: 0x40, key: 0x20 } as const;
const kinds = { gc: 0, deleted: 1, string: 4, format: 6, type: 7, any: 8 } as const;
const types = { element: 3, text: 6 } as const;

/** Goes past one struct; answers with its length on the clock, 0 for one that is not known here. */
function passStruct(decoder: Decoder): number {
  const info = passByte(decoder);
  const kind = info & 0x1f;
  if (kind === kinds.gc) return readVarUint(decoder);
  if (info & has.origin) passId(decoder);
  if (info & has.rightOrigin) passId(decoder);
  if (!(info & (has.origin | has.rightOrigin))) {
    if (readVarUint(decoder) === 1) passString(decoder);
    else passId(decoder);
    if (info & has.key) passString(decoder);
  }
  switch (kind) {
    case kinds.deleted:
      return readVarUint(decoder);
    case kinds.string:
      return passString(decoder);
    case kinds.format:
      passString(decoder);
      passString(decoder);
      return 1;
    case kinds.type: {
      const type = readVarUint(decoder);
      if (type === types.element) passString(decoder);
      return type === types.element || type === types.text ? 1 : 0;
    }
    case kinds.any: {
      const count = readVarUint(decoder);
      for (let left = count; left > 0; left -= 1) readAny(decoder);
      return count;
    }
    default:
      return 0;
  }
}

function passByte(decoder: Decoder): number {
  const byte = decoder.arr[decoder.pos];
  if (byte === undefined) throw new Error('the update ends too soon');
  decoder.pos += 1;
  return byte;
}

function passId(decoder: Decoder): void {
  readVarUint(decoder);
  readVarUint(decoder);
}

/** Its length as JavaScript counts it. */
function passString(decoder: Decoder): number {
  const { arr } = decoder;
  const bytes = readVarUint(decoder);
  const end = decoder.pos + bytes;
  let units = 0;
  for (let at = decoder.pos; at < end; at += 1) {
    const byte = arr[at] ?? 0;
    // One for each letter's first byte, two for a letter beyond the first plane.
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  decoder.pos = end;
  return units;
}

/** An update and where its parts stand in it. */
export interface Joined {
  readonly sections: Sections;
  /** The update, behind whatever had to stand before it. */
  readonly bytes: Uint8Array;
  /** Of the update. */
  readonly length: number;
}

/** One update out of sections; those of one client follow on one another in the order given. `before` is told the length of the update. */
export function joined(added: Iterable<Section>, deleted: Uint8Array, before: (length: number) => Uint8Array = () => nothing): Joined {
  const byClient = Map.groupBy(added, ({ client }) => client);
  // As Yjs does: the higher ids first.
  const groups = [...byClient].toSorted(([one], [other]) => other - one);
  const parts = groups.map(([client, sections]) => {
    const [{ clock } = { clock: 0 }, end] = [sections[0], sections.at(-1)?.end ?? 0];
    const structs = sections.reduce((sum, one) => sum + one.structs, 0);
    const chunks = sections.map(({ bytes }) => bytes);
    return { client, clock, end, structs, chunks, head: numbers(structs, client, clock), length: lengthOf(chunks) };
  });
  const count = numbers(parts.length);
  const length = parts.reduce((sum, part) => sum + part.head.length + part.length, count.length + deleted.length);
  const first = before(length);
  const bytes = Buffer.concat([first, count, ...parts.flatMap(({ head, chunks }) => [head, ...chunks]), deleted]);
  let at = first.length + count.length;
  const placed = parts.map(({ client, clock, end, structs, head, length: size }) => {
    const from = at + head.length;
    at = from + size;
    return { client, clock, end, structs, bytes: bytes.subarray(from, at) };
  });
  return { bytes, length, sections: { added: placed, deleted: bytes.subarray(at) } };
}

const nothing = new Uint8Array();
const lengthOf = (chunks: readonly Uint8Array[]): number => chunks.reduce((sum, chunk) => sum + chunk.length, 0);

function numbers(...some: readonly number[]): Uint8Array {
  const encoder = createEncoder();
  for (const one of some) writeVarUint(encoder, one);
  return toUint8Array(encoder);
}

/** What of a section somebody lacks who holds that client up to `clock`, from the struct on in which that lies; null when it is nothing. */
export function sectionFrom(section: Section, clock: number): Section | null {
  if (section.end <= clock) return null;
  if (section.clock >= clock) return section;
  const decoder = createDecoder(section.bytes);
  let at = section.clock;
  for (let left = section.structs; left > 0; left -= 1) {
    const from = decoder.pos;
    const length = passStruct(decoder);
    if (at + length > clock) return { ...section, clock: at, structs: left, bytes: section.bytes.subarray(from) };
    at += length;
  }
  return section;
}
