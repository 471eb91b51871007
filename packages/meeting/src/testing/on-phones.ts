// Knows what people who are not of the office may send, in random courses of a meeting, and hands on every no they meet; judges none.
import fc from 'fast-check';
import type { Command } from '../command.ts';
import { decide } from '../decide.ts';
import { pulseId, type PersonId } from '../ids.ts';
import { permissions } from '../permissions.ts';
import type { Refusal } from '../refusal.ts';
import { attendees, li, m1, mishu, t0, zhuchi } from './builders.ts';
import { e1 } from './elections.ts';
import { askedOf, fold, issued, played, stamped, type Step } from './play.ts';
import { anyCourse, commandOf, commandTypes, formsStart, livelyStart, sealedStart } from './random.ts';

const phones = attendees.filter(({ role }) => role !== 'moderator' && role !== 'secretary');

const anyWish: fc.Arbitrary<readonly [PersonId, Command]> = fc.oneof(
  ...commandTypes.flatMap((type) => {
    const senders = phones.filter(({ role }) => permissions[type].includes(role)).map(({ person }) => person);
    return senders.length === 0 ? [] : [fc.tuple(fc.constantFrom(...senders), commandOf(type))];
  }),
);
/** With a scrutineer named, an election open and a pulse taken. */
const asked: readonly Step[] = [
  ...livelyStart,
  [mishu, { type: 'NameScrutineers', persons: [li] }],
  [zhuchi, { type: 'OpenPulse', pulseId: pulseId('l1'), motionId: m1, turn: 'before' }],
  [zhuchi, { type: 'OpenElection', electionId: e1 }],
];
const begun = [livelyStart, asked, sealedStart, formsStart('equal'), askedOf, issued].map((steps) => fold(played(...steps)));
/** Wishes at every step of a course. */
const wishes = 10;

/** P1. `check` throws for a no that should not be; the course that led to it is then shrunk and printed. */
export function everyNoOnPhones(check: (refusal: Refusal) => void): void {
  const anyWishes = fc.array(anyWish, { minLength: 4 * wishes, maxLength: 4 * wishes });
  fc.assert(
    fc.property(fc.constantFrom(...begun), anyCourse(40), anyWishes, (start, course, all) => {
      let meeting = start;
      let now = t0 + 600_000;
      for (const [place, [[by, body], ms]] of course.entries()) {
        const at = (now += ms);
        for (const [person, wish] of all.slice((place % 4) * wishes, ((place % 4) + 1) * wishes)) {
          const decision = decide(meeting, stamped(person, wish, at, meeting));
          if (!decision.ok) check(decision.refusal);
        }
        const decision = decide(meeting, stamped(by, body, at, meeting));
        if (decision.ok)
          meeting = fold(
            decision.events.map((event) => ({ ...event, by, at })),
            meeting,
          );
      }
    }),
    { numRuns: 400 },
  );
}
