// Which facts a meeting has brought forth, in which order and where. Law 9.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCourse, fold, livelyStart, played, stamped } from '@xieshang/meeting/testing';
import { decide, initial, type Meeting } from '@xieshang/meeting';
import { factsOf } from './facts.ts';
import { readFactId } from './fact-id.ts';
import { course, heldAfter } from './testing/sample.ts';

describe('facts', () => {
  test('come in the order of events, each with its section', () => {
    expect(factsOf(heldAfter(...course)).map(({ fact, section }) => `${section} ${fact}`)).toEqual([
      'opening roll',
      'course stage.briefing.1',
      'course speech.p-briefing',
      'course stage.keynote.1',
      'course speech.p-01',
      'course stage.open_floor.1',
      'course speech.q-3',
      'course answers.q-3',
      'course speech.q-5',
      'course answers.q-5',
      'course stage.voting.1',
      'recommendations vote.m9.1',
      'closing names',
    ]);
  });

  test('none before the convening', () => {
    expect(factsOf(initial)).toEqual([]);
  });

  test('once there stay there, whatever happens, and each is named once', () => {
    const start = played(...livelyStart);
    const sound = (id: string): boolean => readFactId(id) !== null;
    fc.assert(
      fc.property(anyCourse(40), (asks) => {
        let meeting: Meeting = fold(start);
        let now = start.at(-1)?.at ?? 0;
        let known: readonly string[] = [];
        for (const [[by, body], passed] of asks) {
          now += passed;
          const decision = decide(meeting, stamped(by, body, now));
          if (decision.ok)
            meeting = fold(
              decision.events.map((event) => ({ ...event, by, at: now })),
              meeting,
            );
          const ids = factsOf(meeting).map(({ fact }) => fact);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids).toEqual(expect.arrayContaining(known.filter(sound)));
          known = ids;
        }
      }),
      { numRuns: 60 },
    );
  });
});
