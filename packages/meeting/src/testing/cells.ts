// Knows how a table of commands and answers becomes single tests: by the phase of the meeting and who asks, or by what is asked about; not what the answers should be.
import fc from 'fast-check';
import type { Command, CommandType } from '../command.ts';
import { decide } from '../decide.ts';
import type { Decision } from '../decision.ts';
import { clock, type PersonId } from '../ids.ts';
import type { Meeting } from '../meeting.ts';
import { bumen1, mishu, pangting, stranger, zhang, zhuchi, zhuchi2 } from './builders.ts';
import { assembled, concluded, convened, fold, inSession, played, stamped, type Step } from './play.ts';
import { commandOf } from './random.ts';

/** The cells of a table, a row a line, by white space. */
const rowsOf = (table: string): readonly (readonly string[])[] =>
  table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim().split(/\s+/));

const askers: readonly (readonly [string, PersonId])[] = [
  ['m', zhang],
  ['d', bumen1],
  ['p', zhuchi],
  ['other', zhuchi2],
  ['s', mishu],
  ['observer', pangting],
  ['c', clock],
  ['stranger', stranger],
];

const phases: readonly (readonly [string, readonly Step[]])[] = [
  ['convened', assembled()],
  ['inSession', inSession()],
  ['suspended', [...inSession(), [zhuchi, { type: 'SuspendMeeting' }]]],
  ['concluded', concluded],
  ['cancelled', [...convened(), [mishu, { type: 'CancelMeeting', reason: '改期' }]]],
];

export interface PhaseCell {
  readonly type: CommandType;
  readonly may: string;
  readonly phase: string;
  readonly meeting: Meeting;
  readonly who: string;
  readonly by: PersonId;
  readonly answer: string;
}

/**
 * A row: the command, who may (m member, d department, p who presides, o any moderator, s secretary, c clock), and for each phase
 * (convened, in session, suspended, concluded, cancelled) `+` where the chapter answers, `s` not in session, `o` the meeting is over, `M` it
 * is for all but the office, which corrects (M6).
 */
export function phaseCells(table: string): readonly PhaseCell[] {
  const meetings = phases.map(([phase, steps]) => [phase, fold(played(...steps))] as const);
  return rowsOf(table).flatMap(([type = '', may = '', ...answers]) =>
    meetings.flatMap(([phase, meeting], place) =>
      askers.map(([who, by]) => ({ type: type as CommandType, may, phase, meeting, who, by, answer: answers[place] ?? '' })),
    ),
  );
}

/** What the answer is to be, by the table: a refusal, or `+` where the chapter has its say. */
export function expectedIn({ may, who, answer }: PhaseCell): string {
  if (who === 'stranger') return 'NotOnRoll';
  const entitled = who === 'p' || who === 'other' ? /[po]/.test(may) : may.includes(who) && who.length === 1;
  if (!entitled) return 'NotPermitted';
  if (answer === 'o' || (answer === 'M' && !['p', 'other', 's'].includes(who))) return 'MeetingIsOver';
  if (who === 'other' && may.includes('p')) return 'NotPresiding';
  return answer === 's' ? 'MeetingNotInSession' : '+';
}

const byTheMeeting: readonly string[] = ['NotOnRoll', 'NotPermitted', 'NotPresiding', 'MeetingIsOver', 'MeetingNotInSession'];
const bodyOf = (type: CommandType): Command => fc.sample(commandOf(type), { numRuns: 1, seed: 1 })[0] as Command;

/** What the core says. */
export function saidIn({ type, meeting, by }: PhaseCell): string {
  const decision = decide(meeting, stamped(by, bodyOf(type), 1e15));
  return decision.ok || !byTheMeeting.includes(decision.refusal.type) ? '+' : decision.refusal.type;
}

/** Long after everything was due. */
const late = 1e15;

export interface StandingCell {
  readonly asked: string;
  readonly standing: string;
  readonly expected: string;
  readonly said: () => string;
}

/**
 * A row: the name of what is asked, and its answer in each state, in their order: `+` something follows, `.` yes and nothing follows, else
 * a refusal by its letter.
 */
export function standingCells(
  table: string,
  states: Readonly<Record<string, readonly Step[]>>,
  asks: Readonly<Record<string, readonly [PersonId, Command]>>,
  letters: Readonly<Record<string, string>>,
): readonly StandingCell[] {
  const meetings = Object.entries(states).map(([standing, steps]) => [standing, fold(played(...steps))] as const);
  return rowsOf(table).flatMap(([asked = '', ...answers]) => {
    const ask = asks[asked];
    if (!ask || answers.length !== meetings.length) throw new Error(`${asked}: not asked, or not in every state`);
    const [by, body] = ask;
    return meetings.map(([standing, meeting], place) => ({
      asked,
      standing,
      expected: letters[answers[place] ?? ''] ?? answers[place] ?? '',
      said: () => answerOf(decide(meeting, stamped(by, body, late, meeting))),
    }));
  });
}

function answerOf(decision: Decision): string {
  if (!decision.ok) return decision.refusal.type;
  return decision.events.length > 0 ? '+' : '.';
}
