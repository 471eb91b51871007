import fc from 'fast-check';
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { limits } from './limits.ts';
import { sectionsOf } from './sections.ts';
import { openSharedState, type SharedState } from './shared-state.ts';
import { moodyDisk } from './testing/moody-disk.ts';
import { minutesIn, paragraph, textIn } from './testing/pen.ts';
import { meeting, stage, times } from './testing/stage.ts';

const nothing = Uint8Array.of(0);
const nothingYet = Uint8Array.of(0, 0);

const encoded = (bytes: Uint8Array) => ({ bytes, sections: sectionsOf(bytes) });

/** The shared state of a document that is made from a snapshot and goes on from there. */
function following(live: Y.Doc, stored: Uint8Array): SharedState {
  const shared = openSharedState(encoded(stored));
  let seq = 0;
  live.on('update', (update: Uint8Array) => shared.extend((seq += 1), update));
  return shared;
}

/** As the thread does that makes states small. */
const compact = (shared: SharedState): void => shared.compacting(Infinity)(encoded(Y.encodeStateAsUpdate(replica(shared.whole().bytes))));

function stateOf(frame: Uint8Array | 'ask'): Uint8Array {
  if (frame === 'ask') throw new Error('no answer');
  const decoder = createDecoder(frame);
  expect([readVarUint(decoder), readVarUint(decoder)]).toEqual([0, 1]);
  return readVarUint8Array(decoder);
}

const replica = (state?: Uint8Array): Y.Doc => {
  const doc = new Y.Doc({ gc: false });
  if (state) Y.applyUpdate(doc, state);
  return doc;
};

/** What a frame must bring somebody, and what it brings. */
function expectUpToDate(live: Y.Doc, shared: SharedState, somebody: Y.Doc): void {
  const vector = Y.encodeStateVector(somebody);
  const byYjs = replica(Y.encodeStateAsUpdate(somebody));
  Y.applyUpdate(byYjs, Y.encodeStateAsUpdate(live, vector));
  // As y-protocols answers a step 1.
  const answer = Y.encodeStateAsUpdate(somebody, shared.vector());
  for (const frame of [shared.stepTwo(vector), shared.stepTwo(vector, answer)]) {
    if (frame !== 'ask') expectThe(frame, somebody, byYjs);
  }
}

function expectThe(frame: Uint8Array, somebody: Y.Doc, byYjs: Y.Doc): void {
  const byUs = replica(Y.encodeStateAsUpdate(somebody));
  Y.applyUpdate(byUs, stateOf(frame));
  expect([byUs.store.pendingStructs, byUs.store.pendingDs]).toEqual([null, null]);
  expect(textIn(byUs)).toBe(textIn(byYjs));
  expect(Y.equalSnapshots(Y.snapshot(byUs), Y.snapshot(byYjs))).toBe(true);
}

/** A document on disk, its shared state, and somebody who writes to it. */
function opened(stored: Uint8Array | null = null) {
  const live = replica(stored ?? undefined);
  const shared = following(live, stored ?? nothingYet);
  const write = (change: (fragment: Y.XmlFragment) => void): void => live.transact(() => change(minutesIn(live)));
  return { live, shared, write };
}

const acts = [
  'type',
  'type',
  'type',
  'erase',
  'bold',
  'block',
  'heading',
  'drop',
  'hear',
  'return',
  'join',
  'renew',
  'reload',
  'strange',
] as const;

interface Step {
  readonly act: (typeof acts)[number];
  readonly who: number;
  readonly at: number;
  readonly size: number;
}

const steps = fc.array(
  fc.record({ act: fc.constantFrom(...acts), who: fc.nat(3), at: fc.nat(999), size: fc.integer({ min: 1, max: 5 }) }),
  { minLength: 20, maxLength: 120 },
);

function edit(doc: Y.Doc, { act, at, size }: Step): void {
  const body = minutesIn(doc);
  const block = body.length > 0 ? body.get(at % body.length) : null;
  const text = block instanceof Y.XmlElement ? block.get(0) : null;
  if (act === 'block') body.insert(at % (body.length + 1), [paragraph('协商'.slice(0, size))]);
  if (act === 'heading' && block instanceof Y.XmlElement) block.setAttribute('level', size as unknown as string);
  if (act === 'drop' && body.length > 1) body.delete(at % body.length, 1);
  if (!(text instanceof Y.XmlText)) return;
  if (act === 'type') text.insert(at % (text.length + 1), '议a𠮷é。'.slice(0, size));
  if (act === 'erase' && text.length > 0) text.delete(at % text.length, Math.min(size, text.length - (at % text.length)));
  if (act === 'bold' && text.length > 0) text.format(at % text.length, 1, { bold: at % 2 === 0 ? {} : null });
}

test('whoever comes, with whatever they hold, ends with the same text and the same deletions as Yjs itself would give', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const first = opened();
      first.write((fragment) => fragment.insert(0, [paragraph('会议纪要')]));
      let { live, shared } = first;
      const log = [Y.encodeStateAsUpdate(live)];
      /** Each holds some of the log from its beginning, and what it wrote itself. */
      const writers = [0, 1, 2, 3].map((place) => {
        const doc = replica(log[0]);
        doc.clientID = 10 + place;
        return { doc, heard: 1 };
      });
      const note = (update: Uint8Array): void => void log.push(update);
      live.on('update', note);
      for (const step of list) {
        const writer = writers[step.who];
        if (!writer) continue;
        const { doc } = writer;
        switch (step.act) {
          case 'hear':
            for (const update of log.slice(writer.heard, writer.heard + step.size)) Y.applyUpdate(doc, update);
            writer.heard = Math.min(log.length, writer.heard + step.size);
            break;
          case 'return':
            expectUpToDate(live, shared, doc);
            break;
          case 'join':
            expectUpToDate(live, shared, replica());
            break;
          case 'renew':
            compact(shared);
            break;
          case 'reload': {
            const upTo = step.at % (log.length + 1);
            const snapshot = upTo > 0 ? Y.mergeUpdates(log.slice(0, upTo)) : nothingYet;
            live = replica(snapshot);
            shared = following(live, snapshot);
            for (const update of log.slice(upTo)) Y.applyUpdate(live, update);
            live.on('update', note);
            break;
          }
          case 'strange':
            expectUpToDate(live, shared, strangeReplica(log, step));
            break;
          default: {
            const before = Y.encodeStateVector(live);
            edit(doc, step);
            Y.applyUpdate(live, Y.encodeStateAsUpdate(doc, before));
          }
        }
      }
      for (const { doc } of writers) expectUpToDate(live, shared, doc);
      expectUpToDate(live, shared, replica());
    }),
    { numRuns: Number(process.env['RUNS'] ?? 40) },
  );
}, 600_000);

/** Holds the letters of the log up to somewhere and none of its later deletions, and something nobody else has. */
function strangeReplica(log: readonly Uint8Array[], { at, size }: Step): Y.Doc {
  const doc = replica();
  for (const update of log.slice(0, at % (log.length + 1))) Y.applyUpdate(doc, update);
  doc.clientID = 7_000_000 + size;
  minutesIn(doc).insert(0, [paragraph('没送到的')]);
  return doc;
}

describe('encoded once', () => {
  test('for all who come with nothing', () => {
    const { live, shared, write } = opened();
    write((fragment) => fragment.insert(0, [paragraph('一')]));
    expect(shared.stepTwo(nothing)).toBe(shared.stepTwo(nothing));
    expect(shared.stepTwo(Y.encodeStateVector(replica()))).toBe(shared.stepTwo(nothing));
    write((fragment) => fragment.insert(1, [paragraph('二')]));
    expect(shared.stepTwo(nothing)).toBe(shared.stepTwo(nothing));
    expectUpToDate(live, shared, replica());
  });

  test('and put together with what was written since: one frame, as long as what Yjs itself would say', () => {
    const { live, shared, write } = opened();
    write((fragment) => fragment.insert(0, [paragraph('一'), paragraph('二')]));
    compact(shared);
    write((fragment) => fragment.delete(0, 1));
    write((fragment) => fragment.insert(0, [paragraph('三')]));
    expect(stateOf(shared.stepTwo(nothing)).length).toBe(Y.encodeStateAsUpdate(live).length);
    write((fragment) => fragment.insert(0, [paragraph('四')]));
    compact(shared);
    expect(shared.stepTwo(nothing)).toBe(shared.stepTwo(nothing));
  });

  test('for all who lack the same, though it is long ago', () => {
    const { live, write } = opened();
    write((fragment) => fragment.insert(0, [paragraph('一')]));
    const early = replica(Y.encodeStateAsUpdate(live));
    write((fragment) => fragment.insert(1, [paragraph('二')]));
    const shared = following(live, Y.encodeStateAsUpdate(live));
    const vector = Y.encodeStateVector(early);
    expect(shared.stepTwo(vector)).toBe(shared.stepTwo(Uint8Array.from(vector)));
    expectUpToDate(live, shared, early);
    write((fragment) => fragment.insert(2, [paragraph('三')]));
    expectUpToDate(live, shared, early);
  });

  test('from the snapshot as it was stored', () => {
    const { live, write } = opened();
    write((fragment) => fragment.insert(0, [paragraph('一')]));
    const stored = Y.encodeStateAsUpdate(live);
    const again = opened(stored);
    expect(stateOf(again.shared.stepTwo(nothing))).toEqual(stored);
    again.write((fragment) => fragment.insert(0, [paragraph('二')]));
    expectUpToDate(again.live, again.shared, replica());
  });
});

test('two who come with different state vectors each get what they lack', () => {
  const { live, shared, write } = opened();
  write((fragment) => fragment.insert(0, [paragraph('一')]));
  const [one, other] = [replica(Y.encodeStateAsUpdate(live)), replica()];
  write((fragment) => fragment.insert(1, [paragraph('二')]));
  for (const somebody of [one, other, one]) expectUpToDate(live, shared, somebody);
});

test('who holds all letters but has not heard of a deletion hears of it', () => {
  const { live, shared, write } = opened();
  write((fragment) => fragment.insert(0, [paragraph('留'), paragraph('删')]));
  const away = replica(Y.encodeStateAsUpdate(live));
  away.clientID = 5;
  write((fragment) => fragment.delete(1, 1));
  // Their own letters come to the server after the deletion, as in an offline hour.
  const mine = Y.encodeStateVector(live);
  minutesIn(away).insert(0, [paragraph('离线写的')]);
  Y.applyUpdate(live, Y.encodeStateAsUpdate(away, mine));
  expect(Y.encodeStateVector(away)).toEqual(Y.encodeStateVector(live));
  expectUpToDate(live, shared, away);
});

test('a state vector that is none is told so', () => {
  const { shared } = opened();
  expect(() => shared.stepTwo(Uint8Array.of(200))).toThrow();
});

test.each([
  [
    'an update that says again what is there',
    (live: Y.Doc) => live.transact((now) => live.emit('update', [Y.encodeStateAsUpdate(live), null, live, now])),
  ],
  ['what no minutes hold', (live: Y.Doc) => live.getMap('elsewhere').set('key', new Uint8Array([1]))],
])('%s is left to Yjs, and what follows is right again', (_what, strange) => {
  const { live, shared, write } = opened();
  write((fragment) => fragment.insert(0, [paragraph('一')]));
  const early = replica(Y.encodeStateAsUpdate(live));
  compact(shared);
  write((fragment) => fragment.insert(1, [paragraph('二')]));
  strange(live);
  for (const text of ['三', '四']) {
    write((fragment) => fragment.insert(0, [paragraph(text)]));
    for (const somebody of [replica(), early, replica(Y.encodeStateAsUpdate(live))]) expectUpToDate(live, shared, somebody);
  }
});

test('what was typed letter by letter is made small, and what comes meanwhile stays', () => {
  const { live, shared, write } = opened();
  write((fragment) => fragment.insert(0, [paragraph('一')]));
  const [always, text] = [replica(Y.encodeStateAsUpdate(live)), (minutesIn(live).get(0) as Y.XmlElement).get(0) as Y.XmlText];
  for (let round = 1; round <= 3 * limits.recentUpdates; round += 1) {
    text.insert(text.length, '字');
    if (round === limits.recentUpdates) {
      // The first update is the paragraph.
      const take = shared.compacting(round + 1);
      const small = encoded(Y.encodeStateAsUpdate(replica(shared.whole().bytes)));
      write((fragment) => fragment.insert(1, [paragraph('二')]));
      for (const somebody of [always, replica()]) expectUpToDate(live, shared, somebody);
      take(small);
      expect(shared.whole().bytes.length - Y.encodeStateAsUpdate(live).length).toBeLessThan(20);
    }
    if (round % 97 > 0) continue;
    for (const somebody of [always, replica()]) expectUpToDate(live, shared, somebody);
  }
});

test('a state that could not be made smaller stays as it is, and so does one that was begun anew meanwhile', () => {
  const { live, shared, write } = opened();
  write((fragment) => fragment.insert(0, [paragraph('一')]));
  shared.compacting(1)(null);
  write((fragment) => fragment.insert(1, [paragraph('二')]));
  expectUpToDate(live, shared, replica());
  const take = shared.compacting(2);
  const small = encoded(Y.encodeStateAsUpdate(replica(shared.whole().bytes)));
  // Not put together but begun anew by Yjs.
  live.getMap('elsewhere').set('key', new Uint8Array([1]));
  take(small);
  expectUpToDate(live, shared, replica());
});

test('long updates are not kept for ever, and nobody lacks anything for that', () => {
  const { live, shared, write } = opened();
  write((fragment) => fragment.insert(0, [paragraph('一')]));
  const always = replica(Y.encodeStateAsUpdate(live));
  for (let round = 0; round < 20; round += 1) {
    write((fragment) => fragment.insert(0, [paragraph('字'.repeat(20_000))]));
    for (const somebody of [always, replica()]) expectUpToDate(live, shared, somebody);
  }
});

describe('law 10', () => {
  test('who comes while the disk fails sees what is on disk and nothing else, and the rest as soon as it is', async () => {
    const { mood, disk } = moodyDisk();
    const at = await stage({ disk });
    const pen = await at.reader('mishu1', { query: '?receipts=1&schema=2' });
    pen.write((fragment) => fragment.insert(1, [paragraph('在盘上')]));
    await pen.until(() => pen.heard.onDisk === 1);
    mood.full = 1_000_000;
    pen.write((fragment) => fragment.insert(2, [paragraph('不在盘上')]));
    await pen.until(() => pen.heard.storage.at(-1) === 0);
    const late = await at.reader('mishu2');
    expect([times(late.doc, '在盘上'), times(late.doc, '不在盘上')]).toEqual([1, 0]);
    mood.full = 0;
    await late.until(() => times(late.doc, '不在盘上') === 1);
    const last = await at.reader('zhuchi');
    expect(times(last.doc, '不在盘上')).toBe(1);
  });

  test('who comes right after a write is on disk has it at once, and also after a restart', async () => {
    const at = await stage();
    const pen = await at.reader('mishu1');
    for (let count = 1; count <= 5; count += 1) {
      pen.write((fragment) => fragment.insert(count, [paragraph(`第${count}句。`)]));
      await pen.until(() => pen.heard.onDisk === count);
      const next = await at.reader('mishu2');
      expect(times(next.doc, `第${count}句。`)).toBe(1);
      await next.leave();
    }
    await at.restart();
    const next = await at.reader('mishu2');
    expect([1, 2, 3, 4, 5].map((count) => times(next.doc, `第${count}句。`))).toEqual([1, 1, 1, 1, 1]);
  });
});

test('law 13: who comes while the text is sealed sees all that was admitted before', async () => {
  const { mood, disk } = moodyDisk();
  const at = await stage({ disk });
  const pen = await at.reader('mishu1', { query: '?receipts=1&schema=2' });
  mood.slowMs = 50;
  pen.write((fragment) => fragment.insert(1, [paragraph('封存前')]));
  await pen.until(() => pen.heard.received === 1);
  const sealed = await at.collab().seal(meeting);
  const reader = await at.reader('zhuchi');
  expect(times(reader.doc, '封存前')).toBe(1);
  sealed.release();
});
