import { expect, test } from 'vitest';
import { moodyDisk } from './testing/moody-disk.ts';
import { paragraph, textIn } from './testing/pen.ts';
import { stage, times } from './testing/stage.ts';

test(
  'Y4: 1,000 fast comings and goings over a slow disk, every fifth leaving a word: none is lost, none is double',
  { timeout: 60_000 },
  async () => {
    const { mood, disk } = moodyDisk();
    const at = await stage({ disk, idleMs: 0 });
    await at.reader('mishu1').then((pen) => pen.leave());
    mood.slowMs = 20;
    for (let visit = 0; visit < 1000; visit += 1) {
      const pen = await at.pen(visit % 3 === 0 ? 'mishu1' : 'mishu2', { query: '?receipts=1&schema=2' });
      // Half of them are gone before the disk has their word.
      if (visit % 5 === 0) {
        pen.write((fragment) => fragment.insert(0, [paragraph(`〔${visit}〕`)]));
        await pen.until(() => (visit % 2 === 0 ? pen.heard.received : pen.heard.onDisk) === 1);
      }
      if (visit % 4 < 2) await pen.leave();
      else pen.vanish();
    }
    const last = await at.reader('mishu2');
    const words = Array.from({ length: 200 }, (_, word) => `〔${word * 5}〕`);
    await last.until(() => words.every((word) => times(last.doc, word) === 1));
    expect(textIn(last.doc)).toBe(textIn(await at.logged()));
    expect(mood.loads).toBeGreaterThan(50);
  },
);

test('Y4: who comes back at once after leaving finds what was on its way', async () => {
  const { mood, disk } = moodyDisk();
  const at = await stage({ disk, idleMs: 0 });
  const first = await at.reader('mishu1', { query: '?receipts=1&schema=2' });
  mood.slowMs = 200;
  first.write((fragment) => fragment.insert(1, [paragraph('在路上')]));
  await first.until(() => first.heard.received === 1);
  await first.leave();
  const next = await at.reader('mishu2');
  await next.until(() => times(next.doc, '在路上') === 1);
  expect(times(await at.logged(), '在路上')).toBe(1);
});

test('Y4: while a document is being let go, who comes waits and gets a whole one', async () => {
  const { mood, disk } = moodyDisk();
  const at = await stage({ disk, idleMs: 0 });
  const pen = await at.reader('mishu1');
  mood.slowSnapshotMs = 300;
  for (let count = 0; count < 520; count += 1) pen.write((fragment) => fragment.insert(1, [paragraph(`${count}`)]));
  await pen.until(() => pen.heard.onDisk === 520);
  expect(mood.snapshots).toBe(1);
  await pen.leave();
  const next = await at.reader('mishu2');
  next.write((fragment) => fragment.insert(1, [paragraph('回来再写')]));
  await next.until(() => next.heard.onDisk === 1);
  expect(times(await at.logged(), '回来再写')).toBe(1);
});
