// Knows how a prepared plan becomes a meeting; not how the plan was written.
import { materialAdded, type Material, type Stage } from './agenda.ts';
import type { Decision } from './decision.ts';
import { no, yes } from './decision.ts';
import type { Instant, Stamped } from './envelope.ts';
import { clock, type PersonId } from './ids.ts';
import type { Convened, Meeting, Notice } from './meeting.ts';
import { blankMinutes } from './minutes.ts';
import { maySend } from './permissions.ts';
import { emptyQueue, type PreparedSpeech } from './queue/index.ts';
import type { Recommendation } from './recommendations.ts';
import { mayRehearse } from './rehearsal.ts';
import type { PlanProblem } from './refusal.ts';
import type { Attendee } from './roll.ts';
import { isPossible, type Rules } from './rules.ts';
import { onlyMainScreen } from './screens.ts';

/** Everything a secretary has prepared; frozen by the convening. */
export interface Plan {
  readonly notice: Notice;
  readonly rules: Rules;
  readonly attendees: readonly Attendee[];
  readonly presiding: PersonId;
  readonly stages: readonly Stage[];
  readonly prepared: readonly PreparedSpeech[];
  readonly materials: readonly Material[];
  readonly recommendations: readonly Recommendation[];
  /** Leave approved before the convening. */
  readonly onLeave: readonly PersonId[];
}

export type ConveneCommand = { readonly type: 'ConveneMeeting'; readonly plan: Plan };

export type ConveneEvent = {
  readonly type: 'MeetingConvened';
  readonly payload: Omit<Plan, 'recommendations'>;
};

/** C1–C3, L7. A plan becomes a meeting once, whole or not at all. */
export function decideConvening(meeting: Meeting, { plan, by }: Stamped<ConveneCommand>): Decision {
  if (meeting.phase !== 'notConvened') return no({ type: 'MeetingAlreadyConvened' });
  const role = plan.attendees.find(({ person }) => person === by)?.role;
  if (role === undefined) return no({ type: 'NotOnRoll' });
  if (!maySend(role, by, 'ConveneMeeting') && !mayRehearse(plan.notice, role, 'ConveneMeeting')) return no({ type: 'NotPermitted', role });
  const problem = planProblem(plan);
  if (problem) return no({ type: 'InvalidPlan', problem });
  const { recommendations, ...open } = plan;
  const publicMaterials = plan.materials.filter(({ circle }) => circle === 'public');
  return yes(
    { type: 'MeetingConvened', payload: { ...open, materials: publicMaterials } },
    ...plan.materials.filter(({ circle }) => circle === 'members').map(materialAdded),
    { type: 'RecommendationsTabled', payload: { recommendations: recommendations.map((one) => ({ ...one, version: 1 })) } },
  );
}

/** C2. What keeps a plan from being convened, or nothing. Screens show it before the button is pressed. */
export function planProblem(plan: Plan): PlanProblem | undefined {
  const { attendees, stages, prepared, recommendations, rules } = plan;
  const person = (id: PersonId) => attendees.find((one) => one.person === id);
  if (!attendees.some(({ role }) => role === 'member')) return 'noMembers';
  if (!attendees.some(({ role }) => role === 'moderator')) return 'noModerator';
  if (person(plan.presiding)?.role !== 'moderator') return 'presidingIsNoModerator';
  if (repeats(attendees.map((one) => one.person))) return 'personTwice';
  if (person(clock)) return 'reservedPerson';
  if (stages.length === 0) return 'noStages';
  if (repeats(stages.map((one) => one.stageId))) return 'stageTwice';
  if (prepared.some((speech) => !person(speech.person))) return 'speakerNotOnRoll';
  if (prepared.some((speech) => !stages.some(({ stageId }) => stageId === speech.stageId))) return 'speechAtUnknownStage';
  if (repeats(prepared.map((one) => one.requestId))) return 'requestTwice';
  if (prepared.some((speech) => speech.addressedTo.some((one) => person(one)?.role !== 'departmentRep'))) return 'addressedToNoDepartment';
  if (repeats(recommendations.map((one) => one.motionId))) return 'recommendationTwice';
  if (plan.onLeave.some((one) => !person(one))) return 'leaveNotOnRoll';
  if (![rules.quorum, rules.vote.threshold].every(isPossible)) return 'impossibleThreshold';
  if (attendees.some(({ weight = 1 }) => !Number.isSafeInteger(weight) || weight < 1)) return 'impossibleWeight';
  return undefined;
}

const repeats = (ids: readonly string[]): boolean => new Set(ids).size !== ids.length;

/** C3. What the meeting starts from. */
export function convened(payload: ConveneEvent['payload'], by: PersonId, at: Instant): Convened {
  const { notice, rules, attendees, presiding, stages, prepared, materials, onLeave } = payload;
  const leaves = Object.fromEntries(onLeave.map((person) => [person, { phase: 'approved', at, by } as const]));
  return {
    phase: 'convened',
    notice,
    rules,
    presiding,
    roll: { attendees, present: {}, left: {}, leaves },
    agenda: { stages, prepared, materials, course: [] },
    queue: emptyQueue,
    recommendations: {},
    amendments: {},
    motions: {},
    rounds: {},
    scrutineers: [],
    reservations: {},
    proxies: {},
    pulses: [],
    elections: {},
    secretVotes: {},
    scrutineerKeys: {},
    minutes: blankMinutes,
    speechDigests: {},
    countersigners: {},
    closedItems: [],
    screens: onlyMainScreen,
    asides: [],
  };
}
