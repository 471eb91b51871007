// Chapters V and P: every command about a vote × who asks × the phase of the meeting. Written out here a second time, on purpose.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command, CommandType } from '../command.ts';
import { decide } from '../decide.ts';
import { clock, type PersonId } from '../ids.ts';
import type { Meeting } from '../meeting.ts';
import {
  assembled,
  bumen1,
  commandOf,
  concluded,
  convened,
  given,
  inSession,
  mishu,
  pangting,
  stamped,
  stranger,
  zhang,
  zhuchi,
  zhuchi2,
  type Step,
} from '../testing/index.ts';

/**
 * By phase (convened, in session, suspended, concluded, cancelled), for whoever may ask: `+` the chapter answers, `s` not in session,
 * `o` the meeting is over. Who may: m member, p who presides, o any moderator, s secretary, c clock.
 */
const table = `
  OpenVoting           p    s + s o o
  RepeatVoting         p    s + s o o
  CloseVoting          pc   s + s o o
  VoidVoting           p    s + s o o
  AnnounceResult       p    s + s o o
  OpenAcclamation      p    s + s o o
  ChangeVoteRule       p    s + s o o
  CastVote             m    s + s o o
  RaiseObjection       m    s + s o o
  ConfirmCount         m    s + s o o
  CloseAcclamation     c    s + s o o
  EnterVote            os   s + s o o
  EnterCount           os   s + s o o
  NameScrutineers      os   s + s o o
  DeclareReservation   m    + + + + o
  WithdrawReservation  m    + + + + o
  GrantProxy           m    + + + o o
  RevokeProxy          m    + + + o o
`
  .trim()
  .split('\n')
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
const meetings: readonly (readonly [string, Meeting])[] = phases.map(([phase, steps]) => [phase, given(...steps).meeting]);

const cells = table.flatMap(([type = '', may = '', ...answers]) =>
  meetings.flatMap(([phase, meeting], place) =>
    askers.map(([who, by]) => ({ type: type as CommandType, may, phase, meeting, who, by, answer: answers[place] ?? '' })),
  ),
);

/** What the answer is to be, by the table: a refusal, or `+` where the chapter has its say. */
function expected({ may, who, answer }: (typeof cells)[number]): string {
  if (who === 'stranger') return 'NotOnRoll';
  const entitled = who === 'p' || who === 'other' ? /[po]/.test(may) : may.includes(who) && who.length === 1;
  if (!entitled) return 'NotPermitted';
  if (answer === 'o') return 'MeetingIsOver';
  if (who === 'other' && may.includes('p')) return 'NotPresiding';
  return answer === 's' ? 'MeetingNotInSession' : '+';
}

const byTheMeeting: readonly string[] = ['NotOnRoll', 'NotPermitted', 'NotPresiding', 'MeetingIsOver', 'MeetingNotInSession'];
const bodyOf = (type: CommandType): Command => fc.sample(commandOf(type), { numRuns: 1, seed: 1 })[0] as Command;

test.each(cells)('$type by $who, $phase', (cell) => {
  const { type, meeting, by } = cell;
  const decision = decide(meeting, stamped(by, bodyOf(type), 1e15));
  const said = decision.ok || !byTheMeeting.includes(decision.refusal.type) ? '+' : decision.refusal.type;
  expect(said).toBe(expected(cell));
});
