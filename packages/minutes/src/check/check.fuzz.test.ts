// N3 by mutation: of drafted prose from made-up meetings every changed figure, date, name, unit and verdict is found, and nothing else is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '@xieshang/meeting';
import { anyCourse, fold, livelyStart, played, stamped } from '@xieshang/meeting/testing';
import { draftOf } from '../draft/index.ts';
import { passageText } from '../draft/passage.ts';
import { factsOf } from '../facts.ts';
import { failedOf, passedOf } from '../figures.ts';
import { chinese } from '../numbering.ts';
import { anyHeld } from '../testing/held.ts';
import { anySlip, slipsIn } from '../testing/mutate.ts';
import { committee } from '../testing/sample.ts';
import { wordingOf } from '../wording.ts';
import { clausesIn } from './reading.ts';
import { checkRecordOf, checkText, forgottenIn, type CheckRecord } from './index.ts';

const recordOf = (meeting: Parameters<typeof checkRecordOf>[0]): CheckRecord => {
  const record = checkRecordOf(meeting, committee);
  if (!record) throw new Error('not convened');
  return record;
};

const told = (text: string, record: CheckRecord): readonly string[] => checkText(text, record).map(({ says }) => says);

describe('N3 the fact check', () => {
  test('finds nothing in what the record itself says: drafts and facts of any meeting', () => {
    fc.assert(
      fc.property(anyHeld, (meeting) => {
        const record = recordOf(meeting);
        for (const passage of draftOf(meeting, committee)) expect(told(passageText(passage), record)).toEqual([]);
        for (const { fact } of factsOf(meeting)) {
          for (const line of wordingOf(meeting, fact, committee.zone)?.lines ?? []) expect(told(line, record)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('always finds a mistyped figure, date, name, unit or verdict, in the very sentence where it stands', () => {
    fc.assert(
      fc.property(anyHeld, fc.nat(), (meeting, seed) => {
        const record = recordOf(meeting);
        const passages = draftOf(meeting, committee);
        for (let which = 0; which < slipsIn(passages); which++) {
          const [one] = fc.sample(anySlip(passages, which), { seed, numRuns: 1 });
          if (!one) throw new Error('no slip');
          const around = clausesIn(one.text).find(({ from, to }) => from <= one.from && one.from < to);
          const found = checkText(one.text, record).some(({ from, to }) => from < (around?.to ?? 0) && (around?.from ?? 0) < to);
          if (!found) throw new Error(`not found: ${one.token.about} ${one.token.text} → ${one.written} in ${one.text}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('reads the ways people write a figure, in any script: the right one is let be, a wrong one is found', () => {
    fc.assert(
      fc.property(
        anyHeld,
        fc.constantFrom(...ways),
        fc.constantFrom(...scripts),
        fc.integer({ min: 1, max: 9 }),
        (meeting, way, script, by) => {
          const record = recordOf(meeting);
          const right = way.value(record);
          if (right < 1 || right > 80) return;
          expect(told(way.text(script(right)), record)).toEqual([]);
          expect(told(way.text(script(right + by)), record)).toHaveLength(1);
          expect(told(way.text(`近${script(right + by)}`), record)).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('comes to an end with whatever anybody writes, and with whatever a meeting is named', () => {
    const words = [
      '围绕就',
      '第九条',
      '建议',
      '关于的建议',
      '通过',
      '赞成16票、',
      '名委员',
      '张委员、',
      '局局、',
      '“一链一图谱商会荐”',
      '2022年',
      '一二三',
      '12',
      '。',
      '经济界（',
    ];
    fc.assert(
      fc.property(anyHeld, fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }), (meeting, some) => {
        const text = some.join('').repeat(1000);
        expect(checkText(text, recordOf(meeting)).every(({ from, to }) => from >= 0 && from < to && to <= text.length)).toBe(true);
      }),
      { numRuns: 20 },
    );
    fc.assert(
      fc.property(anyCourse(40), fc.string({ unit: 'grapheme', maxLength: 200 }), (asks, text) => {
        let meeting = fold(played(...livelyStart));
        let now = 2_000_000_000_000;
        for (const [[by, body], passed] of asks) {
          now += passed;
          const decision = decide(meeting, stamped(by, body, now));
          if (decision.ok)
            meeting = fold(
              decision.events.map((event) => ({ ...event, by, at: now })),
              meeting,
            );
        }
        const record = recordOf(meeting);
        for (const passage of draftOf(meeting, committee)) checkText(passageText(passage), record);
        checkText(text, record);
        forgottenIn(text, new Set(), record);
      }),
    );
  });
});

interface Way {
  readonly text: (n: string) => string;
  readonly value: (record: CheckRecord) => number;
}
const voted = ({ outcomes }: CheckRecord): boolean => outcomes.some(({ last }) => last !== null);
const ways: readonly Way[] = [
  { text: (n) => `会议应到委员${n}人，符合要求。`, value: ({ attendance }) => attendance.eligible },
  { text: (n) => `会议应到${n}名委员。`, value: ({ attendance }) => attendance.eligible },
  { text: (n) => `本次会议实到委员${n}人。`, value: ({ attendance }) => attendance.present },
  { text: (n) => `会上，${n}名委员出席会议。`, value: ({ attendance }) => attendance.present },
  { text: (n) => `到会委员${n}人。`, value: ({ attendance }) => attendance.present },
  { text: (n) => `其中线上参会${n}人。`, value: ({ attendance }) => attendance.online },
  { text: (n) => `${n}名委员通过线上方式参会。`, value: ({ attendance }) => attendance.online },
  { text: (n) => `会前，${n}名委员请假。`, value: ({ attendance }) => attendance.onLeave },
  { text: (n) => `${n}名委员先后作重点发言，气氛热烈。`, value: ({ speakers }) => speakers.keynote.size },
  { text: (n) => `会议安排重点发言${n}人。`, value: ({ speakers }) => speakers.keynote.size },
  { text: (n) => `${n}位委员围绕产业链招商作了自由发言。`, value: ({ speakers }) => speakers.free.size },
  { text: (n) => `${n}个市直部门负责人现场作了答复。`, value: ({ responding }) => responding.length },
  { text: (n) => `会议审议了建议稿${n}条。`, value: ({ outcomes }) => outcomes.length },
  { text: (n) => `${n}条意见建议获得通过。`, value: (record) => (voted(record) ? passedOf(record.meeting).length : 0) },
  { text: (n) => `${n}条建议未获通过。`, value: (record) => (voted(record) ? failedOf(record.meeting).length : 0) },
];
const scripts: readonly ((n: number) => string)[] = [
  String,
  chinese,
  (n) => String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
];
