import { describe, expect, test } from 'vitest';
import type { MinutesStore } from '../ports.ts';
import { outlined } from './outline.ts';
import { moodyDisk } from './testing/moody-disk.ts';
import { paragraph, textIn } from './testing/pen.ts';
import { meeting, stage, times } from './testing/stage.ts';

describe('E2: a write fails', () => {
  test('once, nobody types more, the last one leaves: the next visitor has the text', async () => {
    const { mood, disk } = moodyDisk();
    const at = await stage({ disk, idleMs: 0 });
    const pen = await at.reader('mishu1', { query: '?receipts=1&schema=2' });
    mood.full = 1;
    pen.write((fragment) => fragment.insert(1, [paragraph('写到一半')]));
    await pen.until(() => pen.heard.storage.includes(0));
    await pen.leave();
    const next = await at.reader('mishu2');
    await next.until(() => times(next.doc, '写到一半') === 1);
    expect(mood.failures).toBe(1);
    expect(times(await at.logged(), '写到一半')).toBe(1);
  });

  test('in the middle of a sentence: not called saved and told to nobody until it is, the alarm given and taken back', async () => {
    const { mood, disk } = moodyDisk();
    const at = await stage({ disk });
    const [pen, other] = [await at.reader('mishu1', { query: '?receipts=1&schema=2' }), await at.reader('mishu2')];
    pen.write((fragment) => fragment.insert(1, [paragraph('前半句')]));
    await pen.until(() => pen.heard.onDisk === 1);
    mood.full = 1_000_000;
    pen.write((fragment) => fragment.insert(2, [paragraph('后半句')]));
    await pen.until(() => pen.heard.storage.at(-1) === 0 && pen.heard.received === 2);
    expect(at.collab().storageFails(meeting)).toBe(true);
    expect([pen.heard.onDisk, times(other.doc, '后半句')]).toEqual([1, 0]);
    mood.full = 0;
    await pen.until(() => pen.heard.onDisk === 2 && pen.heard.storage.at(-1) === 1);
    await other.until(() => times(other.doc, '后半句') === 1);
    expect(at.collab().storageFails(meeting)).toBe(false);
    expect(at.troubles).toHaveLength(1);
  });

  test('whoever comes while it fails is told so', async () => {
    const { mood, disk } = moodyDisk();
    const at = await stage({ disk });
    const pen = await at.reader('mishu1');
    mood.full = 1_000_000;
    pen.write((fragment) => fragment.insert(1, [paragraph('写不下')]));
    const late = await at.reader('mishu2', { query: '?receipts=1&schema=2' });
    await late.until(() => late.heard.storage.at(-1) === 0);
    mood.full = 0;
    await late.until(() => late.heard.storage.at(-1) === 1);
  });

  test('though it had come through: nothing is written twice', async () => {
    const { mood, disk } = moodyDisk();
    const at = await stage({ disk });
    const pen = await at.reader('mishu1');
    mood.failsAfterWriting = true;
    pen.write((fragment) => fragment.insert(1, [paragraph('只写一次')]));
    pen.write((fragment) => fragment.insert(1, [paragraph('接着写')]));
    await pen.until(() => pen.heard.onDisk === 2);
    const lines = await at.lines();
    expect(lines.filter(({ author }) => author === 'mishu1')).toHaveLength(2);
    expect(times(await at.logged(), '只写一次')).toBe(1);
  });

  test('Y3: a stop writes it, though nobody is connected any more', async () => {
    const { mood, disk } = moodyDisk();
    const at = await stage({ disk });
    const pen = await at.reader('mishu1', { query: '?receipts=1&schema=2' });
    mood.full = 3;
    pen.write((fragment) => fragment.insert(1, [paragraph('停机前的话')]));
    await pen.until(() => pen.heard.storage.includes(0));
    await pen.leave();
    await at.collab().close();
    expect(times(await at.logged(), '停机前的话')).toBe(1);
  });

  test('for good: a stop says loudly that text is left', async () => {
    const { mood, disk } = moodyDisk();
    const at = await stage({ disk });
    const pen = await at.reader('mishu1', { query: '?receipts=1&schema=2' });
    mood.full = 1_000_000;
    pen.write((fragment) => fragment.insert(1, [paragraph('写不下')]));
    await pen.until(() => pen.heard.storage.includes(0));
    await at.collab().close();
    expect(at.troubles.map((trouble) => (trouble as Error).message)).toContain('minutes are left that could not be written');
    expect(await pen.closed).toEqual({ code: 1012, reason: 'Stopping' });
  });

  test('for long: more than memory may hold is not taken, and asked for again', async () => {
    const { mood, disk } = moodyDisk();
    const secretaries = Array.from({ length: 8 }, (_, place) => `s${place}`);
    const at = await stage({ disk, secretaries });
    const pens = await Promise.all(secretaries.map((account) => at.reader(account)));
    mood.full = 1_000_000;
    for (const pen of pens) pen.write((fragment) => fragment.insert(1, [paragraph('a'.repeat(400_000))]));
    expect(await Promise.race(pens.map((pen) => pen.closed))).toEqual({ code: 1013, reason: 'Busy' });
    mood.full = 0;
    const next = await at.reader('mishu1');
    await next.until(() => times(next.doc, 'a'.repeat(400_000)) === 6);
  });
});

describe('a stop', () => {
  test('writes what was admitted, and tells clients to come again', async () => {
    const { mood, disk } = moodyDisk();
    const at = await stage({ disk });
    const pen = await at.reader('mishu1', { query: '?receipts=1&schema=2' });
    mood.slowMs = 100;
    pen.write((fragment) => fragment.insert(1, [paragraph('最后一句')]));
    await pen.until(() => pen.heard.received === 1);
    await at.collab().close();
    expect(await pen.closed).toEqual({ code: 1012, reason: 'Stopping' });
    expect(times(await at.logged(), '最后一句')).toBe(1);
  });
});

describe('loading', () => {
  test('a document that cannot be read is not empty: the client is told to come again, and then has the text', async () => {
    const { mood, disk } = moodyDisk();
    const at = await stage({ disk, idleMs: 0 });
    const pen = await at.reader('mishu1');
    pen.write((fragment) => fragment.insert(1, [paragraph('在盘上')]));
    await pen.until(() => pen.heard.onDisk === 1);
    await at.restart();
    mood.unreadable = 1;
    const unlucky = await at.pen('mishu2');
    expect(await unlucky.closed).toEqual({ code: 1011, reason: 'LoadFailed' });
    expect(textIn(unlucky.doc)).toBe('');
    expect(at.troubles).toHaveLength(1);
    const next = await at.reader('mishu2');
    expect(times(next.doc, '在盘上')).toBe(1);
  });

  test.each([
    ['with a gap', (seq: number) => seq !== 2],
    ['that holds nothing', () => false],
  ])('a log %s is not shown', async (_what, there) => {
    let broken = false;
    const disk = (real: MinutesStore): MinutesStore => ({
      ...real,
      updates: async (document, after) => (await real.updates(document, after)).filter(({ seq }) => !broken || there(seq)),
    });
    const at = await stage({ disk });
    const [one, other] = [await at.reader('mishu1'), await at.reader('mishu2')];
    one.write((fragment) => fragment.insert(0, [paragraph('先写的')]));
    await one.until(() => one.heard.onDisk === 1);
    other.write((fragment) => fragment.insert(fragment.length, [paragraph('后写的，不挂在先写的上面')]));
    await other.until(() => other.heard.onDisk === 1);
    await at.restart();
    broken = true;
    const next = await at.pen('mishu2');
    expect((await next.closed).code).toBe(1011);
    expect(textIn(next.doc)).toBe('');
  });

  test('Y5: what comes while the document loads waits, and is written in order', async () => {
    const { mood, disk } = moodyDisk();
    const at = await stage({ disk });
    const first = await at.reader('mishu1');
    await at.restart();
    mood.slowLoadMs = 50;
    const pen = await at.pen('mishu2');
    // Y7: letter by letter, each hanging on the one before.
    const letters = '逐字写下的一句话'.split('');
    for (const letter of letters) pen.write((fragment) => fragment.insert(fragment.length, [paragraph(letter)]));
    await pen.until(() => pen.heard.onDisk === letters.length);
    const stored = textIn(await at.logged());
    const inOrder = letters.map((letter) => stored.indexOf(`<paragraph>${letter}</paragraph>`));
    expect(inOrder.every((place) => place >= 0)).toBe(true);
    expect(times(pen.doc, '协商情况')).toBe(1);
    expect(times(first.doc, '协商情况')).toBe(1);
  });

  test('Y5: no more waits than may', async () => {
    const { mood, disk } = moodyDisk();
    const at = await stage({ disk });
    mood.slowLoadMs = 200;
    const pen = await at.pen('mishu1');
    const frame = new Uint8Array(400_000);
    for (let count = 0; count < 6; count += 1) pen.send(frame);
    expect(await pen.closed).toEqual({ code: 1013, reason: 'Busy' });
  });

  test.each([null, '{}', outlined(2, new Uint8Array([0, 0]))])('a snapshot that is spoilt (%s) costs nothing but time', async (outline) => {
    const disk = (real: MinutesStore): MinutesStore => ({
      ...real,
      load: async (document) => ({ ...(await real.load(document)), snapshot: { seq: 2, bytes: new Uint8Array([1, 2, 3, 4]), outline } }),
    });
    const at = await stage({ disk });
    const pen = await at.reader('mishu1');
    pen.write((fragment) => fragment.insert(1, [paragraph('还在')]));
    await pen.until(() => pen.heard.onDisk === 1);
    await at.restart();
    expect(times((await at.reader('mishu2')).doc, '还在')).toBe(1);
  });

  test('Y19: a snapshot is made after many updates, not by leaving; with it the same text is loaded', async () => {
    const { mood, disk } = moodyDisk();
    const at = await stage({ disk, idleMs: 0 });
    const pen = await at.reader('mishu1');
    pen.write((fragment) => fragment.insert(1, [paragraph('第一句')]));
    await pen.until(() => pen.heard.onDisk === 1);
    await pen.leave();
    await at.restart();
    expect(mood.snapshots).toBe(0);
    const [one, other] = [await at.reader('mishu1'), await at.reader('mishu2')];
    for (let count = 0; count < 270; count += 1) {
      one.write((fragment) => fragment.insert(1, [paragraph(`甲${count}`)]));
      other.write((fragment) => fragment.insert(1, [paragraph(`乙${count}`)]));
    }
    await one.until(() => one.heard.onDisk === 270);
    await other.until(() => other.heard.onDisk === 270);
    expect(mood.snapshots).toBe(1);
    await at.restart();
    const next = await at.reader('mishu1');
    expect(textIn(next.doc)).toBe(textIn(await at.logged()));
  });
});
