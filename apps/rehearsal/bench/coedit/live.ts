// Measures people writing together: how long an edit takes to all others, and what it costs the server.
import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { sleep, type YClient } from './harness.ts';
import type { Field, Server } from './targets.ts';
import { editSomewhere, firstWriter, randomFrom, textsIn } from './text.ts';

export interface LiveSize {
  readonly clients: number;
  readonly typists: number;
  /** Edits a second of each typist. */
  readonly rate: number;
  readonly secs: number;
  readonly cursors: boolean;
}

export interface LiveRow {
  readonly p50: number;
  readonly p99: number;
  readonly cpuUsPerDelivery: number;
  readonly deliveriesPerCpuSecond: number;
  readonly complete: boolean;
  readonly converged: boolean;
  readonly rss: number;
}

interface Edit {
  readonly end: number;
  readonly at: number;
  left: number;
  readonly measured: boolean;
}

interface Client {
  readonly number: number;
  readonly wire: YClient;
  /** Of a typist. */
  readonly doc: Y.Doc | null;
  pending: Uint8Array[];
  readonly heard: Uint8Array[];
}

export async function live(
  server: Server,
  { clients: count, typists, rate, secs, cursors }: LiveSize,
  { harness }: Field,
): Promise<LiveRow> {
  const random = randomFrom(7);
  const edits: Edit[][] = Array.from({ length: typists }, () => []);
  const latencies: number[] = [];
  let delivered = 0;
  let counting = false;

  /** An edit has arrived when a frame has come whose clocks cover it, so that merged frames count rightly. */
  const note = (seen: Int32Array, number: number, body: Uint8Array, at: number): void => {
    for (const [client, clock] of harness.clocks(body)) {
      const typist = client - firstWriter;
      const list = edits[typist];
      if (!list || typist === number) continue;
      let place = seen[typist] ?? 0;
      for (let edit = list[place]; edit && edit.end <= clock; edit = list[place]) {
        place += 1;
        if (counting) delivered += 1;
        edit.left -= 1;
        if (edit.left === 0 && edit.measured) latencies.push(at - edit.at);
      }
      seen[typist] = place;
    }
  };

  const connect = async (number: number): Promise<Client> => {
    const seen = new Int32Array(typists);
    const doc = number < typists ? new Y.Doc({ gc: false }) : null;
    if (doc) doc.clientID = firstWriter + number;
    const { promise, resolve } = Promise.withResolvers<void>();
    const onUpdate = (body: Uint8Array, at: number): void => {
      const copy = new Uint8Array(body);
      (doc ? client.pending : client.heard).push(copy);
      note(seen, number, body, at);
    };
    const wire = new harness.YClient({ ...server.options(number), onUpdate, onSynced: resolve });
    const client: Client = { number, wire, doc, pending: [], heard: [] };
    await promise;
    return client;
  };
  const clients: Client[] = [];
  for (let number = 0; number < count; number += 1) clients.push(await connect(number));
  await sleep(300);

  const hear = ({ doc, pending }: Client): void => {
    if (doc) for (const update of pending.splice(0)) Y.applyUpdate(doc, update);
  };
  let cursorClock = 0;
  const edit = (client: Client, measured: boolean): void => {
    const { doc, wire, number } = client;
    if (!doc) return;
    hear(client);
    const updates: Uint8Array[] = [];
    const grab = (update: Uint8Array): void => void updates.push(update);
    doc.on('update', grab);
    editSomewhere(doc, textsIn(doc), random);
    doc.off('update', grab);
    edits[number]?.push({ end: Y.getState(doc.store, doc.clientID), at: performance.now(), left: count - 1, measured });
    for (const update of updates) wire.update(update);
    cursorClock += 1;
    const anchor = { type: null, tname: 'minutes', item: { client: firstWriter, clock: cursorClock }, assoc: 0 };
    if (cursors) wire.awareness(doc.clientID, cursorClock, { user: { name: `委员${number}`, color: '#3388ff' }, cursor: { anchor } });
  };
  const phase = async (duration: number, measured: boolean): Promise<void> => {
    const [began, step] = [performance.now(), 1000 / rate];
    const due = Array.from({ length: typists }, (_, typist) => (typist * step) / typists);
    for (let at = 0; at < duration * 1000; at = performance.now() - began) {
      for (const [typist, client] of clients.slice(0, typists).entries()) {
        if ((due[typist] ?? 0) > at) continue;
        edit(client, measured);
        due[typist] = (due[typist] ?? 0) + step;
      }
      await sleep(1);
    }
  };
  const made = (): number => edits.reduce((sum, list) => sum + list.length, 0);

  await phase(Math.max(1.5, secs / 6), false);
  await sleep(400);
  counting = true;
  const [cpuBefore, madeBefore] = [harness.cpuSeconds(server.pid()), made()];
  await phase(secs, true);
  const end = performance.now() + 30_000;
  while (edits.some((list) => list.some(({ left }) => left > 0)) && performance.now() < end) await sleep(20);
  const cpu = harness.cpuSeconds(server.pid()) - cpuBefore;
  const measured = made() - madeBefore;
  await sleep(200);

  // Observers who got the very same bytes in the same order share one replay.
  const groups = new Map<string, Client>();
  for (const client of clients) if (!client.doc) groups.set(digest(client.heard), client);
  const states = new Set<string>();
  for (const { heard } of groups.values()) {
    const doc = new Y.Doc({ gc: false });
    doc.transact(() => heard.forEach((update) => Y.applyUpdate(doc, update)));
    states.add(contentOf(doc));
  }
  for (const client of clients) {
    hear(client);
    if (client.doc) states.add(contentOf(client.doc));
  }
  const rss = harness.rssMB(server.pid());
  for (const { wire } of clients) wire.close();
  return {
    p50: harness.quantile(latencies, 0.5),
    p99: harness.quantile(latencies, 0.99),
    cpuUsPerDelivery: (cpu * 1e6) / delivered,
    deliveriesPerCpuSecond: delivered / cpu,
    complete: latencies.length === measured && delivered === measured * (count - 1),
    converged: states.size === 1,
    rss,
  };
}

function digest(updates: readonly Uint8Array[]): string {
  const hash = createHash('sha1');
  for (const update of updates) hash.update(update);
  return hash.digest('hex');
}

const contentOf = (doc: Y.Doc): string =>
  JSON.stringify([
    doc.getXmlFragment('minutes').toJSON(),
    [...Y.decodeStateVector(Y.encodeStateVector(doc))].toSorted(([one], [other]) => one - other),
  ]);
