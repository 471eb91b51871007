// Knows how a course of commands becomes the facts and the state of a meeting; not what is expected of them.
import type { Command } from '../command.ts';
import type { Plan } from '../convening.ts';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import type { Envelope, Instant, Stamped } from '../envelope.ts';
import type { RecordedEvent } from '../event.ts';
import { commandId, type PersonId, type RequestId, type StageId } from '../ids.ts';
import { initial, type Meeting } from '../meeting.ts';
import type { AskedDigest } from '../speech-digests.ts';
import { bumen1, keynote, li, mishu, mishu2, p1, p2, plan, t0, wang, zhang, zhuchi } from './builders.ts';
import { ofBallots } from './sealed.ts';

/** What the server stamps on `IssueMinutes`. */
export const seal = '5ea1'.repeat(16);

/** Who asks what; `at` in epoch ms, otherwise a second after the step before. */
export type Step = readonly [by: PersonId, body: Command, at?: Instant];

/** With what the server stamps on it beside. */
export type StampedStep = readonly [by: PersonId, body: Command, at?: Instant, stamped?: Pick<Envelope, 'counts'>];

/** As the server would put it; `before`: where it is put, for what only the server knows of that. */
export const stamped = (by: PersonId, body: Command, at: Instant, before: Meeting = initial): Stamped<Command> => ({
  ...body,
  by,
  at,
  command: commandId(`${by}.${at}`),
  ...(body.type === 'IssueMinutes' ? { seal } : {}),
  ...ofBallots(before, by, body),
});

export const fold = (events: readonly RecordedEvent[], from: Meeting = initial): Meeting => events.reduce(evolve, from);

/** The facts that follow from the steps, in order. A step that is refused is a mistake in the test: throws. */
export function played(...steps: readonly StampedStep[]): readonly RecordedEvent[] {
  const events: RecordedEvent[] = [];
  let meeting = initial;
  let now = t0 - 1000;
  for (const [by, body, at, otherwise] of steps) {
    now = at ?? now + 1000;
    const decision = decide(meeting, { ...stamped(by, body, now, meeting), ...otherwise });
    if (!decision.ok) throw new Error(`${by} ${body.type}: ${JSON.stringify(decision.refusal)}`);
    const recorded = decision.events.map((event) => ({ ...event, by, at: now }));
    meeting = fold(recorded, meeting);
    events.push(...recorded);
  }
  return events;
}

export const convened = (otherwise: Partial<Plan> = {}): readonly Step[] => [[mishu, { type: 'ConveneMeeting', plan: plan(otherwise) }]];

/** Convened, with those who have come. */
export const assembled = (present: readonly PersonId[] = [zhang, li, wang], otherwise: Partial<Plan> = {}): readonly Step[] => [
  ...convened(otherwise),
  ...present.map((person): Step => [person, { type: 'CheckIn' }]),
];

/** Assembled and opened; at the first stage unless told. */
export const inSession = (stageId: StageId = keynote, present?: readonly PersonId[], otherwise?: Partial<Plan>): readonly Step[] => [
  ...assembled(present, otherwise),
  [zhuchi, { type: 'OpenMeeting' }],
  [zhuchi, { type: 'MoveToStage', stageId }],
];

/** Held and concluded. */
export const concluded: readonly Step[] = [...inSession(), [zhuchi, { type: 'ConcludeMeeting' }]];

/** Held with both prepared speeches heard, and concluded. */
export const heard: readonly Step[] = [
  ...inSession(),
  [zhuchi, { type: 'GiveFloor', requestId: p1 }],
  [zhuchi, { type: 'EndSpeech' }],
  [zhuchi, { type: 'GiveFloor', requestId: p2 }],
  [zhuchi, { type: 'EndSpeech' }],
  [zhuchi, { type: 'ConcludeMeeting' }],
];

/** The digest of a speech as it is asked about; the hash follows from the words, as one does. */
export const digestOf = (requestId: RequestId, text = '建议一链一策'): AskedDigest => ({
  requestId,
  fact: '张委员作重点发言。',
  text,
  hash: `${text.length}`.padStart(2, '0').repeat(32),
});

/** Both speakers asked, the minutes passed, a moderator and a department named. */
export const askedOf: readonly Step[] = [
  ...heard,
  [mishu, { type: 'SubmitMinutes' }],
  [mishu2, { type: 'PassMinutes' }],
  [mishu, { type: 'AskSpeakers', digests: [digestOf(p1), digestOf(p2)] }],
  [zhuchi, { type: 'NameCountersigners', persons: [zhuchi, bumen1] }],
];

/** Concluded, submitted by the one secretary, passed by the other. */
export const passed: readonly Step[] = [...concluded, [mishu, { type: 'SubmitMinutes' }], [mishu2, { type: 'PassMinutes' }]];

/** Passed, countersigned by the presiding moderator and issued. */
export const issued: readonly Step[] = [
  ...passed,
  [zhuchi, { type: 'CountersignMinutes' }],
  [zhuchi, { type: 'IssueMinutes', number: '〔2022〕3号', copyTo: '市委办公室' }],
];
