// Knows the insides of socket.io 4.8, engine.io 6.6 and ws 8 as far as a ready frame goes past them; not what is in it.
import type { Socket as TcpSocket } from 'node:net';
import type { Socket } from 'socket.io';
import { frameHead, textOf, type Packet } from './frames.ts';

interface Inside {
  readonly client: {
    readonly conn: {
      readonly readyState: string;
      readonly upgrading: boolean;
      readonly writeBuffer: readonly unknown[];
      readonly transport: { readonly writable: boolean; readonly socket?: BelowTransport };
      write(text: string): void;
    };
  };
  ack: (id: number) => (...args: readonly unknown[]) => void;
}

interface BelowTransport {
  readonly readyState: number;
  readonly _socket?: TcpSocket | null;
}

const inside = (socket: Socket): Inside => socket as unknown as Inside;
const wsOpen = 1;
/** Pieces smaller than that are put together rather than handed over one by one. */
const joinBelow = 16 * 1024;

/** The same bytes in as few pieces as are worth it. */
function joined(pieces: readonly Buffer[]): readonly Buffer[] {
  const few: Buffer[] = [];
  let small: Buffer[] = [];
  const join = (): void => {
    if (small.length > 0) few.push(small.length === 1 && small[0] ? small[0] : Buffer.concat(small));
    small = [];
  };
  for (const piece of pieces) {
    if (piece.length < joinBelow) small.push(piece);
    else {
      join();
      few.push(piece);
    }
  }
  join();
  return few;
}

/** The TCP socket when nothing waits before it in engine.io or in ws; otherwise order asks for the ordinary way. */
function idle(socket: Socket): TcpSocket | null {
  const { conn } = inside(socket).client;
  const { transport } = conn;
  if (!transport.writable || conn.writeBuffer.length > 0 || conn.readyState !== 'open' || conn.upgrading) return null;
  // A transport that polls has no socket of its own.
  const { socket: below } = transport;
  const tcp = below?.readyState === wsOpen ? below._socket : null;
  return tcp?.writable === true ? tcp : null;
}

/** A frame that many sockets get as it is. */
export const frameOf = (packet: Packet): Buffer => Buffer.concat([frameHead(packet), ...packet.pieces]);

/** One write for a frame made before; false when it has to go the ordinary way. */
export function writeFrame(socket: Socket, frame: Buffer): boolean {
  const tcp = idle(socket);
  tcp?.write(frame);
  return tcp !== null;
}

/** One write for all of them, in order; false when they have to go the ordinary way. */
export function writeStraight(socket: Socket, packets: readonly Packet[]): boolean {
  const tcp = idle(socket);
  if (tcp === null) return false;
  const pieces = joined(packets.flatMap((packet) => [frameHead(packet), ...packet.pieces]));
  tcp.cork();
  for (const piece of pieces) tcp.write(piece);
  tcp.uncork();
  return true;
}

/** As socket.io itself would send it: behind what waits, and by whatever transport there is. */
export function writeOrdinary(socket: Socket, packets: readonly Packet[]): void {
  const { conn } = inside(socket).client;
  for (const packet of packets) conn.write(textOf(packet));
}

/** Answers to this socket's events go to `answer`, with the number the client gave them. */
export function answerThrough(socket: Socket, answer: (id: number, given: unknown) => void): void {
  inside(socket).ack = (id) => {
    let isGiven = false;
    return (given) => {
      if (!isGiven) answer(id, given);
      isGiven = true;
    };
  };
}

/** What a handshake leaves behind is large and all but its cookie is not looked at again. */
export function forgetHandshake(socket: Socket): void {
  const { headers } = socket.handshake;
  const lean = { cookie: headers.cookie, origin: headers.origin };
  Object.assign(socket.handshake, { headers: lean, query: {}, url: '' });
  const { conn } = socket as unknown as { readonly conn: { request: unknown } };
  conn.request = { headers: lean, connection: {}, url: '', _query: {} };
}
