// Measures how long a bystander in another document waits while one client floods a text as fast as its socket takes it.
import * as Y from 'yjs';
import { sleep } from './harness.ts';
import type { Field, Server } from './targets.ts';
import { firstWriter, textsIn } from './text.ts';

export interface FloodRow {
  readonly worstMs: number;
  readonly p50Ms: number;
  /** Until all of it had come to a reader. */
  readonly drainedMs: number;
  readonly complete: boolean;
}

const patience = 90_000;

export async function flood(server: Server, base: Uint8Array, count: number, { harness }: Field): Promise<FloodRow> {
  const doc = new Y.Doc({ gc: false });
  Y.applyUpdate(doc, base);
  doc.clientID = firstWriter;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = textsIn(doc)[0];
  if (!text) throw new Error('no paragraph to write in');
  for (let one = 0; one < count; one += 1) text.insert(text.length, '议');
  const end = Y.getState(doc.store, firstWriter);

  let answered: ((at: number) => void) | null = null;
  const open = (client: number, which: 'text' | 'other', onUpdate?: (body: Uint8Array, at: number) => void) =>
    new Promise<InstanceType<typeof harness.YClient>>((resolve) => {
      const wire = new harness.YClient({
        ...server.options(client, which),
        onSynced: () => resolve(wire),
        ...(onUpdate ? { onUpdate } : {}),
      });
    });
  const bystander = await open(0, 'other', (_body, at) => answered?.(at));
  let seen = 0;
  const reader = await open(1, 'text', (body) => {
    for (const [client, clock] of harness.clocks(body)) if (client === firstWriter) seen = Math.max(seen, clock);
  });
  const flooder = await open(2, 'text');
  const ask = (): Promise<number> =>
    new Promise((resolve) => {
      const began = performance.now();
      const late = setTimeout(() => resolve(performance.now() - began), patience);
      answered = (at) => {
        clearTimeout(late);
        resolve(at - began);
      };
      bystander.step1();
    });
  for (let one = 0; one < 40; one += 1) {
    await ask();
    await sleep(5);
  }
  const began = performance.now();
  for (const update of updates) flooder.update(update);
  const waits: number[] = [];
  while (seen < end && performance.now() - began < patience) {
    waits.push(await ask());
    await sleep(5);
  }
  const drainedMs = performance.now() - began;
  for (const wire of [bystander, reader, flooder]) wire.close();
  return { worstMs: Math.max(...waits), p50Ms: harness.quantile(waits, 0.5), drainedMs, complete: seen >= end };
}
