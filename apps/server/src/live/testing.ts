// A real server with a live door on a free port, and clients for it; for tests only.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { meetingId, type MeetingId, type Plan } from '@xieshang/meeting';
import { plan } from '@xieshang/meeting/testing';
import type { Answer, Delivery, Welcome } from '@xieshang/protocol';
import { memoryLog } from '@xieshang/room/testing';
import { io, type Socket } from 'socket.io-client';
import type { Authenticated, SessionEndedListener } from '../desk.ts';
import { attachLive, openRooms, type LiveDeps } from './index.ts';

export const meeting = meetingId('demo');

export interface Client {
  readonly socket: Socket;
  readonly heard: Delivery[];
  hello(lastSeq?: number): Promise<Welcome>;
  command(frame: unknown): Promise<Answer>;
  /** Resolves with the reason when the server says goodbye. */
  readonly bye: Promise<string>;
  /** Resolves when the connection is closed. */
  readonly closed: Promise<void>;
}

export interface Stage {
  readonly url: string;
  readonly port: number;
  client(
    account: string,
    options?: { readonly transports?: string[]; readonly scope?: MeetingId; readonly origin?: string },
  ): Promise<Client>;
  /** Ends the sessions of an account, as signing out does. */
  signOut(account: string): void;
  sockets(): number;
  /** Says something of so many bytes to everybody, however slowly they read. */
  shout(bytes: number): void;
  close(): Promise<void>;
}

/** The session is the account itself, said in the Cookie header: signing in has tests of its own. */
export async function stage(more: Pick<LiveDeps, 'overload' | 'rates'> = {}, convened: Plan = plan()): Promise<Stage> {
  const clock = Date.now;
  const rooms = openRooms({
    log: memoryLog(),
    clock,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    committed: () => Promise.resolve(),
    seal: () => Promise.reject(new Error('no minutes at this stage')),
    report: () => undefined,
  });
  const listeners: SessionEndedListener[] = [];
  const authenticate = (header: string | undefined | null): Promise<Authenticated | null> => {
    const [account, scope] = header?.split(' ') ?? [];
    if (!account) return Promise.resolve(null);
    const reach = scope ? meetingId(scope) : null;
    const person = { account, name: account, role: 'member', admin: false, scope: reach } as const;
    return Promise.resolve({ person, sessionId: account, scope: reach });
  };
  const server = createServer((_request, response) => response.writeHead(404).end());
  const live = attachLive(server, {
    rooms,
    signIn: { authenticate, onSessionsEnded: (listener) => void listeners.push(listener) },
    allowedOrigin: (origin) => origin === 'http://hall.test',
    clock,
    report: () => undefined,
    ...more,
  });
  await rooms.submit(meeting, { type: 'ConveneMeeting', plan: convened }, { by: 'mishu1', command: 'convene' });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const open: Socket[] = [];

  return {
    url,
    port,
    client: async (account, { transports = ['websocket'], scope, origin } = {}) => {
      const extraHeaders = { cookie: scope ? `${account} ${scope}` : account, ...(origin === undefined ? {} : { origin }) };
      const socket = io(`${url}/meeting`, { transports, extraHeaders, forceNew: true, reconnection: false });
      open.push(socket);
      const heard: Delivery[] = [];
      socket.on('events', (deliveries: Delivery[]) => heard.push(...deliveries));
      const bye = new Promise<string>((resolve) => socket.once('bye', ({ reason }: { reason: string }) => resolve(reason)));
      const closed = new Promise<void>((resolve) => socket.once('disconnect', () => resolve()));
      await new Promise<void>((resolve, reject) => {
        socket.once('connect', resolve);
        socket.once('connect_error', reject);
      });
      return {
        socket,
        heard,
        bye,
        closed,
        hello: (lastSeq = 0) => socket.emitWithAck('hello', { protocol: 1, meetingId: meeting, lastSeq }),
        command: (frame) => socket.emitWithAck('command', frame),
      };
    },
    signOut: (account) => {
      for (const listener of listeners) listener([account], account);
    },
    sockets: () => live.sockets(),
    shout: (bytes) => void live.io.of('/meeting').emit('shout', 'x'.repeat(bytes)),
    close: async () => {
      for (const socket of open) socket.disconnect();
      await live.close();
      await rooms.close();
    },
  };
}

let made = 0;
/** A command frame with a fresh id. */
export const frame = (type: string, body: Record<string, unknown> = {}) => ({ id: `t-${(made += 1)}`, meetingId: meeting, type, ...body });
