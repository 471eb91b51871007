// Knows how a rule is told as given–when–then; not which rules there are.
import { expect } from 'vitest';
import type { Command } from '../command.ts';
import { decide } from '../decide.ts';
import type { Decision } from '../decision.ts';
import type { Instant } from '../envelope.ts';
import type { MeetingEvent } from '../event.ts';
import type { PersonId } from '../ids.ts';
import type { Meeting } from '../meeting.ts';
import type { Refusal } from '../refusal.ts';
import { t0 } from './builders.ts';
import { fold, played, stamped, type Step } from './play.ts';

export interface Outcome {
  readonly decision: Decision;
  /** What stood before. */
  readonly before: Meeting;
  /** What stands afterwards; the same when refused. */
  readonly after: Meeting;
  /** Yes, with exactly these facts. */
  then(...events: readonly MeetingEvent[]): void;
  /** No, with exactly this refusal. */
  refuses(refusal: Refusal): void;
  /** Yes, and nothing follows: a safe repeat. */
  saysNothing(): void;
}

/** Puts a command to the meeting that the steps lead to, a second after the last of them unless told. */
export function given(...steps: readonly Step[]): {
  readonly meeting: Meeting;
  when(by: PersonId, body: Command, at?: Instant): Outcome;
} {
  const events = played(...steps);
  const meeting = fold(events);
  const last = events.at(-1)?.at ?? t0 - 1000;
  return { meeting, when: (by, body, at = last + 1000) => outcome(meeting, by, body, at) };
}

function outcome(before: Meeting, by: PersonId, body: Command, at: Instant): Outcome {
  const decision = decide(before, stamped(by, body, at, before));
  const after = decision.ok
    ? fold(
        decision.events.map((event) => ({ ...event, by, at })),
        before,
      )
    : before;
  return {
    decision,
    before,
    after,
    then: (...events) => expect(decision).toEqual({ ok: true, events }),
    refuses: (refusal) => expect(decision).toEqual({ ok: false, refusal }),
    saysNothing: () => expect(decision).toEqual({ ok: true, events: [] }),
  };
}
