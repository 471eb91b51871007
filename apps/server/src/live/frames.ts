// Knows how what is said to browsers is spelled as bytes, once for all who hear it; not who hears it.
/** A socket.io packet in UTF-8, in pieces: the large ones are shared between many packets. */
export interface Packet {
  readonly pieces: readonly Buffer[];
  readonly bytes: number;
}

const namespace = '/meeting';
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

/** Facts as one packet; `entries` are pieces that end with a comma each. */
export function eventsPacket(entries: readonly Buffer[]): Packet {
  const last = entries.at(-1);
  const all = last ? [...entries.slice(0, -1), last.subarray(0, -1)] : [];
  return packetOf([eventsHead, ...all, eventsTail]);
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
