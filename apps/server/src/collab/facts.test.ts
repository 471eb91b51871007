import { stageId } from '@xieshang/meeting';
import { factsIn } from '@xieshang/minutes';
import { describe, expect, test } from 'vitest';
import { paragraph, textIn } from './testing/pen.ts';
import { meeting, stage, times, type Stage } from './testing/stage.ts';

async function begun(at: Stage): Promise<void> {
  for (const person of ['zhang', 'li', 'wang']) await at.act(person, { type: 'CheckIn' });
  await at.act('zhuchi', { type: 'OpenMeeting' });
}

const twice = (facts: readonly string[]): readonly string[] => facts.filter((fact, place) => facts.indexOf(fact) !== place);

describe('law 9: the facts of a meeting', () => {
  test('come into open minutes as they come true, each once', async () => {
    const at = await stage();
    await begun(at);
    const pen = await at.reader('mishu1');
    await at.act('zhuchi', { type: 'MoveToStage', stageId: stageId('keynote') });
    await at.act('zhuchi', { type: 'MoveToStage', stageId: stageId('open_floor') });
    await pen.until(() => times(pen.doc, 'stage.open_floor.1') === 1);
    expect(twice(factsIn(pen.doc))).toEqual([]);
    expect(factsIn(await at.logged())).toEqual(factsIn(pen.doc));
  });

  test('come once also when several come true at one time', async () => {
    const at = await stage();
    const pen = await at.reader('mishu1');
    await begun(at);
    await Promise.all([
      at.act('zhuchi', { type: 'MoveToStage', stageId: stageId('keynote') }),
      at.act('zhuchi', { type: 'MoveToStage', stageId: stageId('open_floor') }),
      at.act('zhuchi', { type: 'MoveToStage', stageId: stageId('keynote') }),
    ]);
    await pen.until(() => times(pen.doc, 'stage.keynote.2') === 1);
    expect(twice(factsIn(pen.doc))).toEqual([]);
  });

  test('that came true while nobody had the minutes open are there when somebody opens them', async () => {
    const at = await stage({ idleMs: 0 });
    await at.reader('mishu1').then((pen) => pen.leave());
    await at.restart();
    await begun(at);
    await at.act('zhuchi', { type: 'MoveToStage', stageId: stageId('keynote') });
    const pen = await at.reader('mishu2');
    await pen.until(() => times(pen.doc, 'stage.keynote.1') === 1);
    await at.restart();
    const next = await at.reader('mishu2');
    expect(twice(factsIn(next.doc))).toEqual([]);
    expect(factsIn(next.doc)).toEqual(factsIn(pen.doc));
  });

  test('that an editor repeats are taken out again', async () => {
    const at = await stage();
    const pen = await at.reader('mishu1');
    pen.write((fragment) => {
      const fact = fragment.toArray().find((block) => 'nodeName' in block && block.nodeName === 'fact');
      if (fact) fragment.insert(0, [fact.clone() as never]);
    });
    await pen.until(() => pen.heard.updates === 1);
    expect(twice(factsIn(pen.doc))).toEqual([]);
    expect(twice(factsIn(await at.logged()))).toEqual([]);
  });

  test('that belong to no event are taken out again', async () => {
    const at = await stage();
    const pen = await at.reader('mishu1');
    pen.write((fragment) => {
      const fact = fragment
        .toArray()
        .find((block) => 'nodeName' in block && block.nodeName === 'fact')
        ?.clone();
      if (!fact || !('setAttribute' in fact)) return;
      fact.setAttribute('fact', 'vote.m99.1');
      fragment.insert(0, [fact as never]);
    });
    await pen.until(() => pen.heard.updates === 1);
    expect(textIn(pen.doc)).not.toContain('m99');
  });

  test('may be moved', async () => {
    const at = await stage();
    const pen = await at.reader('mishu1');
    const before = factsIn(pen.doc).length;
    pen.write((fragment) => {
      const place = fragment.toArray().findIndex((block) => 'nodeName' in block && block.nodeName === 'fact');
      const moved = fragment.get(place).clone();
      fragment.delete(place, 1);
      fragment.insert(0, [moved as never]);
    });
    await pen.until(() => pen.heard.onDisk === 1);
    expect(factsIn(await at.logged())).toHaveLength(before);
  });
});

describe('law 13: a seal', () => {
  async function concluded(at: Stage): Promise<void> {
    await begun(at);
    await at.act('zhuchi', { type: 'ConcludeMeeting' });
  }

  test('has all that was admitted, and holds back what comes then until it is released', async () => {
    const at = await stage();
    await concluded(at);
    const [pen, other] = [await at.reader('mishu1', { query: '?receipts=1&schema=2' }), await at.reader('mishu2')];
    pen.write((fragment) => fragment.insert(1, [paragraph('封存之前')]));
    await pen.until(() => pen.heard.received === 1);
    const sealed = await at.collab().seal(meeting);
    expect(JSON.stringify(sealed.json)).toContain('封存之前');
    const before = await at.count();
    pen.write((fragment) => fragment.insert(1, [paragraph('封存之后')]));
    // What follows on the same line waits behind it: the question is answered after the release.
    other.cursor([{ client: 11, clock: 1, state: {} }]);
    await pen.until(() => pen.heard.cursors.has(11));
    expect(await at.count()).toBe(before);
    expect(JSON.stringify(await at.collab().read(meeting))).not.toContain('封存之后');
    sealed.release();
    await other.until(() => times(other.doc, '封存之后') === 1);
  });

  test('after the issue what was held back is refused, and an old tab’s edits too', async () => {
    const at = await stage();
    await concluded(at);
    const [pen, old] = [await at.reader('mishu1'), await at.reader('mishu2')];
    await at.act('mishu1', { type: 'SubmitMinutes' });
    await at.act('mishu2', { type: 'PassMinutes' });
    await at.act('zhuchi', { type: 'CountersignMinutes' });
    const before = await at.count();
    await at.act('zhuchi', { type: 'IssueMinutes', number: '〔2022〕3号' });
    for (const late of [pen, old]) {
      late.write((fragment) => fragment.insert(1, [paragraph('签发之后')]));
      expect(await late.closed).toEqual({ code: 4409, reason: 'NotWritable' });
    }
    expect(await at.count()).toBe(before);
  });

  test('that cannot be written fails, and writing goes on', async () => {
    let full = false;
    const at = await stage({
      disk: (real) => ({ ...real, append: (...asked) => (full ? Promise.reject(new Error('the disk is full')) : real.append(...asked)) }),
    });
    await concluded(at);
    const [pen, other] = [await at.reader('mishu1', { query: '?receipts=1&schema=2' }), await at.reader('mishu2')];
    full = true;
    pen.write((fragment) => fragment.insert(1, [paragraph('写不下')]));
    await pen.until(() => pen.heard.received === 1);
    await expect(at.collab().seal(meeting)).rejects.toThrow();
    full = false;
    pen.write((fragment) => fragment.insert(1, [paragraph('又写得下')]));
    await other.until(() => times(other.doc, '又写得下') === 1 && times(other.doc, '写不下') === 1);
  });

  test('waits for the one before it', async () => {
    const at = await stage();
    await concluded(at);
    const first = await at.collab().seal(meeting);
    let got = false;
    const second = at
      .collab()
      .seal(meeting)
      .then((sealed) => {
        got = true;
        return sealed;
      });
    // A word to the disk and back is longer than a seal with nobody in its way takes.
    await at.store.minutes.load('demo.minutes.2.1');
    const reader = await at.reader('mishu1');
    reader.cursor([{ client: 11, clock: 1, state: {} }]);
    await reader.until(() => reader.heard.cursors.has(11));
    expect(got).toBe(false);
    first.release();
    (await second).release();
  });
});

test('a fact is written down in one transaction with the update that inserts it', async () => {
  const at = await stage();
  const pen = await at.reader('mishu1');
  await begun(at);
  await at.act('zhuchi', { type: 'MoveToStage', stageId: stageId('keynote') });
  await pen.until(() => times(pen.doc, 'stage.keynote.1') === 1);
  const { facts } = await at.store.minutes.load('demo.minutes.2.1');
  expect([...facts].sort()).toEqual([...factsIn(pen.doc)].sort());
});
