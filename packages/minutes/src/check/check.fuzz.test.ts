// N3 by mutation: of drafted prose from made-up meetings every changed figure, date, name, unit and verdict is found, and nothing else is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftOf } from '../draft/index.ts';
import { passageText } from '../draft/passage.ts';
import { factsOf } from '../facts.ts';
import { anyHeld } from '../testing/held.ts';
import { anySlip, slipsIn } from '../testing/mutate.ts';
import { committee } from '../testing/sample.ts';
import { wordingOf } from '../wording.ts';
import { clausesIn } from './reading.ts';
import { checkRecordOf, checkText, type CheckRecord } from './index.ts';

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
});
