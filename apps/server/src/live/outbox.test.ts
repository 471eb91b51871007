import { createServer } from 'node:http';
import type { AddressInfo, Socket as TcpSocket } from 'node:net';
import type { Delivery } from '@xieshang/protocol';
import type { Channel, Told } from '@xieshang/room';
import { Server, type Socket } from 'socket.io';
import { io, Manager } from 'socket.io-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { PacedSocketServer } from '../doors/paced-socket.ts';
import { unreadBytes } from '../doors/below-socket-io.ts';
import { eventPacket } from './frames.ts';
import { openOutbox, type Line } from './outbox.ts';
import { forgetHandshake } from './straight.ts';

const fact = (seq: number): Delivery => ({ seq, bytes: `{"seq":${seq},"文":"话"}` });
const digest = (seq: number): Delivery => ({ seq, digest: `${seq}`.padStart(64, '0') });
const channel: Channel = { circle: 'members' };
const shared = (...list: Delivery[]): Told => ({ shared: list, own: [], channel });
const seqs = (list: readonly unknown[]): readonly unknown[] => list.map((one) => (one as Delivery).seq);

interface Ends {
  readonly line: Line;
  readonly socket: Socket;
  readonly tcp: () => TcpSocket;
  /** What the client has heard, in order: facts one by one, other events by name. */
  readonly heard: unknown[];
  /** Resolves when so many have been heard. */
  readonly hears: (count: number) => Promise<readonly unknown[]>;
  readonly ask: (question: unknown) => Promise<unknown>;
  readonly leave: () => void;
}

async function hall() {
  const server = createServer();
  const sockets = new Server(server, { wsEngine: PacedSocketServer, perMessageDeflate: false });
  const sent: number[] = [];
  const outbox = openOutbox((bytes) => void sent.push(bytes));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    outbox.close();
    await sockets.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/meeting`;

  const enter = async (transports: string[] = ['websocket']): Promise<Ends> => {
    const arrival = new Promise<Socket>((resolve) => sockets.of('/meeting').once('connection', resolve));
    const client = io(url, { transports, forceNew: true, reconnection: false });
    onTestFinished(() => void client.disconnect());
    const socket = await arrival;
    const line = outbox.line(socket);
    socket.on('ask', (question: unknown, answer: (given: unknown) => void) => answer({ answered: question }));
    const heard: unknown[] = [];
    let waiting: { readonly count: number; readonly done: (heard: readonly unknown[]) => void } | null = null;
    const note = (...what: unknown[]): void => {
      heard.push(...what);
      if (waiting && heard.length >= waiting.count) waiting.done(heard);
    };
    client.on('events', (list: Delivery[]) => note(...list));
    client.onAny((event: string, payload: unknown) => event !== 'events' && note([event, payload]));
    await new Promise<void>((resolve) => (client.connected ? resolve() : client.once('connect', resolve)));
    const { transport } = socket.conn as unknown as { readonly transport: { readonly socket: { readonly _socket: TcpSocket } } };
    return {
      ...{ line, socket, heard, tcp: () => transport.socket._socket },
      hears: (count) => new Promise((done) => (heard.length >= count ? done(heard) : (waiting = { count, done }))),
      ask: (question) => client.emitWithAck('ask', question),
      leave: () => void client.disconnect(),
    };
  };
  return { enter, sent };
}

test.each([['websocket'], ['polling']])('what is told, said and answered arrives by %s', async (transport) => {
  const { enter } = await hall();
  const { line, hears, ask } = await enter([transport]);
  line.tell(shared(fact(1), digest(2)));
  line.tell({ shared: [digest(3), digest(4)], own: [{ place: 1, delivery: fact(4) }], channel });
  line.say(eventPacket('now', { at: 5 }));
  expect(await hears(5)).toEqual([fact(1), digest(2), digest(3), fact(4), ['now', { at: 5 }]]);
  expect(await ask('谁')).toEqual({ answered: '谁' });
});

test('a turn is one write a connection, and what is alike for many is made once', async () => {
  const { enter } = await hall();
  const many = [await enter(), await enter()];
  const [one, other] = many.map(({ tcp }) => vi.spyOn(tcp(), 'write'));
  const [first, second] = [shared(fact(1)), shared(fact(2))];
  for (const told of [first, second]) for (const { line } of many) line.tell(told);
  for (const { hears } of many) await hears(2);
  expect([one?.mock.calls.length, other?.mock.calls.length]).toEqual([1, 1]);
  expect(one?.mock.calls[0]?.[0]).toBe(other?.mock.calls[0]?.[0]);
});

test('digests wait for company, and go with the first fact that can be seen', async () => {
  const { enter } = await hall();
  const { line, heard, hears, ask } = await enter();
  line.tell(shared(digest(1)));
  await ask('anything');
  expect(heard).toEqual([]);
  line.tell(shared(fact(2)));
  expect(seqs(await hears(2))).toEqual([1, 2]);
  line.tell(shared(digest(3)));
  expect(seqs(await hears(3))).toEqual([1, 2, 3]);
});

test('one’s own fact goes at once, but not with a storm of others before it', async () => {
  const { enter } = await hall();
  const { line, heard, hears, ask } = await enter();
  line.tell({ shared: [digest(1)], own: [{ place: 0, delivery: fact(1) }], channel });
  await hears(1);
  const storm = Array.from({ length: 1000 }, (_, place) => digest(2 + place));
  line.tell({ shared: storm, own: [{ place: 999, delivery: fact(1001) }], channel });
  await ask('anything');
  expect(heard).toHaveLength(1);
  expect((await hears(1001)).at(-1)).toEqual(fact(1001));
});

test('neighbours who heard other facts meanwhile never get each other’s frame', async () => {
  const { enter } = await hall();
  const many = [await enter(), await enter()];
  const [first, open, last] = [shared(fact(1)), shared(fact(2)), shared(fact(3))];
  const outside: Channel = { circle: 'public' };
  const sealed: Told = { ...shared(digest(2)), channel: outside };
  const [one, other] = many;
  // As many tellings as there are on the other tape: numbers alone would take one for the other.
  (await enter()).line.tell({ ...shared(digest(1)), channel: outside });
  for (const [mine, theirs] of [
    [first, first],
    [open, sealed],
    [last, last],
  ] as const) {
    one?.line.tell(mine);
    other?.line.tell(theirs);
  }
  expect(await many[0]?.hears(3)).toEqual([fact(1), fact(2), fact(3)]);
  expect(await many[1]?.hears(3)).toEqual([fact(1), digest(2), fact(3)]);
});

test('the order holds between frames that go straight and what socket.io sends itself', async () => {
  const { enter } = await hall();
  const { line, socket, hears } = await enter();
  for (let seq = 1; seq <= 20; seq += 2) {
    // socket.io's own packet is under way: the frame has to queue up behind it.
    socket.emit('other', { seq });
    line.tell(shared(fact(seq + 1)));
    line.flush();
  }
  line.tell(shared(fact(21)));
  line.flush();
  socket.emit('other', { seq: 22 });
  const order = (await hears(22)).map((one) => (Array.isArray(one) ? (one[1] as Delivery).seq : (one as Delivery).seq));
  expect(order).toEqual(Array.from({ length: 22 }, (_, place) => place + 1));
});

test('one who does not read has it queued, and a connection that is gone hurts nobody', async () => {
  const { enter } = await hall();
  const [gone, slow, well] = [await enter(), await enter(), await enter()];
  gone.tcp().destroy();
  slow.tcp().cork();
  const told = shared(fact(1));
  for (const { line } of [gone, slow, well]) line.tell(told);
  await well.hears(1);
  expect(unreadBytes(slow.socket)).toBeGreaterThan(0);
  slow.tcp().uncork();
  expect(await slow.hears(1)).toEqual([fact(1)]);
});

test('what went past socket.io is counted', async () => {
  const { enter, sent } = await hall();
  const { line, hears, ask } = await enter();
  line.tell(shared(fact(1)));
  await hears(1);
  await ask('anything');
  expect(sent.reduce((sum, bytes) => sum + bytes, 0)).toBeGreaterThan(JSON.stringify(fact(1)).length);
});

test('of a handshake the cookie is kept for what else comes over the connection, and nothing of its size', async () => {
  const server = createServer();
  const sockets = new Server(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => sockets.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const arrivals = ['/meeting', '/collab'].map((name) => new Promise<Socket>((resolve) => sockets.of(name).once('connection', resolve)));
  const manager = new Manager(url, { transports: ['websocket'], extraHeaders: { cookie: 'xieshang=1', 'x-long': 'x'.repeat(4000) } });
  onTestFinished(() => manager.socket('/meeting').disconnect() && undefined);
  manager.socket('/meeting');
  const first = await arrivals[0];
  if (!first) throw new Error('nobody came');
  forgetHandshake(first);
  manager.socket('/collab');
  const second = await arrivals[1];
  expect([first, second].map((one) => one?.handshake.headers)).toEqual([{ cookie: 'xieshang=1' }, { cookie: 'xieshang=1' }]);
});
