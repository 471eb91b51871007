// Knows the connection below a socket of socket.io: what it leaves unread, how it is read, how it is cut off; not what is said.
import type { Server, Socket } from 'socket.io';
import { PacedSocket } from './paced-socket.ts';

/** What engine.io does not tell in its types. */
interface Raw {
  readonly transport: { readonly name: string; readonly socket?: unknown; onData(data: string): void };
  readonly writeBuffer: readonly { readonly data?: unknown }[];
  on(event: 'close', call: () => void): void;
  close(discard: boolean): void;
}

const rawOf = (socket: Socket): Raw => socket.conn as unknown as Raw;
const webSocketOf = ({ transport: { socket } }: Raw): PacedSocket | null => (socket instanceof PacedSocket ? socket : null);

const sizeOf = (data: unknown): number => (typeof data === 'string' ? data.length : data instanceof Uint8Array ? data.byteLength : 0);

/** Bytes that are sent and not yet taken: in socket.io, in the WebSocket and in the TCP socket below it. */
export function unreadBytes(socket: Socket): number {
  const raw = rawOf(socket);
  const queued = raw.writeBuffer.reduce((sum, { data }) => sum + sizeOf(data), 0);
  return queued + (webSocketOf(raw)?.bufferedAmount ?? 0);
}

/** Does not read it for a while. Somebody who polls is held by their own round trips. */
export function hold(socket: Socket, ms: number): void {
  webSocketOf(rawOf(socket))?.hold(ms);
}

/** Without a goodbye: it would only wait behind all that was not read. */
export function cutOff(socket: Socket): void {
  const raw = rawOf(socket);
  const webSocket = webSocketOf(raw);
  if (webSocket) webSocket.terminate();
  else raw.close(true);
}

/** Ends whoever packs too much into one request: it would all be handled in one turn. */
export function limitRequests(io: Server, most: number): void {
  io.engine.on('connection', (raw: Raw) => {
    const { transport } = raw;
    if (transport.name !== 'polling') return;
    const read = transport.onData.bind(transport);
    transport.onData = (data) => {
      if (packetsIn(data, most) > most) raw.close(true);
      else read(data);
    };
  });
}

function packetsIn(payload: string, most: number): number {
  let packets = 1;
  for (let at = payload.indexOf('\u001e'); at >= 0 && packets <= most; at = payload.indexOf('\u001e', at + 1)) packets += 1;
  return packets;
}

/** Of those who have not yet said who they are the oldest makes room: whoever means to says it at once. */
export function limitStrangers(io: Server, most: number): void {
  const strangers = new Set<Raw>();
  io.engine.on('connection', (raw: Raw) => {
    strangers.add(raw);
    raw.on('close', () => void strangers.delete(raw));
    const [oldest] = strangers;
    if (strangers.size > most) oldest?.close(true);
  });
  io.on('new_namespace', (namespace) => {
    namespace.on('connection', (socket: Socket) => void strangers.delete(rawOf(socket)));
  });
}
