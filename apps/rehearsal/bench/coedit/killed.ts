// Counts what is lost when the server is killed under people who write; what was told to be on disk must be there.
import { createDecoder, readVarUint } from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { sleep } from './harness.ts';
import type { Field, Server } from './targets.ts';
import { editSomewhere, firstWriter, randomFrom, textsIn } from './text.ts';
import { stepOne, syncFrame } from './wire.ts';

export interface KillRow {
  readonly acknowledged: number;
  readonly lost: number;
}

const onDiskMessage = 100;

interface Writer {
  readonly doc: Y.Doc;
  /** Where the client's clock stood after each update that was sent. */
  readonly sent: number[];
  onDisk: number;
  readonly socket: WebSocket;
}

export async function killed(server: Server, writers: number, secs: number, base: Uint8Array, field: Field): Promise<KillRow> {
  const random = randomFrom(17);
  const all = await Promise.all(Array.from({ length: writers }, (_, number) => writer(server, number, base)));
  const end = performance.now() + secs * 1000;
  while (performance.now() < end) {
    for (const one of all) type(one, random);
    await sleep(10);
  }
  await server.restart('SIGKILL');
  const kept = await stateAfter(server, field);
  const acknowledged = all.reduce((sum, { onDisk }) => sum + onDisk, 0);
  const lost = all.reduce((sum, { doc, sent, onDisk }) => {
    const held = kept.get(doc.clientID) ?? 0;
    return sum + sent.slice(0, onDisk).filter((clock) => clock > held).length;
  }, 0);
  return { acknowledged, lost };
}

function writer(server: Server, number: number, base: Uint8Array): Promise<Writer> {
  const doc = new Y.Doc({ gc: false });
  Y.applyUpdate(doc, base);
  doc.clientID = firstWriter + number;
  const { url, headers } = server.options(number);
  const socket = new WebSocket(url, { headers });
  const one: Writer = { doc, sent: [], onDisk: 0, socket };
  socket.on('error', () => undefined);
  socket.on('message', (data: Buffer) => {
    const decoder = createDecoder(data);
    if (readVarUint(decoder) === onDiskMessage) one.onDisk = readVarUint(decoder);
  });
  return new Promise((resolve) =>
    socket.once('open', () => {
      socket.send(stepOne(Y.encodeStateVector(doc)));
      resolve(one);
    }),
  );
}

function type({ doc, sent, socket }: Writer, random: (below: number) => number): void {
  const grab = (update: Uint8Array): void => {
    sent.push(Y.getState(doc.store, doc.clientID));
    socket.send(syncFrame(2, update));
  };
  doc.on('update', grab);
  editSomewhere(doc, textsIn(doc), random);
  doc.off('update', grab);
}

/** What a newcomer is told: how far each client's writing goes. */
function stateAfter(server: Server, { harness }: Field): Promise<ReadonlyMap<number, number>> {
  return new Promise((resolve) => {
    const client = new harness.YClient({
      ...server.options(0),
      onUpdate: (body) => {
        client.close();
        resolve(new Map(harness.clocks(body)));
      },
    });
  });
}
