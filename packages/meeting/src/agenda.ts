// Knows the order of the meeting and where it stands; not what is said at a stage.
import type { Decision } from './decision.ts';
import { no, yes } from './decision.ts';
import type { Instant, Stamped } from './envelope.ts';
import type { MeetingEvent } from './event.ts';
import { underVote } from './elections/index.ts';
import type { MaterialId, PersonId, StageId } from './ids.ts';
import type { Assembled, Meeting } from './meeting.ts';
import { clearedFloor, pauseOfSpeech, unansweredIn, type PreparedSpeech, type Unanswered } from './queue/index.ts';
import { clearAway, isRehearsal } from './rehearsal.ts';
import { attendance, attendeeOf } from './roll.ts';
import type { FloorKind } from './rules.ts';

export interface Stage {
  readonly stageId: StageId;
  readonly name: string;
  /** Planned length in whole minutes. */
  readonly minutes: number;
  /** What a request for the floor at this stage is, unless it says otherwise; none: no floor at this stage. */
  readonly speechKind: FloorKind | null;
  /** Limit of a speech at this stage in ms, where it differs from the rules. */
  readonly speechMs?: number;
}

/** 密级 above 公开: 内部 · 秘密. What is more secret than that is no matter for a platform like this one. */
export const secrecyLevels = ['internal', 'secret'] as const;
export type Secrecy = (typeof secrecyLevels)[number];

export interface Material {
  readonly materialId: MaterialId;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly sha256: string;
  /** `public`: departments and observers too. */
  readonly circle: 'members' | 'public';
  /** None: 公开. */
  readonly secrecy?: Secrecy;
}

/** One stay of the meeting at a stage. */
interface Leg {
  readonly stageId: StageId;
  readonly from: Instant;
  readonly to: Instant | null;
  /** When the meeting was suspended meanwhile. */
  readonly breaks?: readonly { readonly from: Instant; readonly to: Instant | null }[];
}

export interface Agenda {
  readonly stages: readonly Stage[];
  readonly prepared: readonly PreparedSpeech[];
  readonly materials: readonly Material[];
  /** When each stage was entered and how long the meeting has stood at it, in order. */
  readonly course: readonly Leg[];
}

export type AgendaCommand =
  | { readonly type: 'OpenMeeting' }
  | { readonly type: 'MoveToStage'; readonly stageId: StageId }
  | { readonly type: 'SuspendMeeting'; readonly reason?: string | undefined }
  | { readonly type: 'ResumeMeeting' }
  | { readonly type: 'ConcludeMeeting'; readonly reason?: string | undefined }
  | { readonly type: 'PostponeMeeting'; readonly startsAt: Instant; readonly reason: string }
  | { readonly type: 'CancelMeeting'; readonly reason: string }
  | { readonly type: 'HandOverChair'; readonly to: PersonId }
  | { readonly type: 'ReviseStage'; readonly stageId: StageId; readonly minutes: number; readonly reason: string }
  | { readonly type: 'AddMaterial'; readonly material: Material }
  | { readonly type: 'WithdrawMaterial'; readonly materialId: MaterialId; readonly reason: string };

export type AgendaEvent =
  | {
      readonly type: 'MeetingOpened';
      readonly payload: {
        readonly eligible?: number;
        readonly present?: number;
        readonly onLeave?: number;
        readonly quorumMet?: boolean;
      };
    }
  | { readonly type: 'StageEntered'; readonly payload: { readonly stageId: StageId } }
  | { readonly type: 'MeetingSuspended'; readonly payload: { readonly reason?: string } }
  | { readonly type: 'MeetingResumed'; readonly payload: Readonly<Record<never, never>> }
  | {
      readonly type: 'MeetingConcluded';
      readonly payload: {
        readonly present: number;
        /** G10. What departments were asked and have not answered. */
        readonly unanswered?: readonly Unanswered[];
        /** Why it is not waited for. */
        readonly reason?: string;
      };
    }
  | { readonly type: 'MeetingPostponed'; readonly payload: { readonly startsAt: Instant; readonly reason: string } }
  | { readonly type: 'MeetingCancelled'; readonly payload: { readonly reason: string } }
  | { readonly type: 'ChairHandedOver'; readonly payload: { readonly from: PersonId; readonly to: PersonId } }
  | { readonly type: 'StageRevised'; readonly payload: { readonly stageId: StageId; readonly minutes: number; readonly reason: string } }
  | { readonly type: 'MaterialAdded'; readonly payload: { readonly material: Material } }
  | { readonly type: 'MembersMaterialAdded'; readonly payload: { readonly material: Material } }
  | { readonly type: 'MaterialWithdrawn'; readonly payload: { readonly materialId: MaterialId; readonly reason: string } };

/** G1–G10. The phases of a meeting, each entered once and left by its own step. */
export function decideAgenda(meeting: Assembled & Meeting, command: Stamped<AgendaCommand>): Decision {
  switch (command.type) {
    case 'OpenMeeting':
    case 'PostponeMeeting':
      return decideBefore(meeting, command);
    case 'CancelMeeting':
      return isRehearsal(meeting.notice) ? clearAway(meeting, command) : decideBefore(meeting, command);
    case 'HandOverChair':
      if (attendeeOf(meeting.roll, command.to)?.role !== 'moderator') return no({ type: 'NotAModerator', person: command.to });
      if (meeting.presiding === command.to) return yes();
      return yes({ type: 'ChairHandedOver', payload: { from: meeting.presiding, to: command.to } });
    case 'ReviseStage': {
      const { stageId, minutes, reason } = command;
      const stage = meeting.agenda.stages.find((one) => one.stageId === stageId);
      if (!stage) return no({ type: 'UnknownStage', stageId });
      return stage.minutes === minutes ? yes() : yes({ type: 'StageRevised', payload: { stageId, minutes, reason } });
    }
    case 'AddMaterial': {
      const { material } = command;
      if (meeting.agenda.materials.some(({ materialId }) => materialId === material.materialId)) return no({ type: 'MaterialIdTaken' });
      return yes(materialAdded(material));
    }
    case 'WithdrawMaterial': {
      const { materialId, reason } = command;
      if (!meeting.agenda.materials.some((one) => one.materialId === materialId)) return no({ type: 'UnknownMaterial' });
      return yes({ type: 'MaterialWithdrawn', payload: { materialId, reason } });
    }
    default:
      return decideInSession(meeting, command);
  }
}

/** G8. What only members may read is a fact of its own, with its own audience. */
export const materialAdded = (material: Material): MeetingEvent => ({
  type: material.circle === 'public' ? 'MaterialAdded' : 'MembersMaterialAdded',
  payload: { material },
});

function decideBefore(
  meeting: Assembled & Meeting,
  command: Extract<AgendaCommand, { type: 'OpenMeeting' | 'PostponeMeeting' | 'CancelMeeting' }>,
): Decision {
  if (meeting.phase !== 'convened') return no({ type: 'MeetingAlreadyOpen' });
  switch (command.type) {
    case 'OpenMeeting': {
      const { eligible, present, onLeave, quorumMet } = attendance(meeting.roll, meeting.rules.quorum);
      const opened: MeetingEvent = { type: 'MeetingOpened', payload: { eligible, present, onLeave, quorumMet } };
      const [first] = meeting.agenda.stages;
      return first ? yes(opened, { type: 'StageEntered', payload: { stageId: first.stageId } }) : yes(opened);
    }
    case 'PostponeMeeting': {
      const { startsAt, reason } = command;
      return startsAt === meeting.notice.startsAt ? yes() : yes({ type: 'MeetingPostponed', payload: { startsAt, reason } });
    }
    case 'CancelMeeting':
      return yes({ type: 'MeetingCancelled', payload: { reason: command.reason } });
  }
}

type DuringSession = Extract<AgendaCommand, { type: 'MoveToStage' | 'SuspendMeeting' | 'ResumeMeeting' | 'ConcludeMeeting' }>;

function decideInSession(meeting: Assembled & Meeting, command: Stamped<DuringSession>): Decision {
  if (command.type === 'ResumeMeeting' && meeting.phase === 'suspended') return yes({ type: 'MeetingResumed', payload: {} });
  if (meeting.phase !== 'inSession') return no({ type: 'MeetingNotInSession', phase: meeting.phase });
  const { queue, stageId } = meeting;
  if (command.type === 'ResumeMeeting') return yes();
  const busy = underVote(meeting);
  if (busy) return no(busy);
  const cleared = clearedFloor(queue.floor, command.at, stageId);
  switch (command.type) {
    case 'MoveToStage':
      if (!meeting.agenda.stages.some((one) => one.stageId === command.stageId))
        return no({ type: 'UnknownStage', stageId: command.stageId });
      if (command.stageId === stageId) return yes();
      return yes(...cleared, { type: 'StageEntered', payload: { stageId: command.stageId } });
    case 'SuspendMeeting':
      return yes(...pauseOfSpeech(queue.floor), {
        type: 'MeetingSuspended',
        payload: command.reason === undefined ? {} : { reason: command.reason },
      });
    case 'ConcludeMeeting': {
      const { present } = attendance(meeting.roll, meeting.rules.quorum);
      const unanswered = unansweredIn(queue);
      const reason = command.reason === undefined ? {} : { reason: command.reason };
      return yes(...cleared, {
        type: 'MeetingConcluded',
        payload: unanswered.length > 0 ? { present, unanswered, ...reason } : { present },
      });
    }
  }
}

/** Q18. How long the meeting has stood at a stage, each time it did, without its breaks, ms. */
export const stageSpentMs = ({ course }: Agenda, stageId: StageId, now: Instant): number =>
  course
    .filter((leg) => leg.stageId === stageId)
    .reduce((sum, leg) => sum + lengthOf(leg, now) - (leg.breaks ?? []).reduce((all, one) => all + lengthOf(one, now), 0), 0);

const lengthOf = ({ from, to }: Pick<Leg, 'from' | 'to'>, now: Instant): number => Math.max(0, (to ?? now) - from);

type Recorded = Extract<
  AgendaEvent,
  {
    type:
      | ('StageEntered' | 'StageRevised' | 'MeetingSuspended' | 'MeetingResumed' | 'MeetingConcluded')
      | ('MaterialAdded' | 'MembersMaterialAdded' | 'MaterialWithdrawn');
  }
> & { readonly at: Instant };

export function evolveAgenda(agenda: Agenda, event: Recorded): Agenda {
  const { at } = event;
  const ended = agenda.course.map((leg) => (leg.to === null ? { ...leg, to: at } : leg));
  switch (event.type) {
    case 'StageEntered':
      return { ...agenda, course: [...ended, { stageId: event.payload.stageId, from: at, to: null }] };
    case 'MeetingSuspended':
      return { ...agenda, course: agenda.course.map((leg) => (leg.to === null ? inBreak(leg, at) : leg)) };
    case 'MeetingResumed':
      return { ...agenda, course: agenda.course.map((leg) => (leg.to === null ? afterBreak(leg, at) : leg)) };
    case 'MeetingConcluded':
      return { ...agenda, course: ended };
    case 'StageRevised': {
      const { stageId, minutes } = event.payload;
      return { ...agenda, stages: agenda.stages.map((one) => (one.stageId === stageId ? { ...one, minutes } : one)) };
    }
    case 'MaterialAdded':
    case 'MembersMaterialAdded':
      return { ...agenda, materials: [...agenda.materials, event.payload.material] };
    case 'MaterialWithdrawn':
      return { ...agenda, materials: agenda.materials.filter(({ materialId }) => materialId !== event.payload.materialId) };
  }
}

const inBreak = (leg: Leg, at: Instant): Leg => ({ ...leg, breaks: [...(leg.breaks ?? []), { from: at, to: null }] });

const afterBreak = (leg: Leg, at: Instant): Leg =>
  leg.breaks ? { ...leg, breaks: leg.breaks.map((one) => (one.to === null ? { ...one, to: at } : one)) } : leg;
