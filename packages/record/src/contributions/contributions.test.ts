// The lines of the table of contributions: whose, how long, over what, and that time is accounted for to the millisecond (F8).
import fc from 'fast-check';
import { view, type Instant } from '@xieshang/meeting';
import { digestOf, bumen2, li, mishu, zhuchi, type Step } from '@xieshang/meeting/testing';
import { anyHeld, kinds, sample } from '@xieshang/minutes/testing';
import { describe, expect, test } from 'vitest';
import { contributionsOf, totalsOf, wantedFrom, wantedOf, type Contribution } from './index.ts';

const { at, heldAfter } = sample;
const { everyKind, said, underWay, wei3 } = kinds;
const [second, minute] = [1000, 60_000];
const held = heldAfter(...everyKind);
const all = contributionsOf(held, at('17:00:00'));

function one(id: string, some: readonly Contribution[] = all): Contribution {
  const found = some.find(({ requestId }) => requestId === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

describe('a line', () => {
  test('tells from when to when, net, stopped and over', () => {
    expect(one(said.speech)).toMatchObject({
      ...{ name: '委员3', sector: '科协', kind: 'openFloorSpeech', stage: '自由发言', standing: 'over' },
      ...{ begin: at('16:01:00'), end: at('16:06:00'), limitMs: 3 * minute },
      ...{ netMs: 220 * second, stoppedMs: 80 * second, overMs: 40 * second },
    });
  });

  test('F8 tells each time the clock stood, and which of them was an interruption (F10)', () => {
    expect(one(said.speech).stops).toEqual([
      { from: at('16:02:00'), to: at('16:02:30'), why: 'stood' },
      { from: at('16:03:00'), to: at('16:03:50'), why: 'interrupted' },
    ]);
    expect(one(said.aside)).toMatchObject({ netMs: 30 * second, stoppedMs: 20 * second, over: { name: '委员3' } });
    expect(one(said.order)).toMatchObject({ matter: 'time', over: { name: '委员5' }, stops: [] });
  });

  test('F12 tells a pause for a lost line apart', () => {
    const [gone] = held.queue.speeches.filter(({ requestId }) => requestId === said.speech);
    const lost = gone?.pauses?.map((pause) => ({ ...pause, lost: { since: pause.from } })) ?? [];
    const speeches = held.queue.speeches.map((speech) => (speech === gone ? { ...speech, pauses: lost } : speech));
    const some = contributionsOf({ ...held, queue: { ...held.queue, speeches } }, null);
    expect(one(said.speech, some).stops.map(({ why }) => why)).toEqual(['lost', 'lost']);
  });

  test('F9 names whom the order suggested, and the reason', () => {
    expect(one(said.speech).instead).toEqual({ name: '委员4', reason: '接着园区的话题' });
    expect(one(said.entered).instead).toBeNull();
  });

  test('A3, Q5, Q20 says who of the office acted for whom', () => {
    expect([one(said.entered), one(said.written), one(said.speech)].map((line) => line.enteredBy)).toEqual(['文秘书', '文秘书', null]);
    expect(one(said.speech).answers).toEqual([
      { person: bumen2, name: '市商务局', kind: 'adoptPartially', note: '条件成熟的先行', dueDate: null, enteredBy: '文秘书' },
    ]);
  });

  test('names the departments that have not answered', () => {
    expect(one(said.speech).owed.map(({ name }) => name)).toEqual(['市发展和改革委员会']);
  });

  test('Q20 what was handed in took no time and had no limit', () => {
    expect(one(said.written)).toMatchObject({ netMs: 0, overMs: 0, text: '建议统筹县域招商。\n一是统一目录。' });
  });

  test('tells by number what it answers or belongs to', () => {
    const { number } = one(said.speech);
    expect([one(said.response).inReplyTo, one(said.aside).inReplyTo]).toEqual(Array(2).fill({ number, name: '委员3' }));
  });

  test('lines are numbered in the order in which they began', () => {
    const begins = all.map(({ begin }) => begin);
    expect(begins).toEqual(begins.toSorted((before, after) => before - after));
    expect(all.map(({ number }) => number)).toEqual(all.map((_, place) => place + 1));
  });

  test('W7 the digest stands with its speaker and the office only', () => {
    const concluded: readonly Step[] = [
      ...sample.course,
      [zhuchi, { type: 'ConcludeMeeting' }, at('17:10:00')],
      [mishu, { type: 'AskSpeakers', digests: [digestOf(sample.requests.follow)] }, at('17:20:00')],
    ];
    const over = heldAfter(...concluded);
    const seenBy = (person: typeof li, role: 'member' | 'secretary') => {
      const seen = view(over, { person, role });
      return seen.phase === 'notConvened' ? null : one(sample.requests.follow, contributionsOf(seen, null)).digest?.standing;
    };
    expect([seenBy(mishu, 'secretary'), seenBy(li, 'member'), seenBy(wei3, 'member')]).toEqual(['waiting', 'waiting', undefined]);
  });
});

describe('what is being said', () => {
  const during = (now: Instant) => contributionsOf(heldAfter(...underWay), now);

  test('stands in the table with its clock, also beneath an interruption', () => {
    const some = during(at('16:03:20'));
    expect(
      [said.order, said.aside, said.speech]
        .map((id) => one(id, some))
        .map(({ standing, end, netMs, stoppedMs }) => [standing, end, netMs, stoppedMs]),
    ).toEqual([
      ['speaking', null, 10 * second, 0],
      ['paused', null, 10 * second, 10 * second],
      ['paused', null, 90 * second, 50 * second],
    ]);
  });

  test('is left out where only what is over is asked for', () => {
    const ids = contributionsOf(heldAfter(...underWay), null).map(({ requestId }) => requestId);
    expect(ids).not.toContain(said.speech);
  });
});

describe('what is wanted', () => {
  const ids = (query: Readonly<Record<string, unknown>>) => wantedFrom(all, wantedOf(query)).map(({ requestId }) => requestId);

  test.each([
    ['a person', { person: wei3 }, [said.speech]],
    ['a 界别', { sector: '工商联' }, [sample.requests.follow, said.order]],
    ['a kind', { kind: 'pointOfOrder' }, [said.order]],
    ['a stage', { stage: sample.stages.keynote }, [sample.requests.keynote]],
    ['a department that was asked, answered or spoke', { department: bumen2 }, [sample.requests.follow, said.speech, said.response]],
    ['over time', { mark: 'overtime' }, [sample.requests.keynote, said.speech]],
    ['another than suggested', { mark: 'instead' }, [said.speech]],
    ['acted for by the office', { mark: 'entered' }, [said.speech, said.entered, said.written]],
    ['not answered', { mark: 'unanswered' }, [said.speech]],
    ['words of a written speech', { text: '统一目录' }, [said.written]],
    ['all of several words, full-width or not', { text: '＝园区 条件成熟' }, [said.speech]],
    ['two conditions at once', { sector: '工商联', kind: 'followUpQuestion' }, [sample.requests.follow]],
    ['nothing that there is', { sector: '农业' }, []],
  ])('%s', (_name, query, found) => {
    expect(ids(query)).toEqual(found);
  });

  test('what names nothing is left out of the wish', () => {
    expect(wantedOf({ kind: 'shouting', order: 'constructor', mark: '', text: ' ', person: ['x'], down: 'yes', other: '1' })).toEqual({});
    expect(wantedOf({ text: 2026, down: 1 })).toEqual({ text: '2026', down: '1' });
  });

  test('the order is the one that is asked for, alike ones as they began', () => {
    expect(ids({ order: 'net', down: '1' }).slice(0, 3)).toEqual([sample.requests.briefing, sample.requests.keynote, said.speech]);
    expect(ids({ order: 'stage' }).slice(0, 2)).toEqual([sample.requests.briefing, sample.requests.keynote]);
    expect(ids({ order: 'over', down: '1' }).slice(0, 3)).toEqual([sample.requests.keynote, said.speech, sample.requests.briefing]);
  });
});

describe('totals', () => {
  test('count what is one’s own, what was said beside it and what was written apart', () => {
    const { sectors, persons, all: sum } = totalsOf(all);
    expect(sectors.map(({ name }) => name)).toEqual(['经济', '科协', '工商联', null]);
    expect(sectors[1]).toMatchObject({ speeches: 2, asides: 1, written: 1, netMs: (220 + 30 + 60) * second, overMs: 40 * second });
    expect(persons.reduce((ms, { netMs }) => ms + netMs, 0)).toBe(sum.netMs);
    expect(sectors.reduce((ms, { netMs }) => ms + netMs, 0)).toBe(sum.netMs);
  });

  test('are of what is shown only', () => {
    expect(totalsOf(wantedFrom(all, { kind: 'interjection' })).persons.map(({ name }) => name)).toEqual(['委员5']);
    expect(totalsOf([]).all.netMs).toBe(0);
  });
});

test('F8 net time and stops make up the time from begin to end, in every meeting', () => {
  fc.assert(
    fc.property(anyHeld, (meeting) => {
      const now = at('23:00:00') + 3_600_000_000;
      for (const { begin, end, netMs, stoppedMs, stops } of contributionsOf(meeting, now)) {
        if (end !== null) expect(netMs + stoppedMs).toBe(end - begin);
        expect(stops.reduce((sum, stop) => sum + stop.to - stop.from, 0)).toBe(stoppedMs);
      }
    }),
  );
});
