import { schemaVersion } from '@xieshang/minutes';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openCompactor } from './compactor.ts';
import { limits } from './limits.ts';
import { load } from './loading.ts';
import { sectionsOf } from './sections.ts';
import { openSharedState } from './shared-state.ts';
import { openSnapshots } from './snapshots.ts';
import { paragraph, minutesIn, textIn } from './testing/pen.ts';
import { meeting, minutes, stage } from './testing/stage.ts';

test('a state is made as small as Yjs makes it, in a thread of its own, also several at once; what is none is told so', async () => {
  const compactor = openCompactor();
  const doc = new Y.Doc({ gc: false });
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  minutesIn(doc).insert(0, [paragraph('一')]);
  const text = (minutesIn(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  for (let letter = 0; letter < 200; letter += 1) text.insert(text.length, '字');
  const shared = openSharedState({ bytes: Uint8Array.of(0, 0), sections: { added: [], deleted: Uint8Array.of(0) } });
  for (const [seq, update] of updates.entries()) shared.extend(seq + 1, update);
  const long = shared.whole().bytes;
  const asked = [compactor.compact(long), compactor.compact(Uint8Array.of(9, 9, 9)), compactor.compact(long)];
  const [one, broken, other] = await Promise.allSettled(asked);
  expect(broken?.status).toBe('rejected');
  for (const small of [one, other]) {
    if (small?.status !== 'fulfilled') throw new Error('not made small');
    expect(small.value.bytes.length).toBeLessThan(long.length / 3);
    expect(Uint8Array.from(small.value.bytes)).toEqual(Y.encodeStateAsUpdate(doc));
    expect(small.value.sections).toEqual(sectionsOf(small.value.bytes));
  }
  await compactor.close();
});

test('a long log is loaded once, and from then on what was made of it, without being decoded', async () => {
  const at = await stage();
  await at.collab().read(meeting);
  await at.restart();
  const written = await at.logged();
  const updates: Uint8Array[] = [];
  written.on('update', (update: Uint8Array) => updates.push(update));
  minutesIn(written).insert(1, [paragraph('一')]);
  const text = (minutesIn(written).get(1) as Y.XmlElement).get(0) as Y.XmlText;
  for (let letter = 1; letter < 2 * limits.snapshotEvery.least; letter += 1) text.insert(0, '字');
  const before = await at.count();
  const rows = updates.map((bytes) => ({ bytes, author: 'mishu1', connection: null, at: 0, facts: [], clients: [] }));
  await at.store.minutes.append(minutes, before, rows);
  expect((await at.store.minutes.load(minutes)).snapshot).toBeNull();
  await at.collab().read(meeting);
  await at.restart();
  const { snapshot } = await at.store.minutes.load(minutes);
  expect(snapshot?.seq).toBe(before + updates.length);
  expect(snapshot?.outline).not.toBeNull();
  const row = await at.store.minutes.find(meeting, schemaVersion);
  if (!row) throw new Error('no minutes');
  const { shared, head } = await load(row, { store: at.store.minutes, report: (error) => at.troubles.push(error) });
  expect(head).toBe(await at.count());
  const doc = new Y.Doc({ gc: false });
  Y.applyUpdate(doc, shared.whole().bytes);
  expect(textIn(doc)).toBe(textIn(await at.logged()));
  expect(Buffer.compare(Buffer.from(shared.vector()), Buffer.from(Y.encodeStateVector(doc)))).toBe(0);
  expect(at.troubles).toEqual([]);
});

test('a snapshot is due when much was written since the last: later in a long document, and one at a time', async () => {
  const saved: number[] = [];
  const open = (bytes: number) => {
    saved.length = 0;
    const small = { bytes: new Uint8Array(bytes), sections: null };
    return openSnapshots({
      ...{ document: 'd', since: { seq: 0, bytes }, report: (error) => expect(error).toBeUndefined() },
      shared: { whole: () => small, compacting: () => () => undefined },
      store: { saveSnapshot: async (_document, { seq }) => void saved.push(seq) },
      compactor: openCompactor(),
    });
  };
  const { least, most } = limits.snapshotEvery;
  const short = open(1000);
  short.passed(least - 1);
  short.passed(least);
  short.passed(2 * least);
  await short.settled(2 * least);
  expect(saved).toEqual([least, 2 * least]);
  const long = open(100 * limits.snapshotBytesOfUpdate * most);
  for (const seq of [least, most - 1, most]) long.passed(seq);
  await long.settled(most);
  expect(saved).toEqual([most]);
  long.passed(most + least);
  await long.settled(most + least - 1);
  expect(saved).toEqual([most]);
  await long.settled(most + least);
  expect(saved).toEqual([most, most + least]);
});
