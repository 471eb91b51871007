// Knows how what is said to browsers is spelled as bytes, once for all who hear it; not who hears it.
import type { Delivery } from '@xieshang/protocol';

/** A socket.io packet in UTF-8, in pieces: the large ones are shared between many packets. */
export interface Packet {
  readonly pieces: readonly Buffer[];
  readonly bytes: number;
}

/** Facts of one telling, as a circle hears them. */
export interface Run {
  /** Without brackets around and with commas between. */
  readonly entries: Buffer;
  /** Where each fact begins in it, and where one after the last would. */
  readonly starts: readonly number[];
  /** Whether it is digests only: nothing in it that anybody could see. */
  readonly isSealed: boolean;
}

const namespace = '/meeting';
const comma = Buffer.from(',');
const eventsHead = Buffer.from(`2${namespace},["events",[`);
const eventsTail = Buffer.from(']]');

const packetOf = (pieces: readonly Buffer[]): Packet => ({ pieces, bytes: pieces.reduce((sum, { length }) => sum + length, 0) });

export const eventPacket = (name: string, payload: unknown): Packet =>
  packetOf([Buffer.from(`2${namespace},${JSON.stringify([name, payload])}`)]);

export const answerPacket = (id: number, answer: unknown): Packet =>
  packetOf([Buffer.from(`3${namespace},${id}[${JSON.stringify(answer) ?? 'null'}]`)]);

/** A snapshot is a text within the text: the part that is alike for many is spelled once. */
export function snapshotSpelling(): (id: number, welcome: WithSnapshot) => Packet {
  const spelled = new Map<string, Buffer>();
  return (id, { snapshot: { shared, own }, ...rest }) => {
    const kept = spelled.get(shared) ?? Buffer.from(JSON.stringify(shared));
    // The newest few only: three circles of a meeting or two.
    spelled.delete(shared);
    spelled.set(shared, kept);
    if (spelled.size > circlesKept) spelled.delete(spelled.keys().next().value ?? '');
    const head = Buffer.from(`3${namespace},${id}[${JSON.stringify(rest).slice(0, -1)},"snapshot":{"shared":`);
    return packetOf([head, kept, Buffer.from(`,"own":${JSON.stringify(own)}}}]`)]);
  };
}

const circlesKept = 6;

export interface WithSnapshot {
  readonly snapshot: { readonly shared: string; readonly own: string };
}

export const spellDelivery = (delivery: Delivery): Buffer => Buffer.from(JSON.stringify(delivery));

export function runOf(shared: readonly Delivery[]): Run {
  const starts: number[] = [];
  const pieces: Buffer[] = [];
  let at = 0;
  for (const delivery of shared) {
    const piece = spellDelivery(delivery);
    starts.push(at);
    pieces.push(...(pieces.length === 0 ? [piece] : [comma, piece]));
    at += piece.length + 1;
  }
  starts.push(at);
  return { entries: Buffer.concat(pieces), starts, isSealed: shared.every((delivery) => !('bytes' in delivery)) };
}

/** The entries of a run with some of them replaced. */
export function entriesWith(
  { entries, starts }: Run,
  own: readonly { readonly place: number; readonly text: Buffer }[],
): readonly Buffer[] {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const { place, text } of own) {
    const [from = 0, next = 0] = [starts[place], starts[place + 1]];
    if (from > at) pieces.push(entries.subarray(at, from));
    pieces.push(text);
    // The comma after it, where it is not the last.
    at = Math.min(next - 1, entries.length);
  }
  if (at < entries.length) pieces.push(entries.subarray(at));
  return pieces;
}

/** Facts of several tellings as one packet. */
export function eventsPacket(tellings: readonly (readonly Buffer[])[]): Packet {
  const pieces: Buffer[] = [eventsHead];
  for (const entries of tellings) pieces.push(...(pieces.length === 1 ? entries : [comma, ...entries]));
  pieces.push(eventsTail);
  return packetOf(pieces);
}

export const textOf = ({ pieces }: Packet): string => Buffer.concat(pieces).toString();

/** The head of an unmasked text frame with the engine's mark of a message, which is part of its payload. */
export function frameHead({ bytes }: Packet): Buffer {
  const length = bytes + 1;
  if (length < 126) return Buffer.from([0x81, length, message]);
  if (length < 65_536) return Buffer.from([0x81, 126, length >> 8, length & 0xff, message]);
  const head = Buffer.alloc(11);
  head[0] = 0x81;
  head[1] = 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  head[10] = message;
  return head;
}

const message = 0x34;
