// Who is here, where the meeting stands and what lies on the table (R, G, D), in the simple idea the core is compared with.
import type { AgendaCommand, RecommendationsCommand, RollCommand } from '@xieshang/meeting';
import { electionIsOpen } from './elections.ts';
import { isHere, votingIsOpen, type Hall, type Rules, type Verdict } from './hall.ts';
import { moving } from './amendments.ts';
import { clearFloor, settleLoss, tick } from './floor.ts';
import { enter } from './list.ts';

const isStage = ({ planned }: Hall, id: string): boolean => planned.has(id);

const arrive = (hall: Hall, person: string, where: 'hall' | 'online'): Verdict => {
  if (isHere(hall, person) && hall.here.get(person) === where) return 'silent';
  hall.here.set(person, where);
  hall.gone.delete(person);
  return 'done';
};

/** V13, and only in session. */
const barred = (hall: Hall): Verdict | undefined =>
  hall.phase !== 'inSession'
    ? 'MeetingNotInSession'
    : votingIsOpen(hall)
      ? 'VotingIsOpen'
      : electionIsOpen(hall)
        ? 'ElectionIsOpen'
        : undefined;

export const rollRules: Rules<RollCommand['type']> = {
  CheckIn: (hall, { where }, by) => arrive(hall, by, where ?? (isHere(hall, by) ? hall.here.get(by) : undefined) ?? 'hall'),
  CheckInFor: (hall, { person }) =>
    !hall.people.has(person) ? 'UnknownPerson' : isHere(hall, person) ? 'silent' : arrive(hall, person, 'hall'),
  UndoCheckIn: ({ here, gone }, { person }) => {
    if (!here.delete(person)) return 'NotCheckedIn';
    gone.delete(person);
    return 'done';
  },
  MarkLeft: (hall, { person }) => (isHere(hall, person) && hall.gone.add(person) ? 'done' : 'NotCheckedIn'),
  RequestLeave: ({ leaves }, { reasonDigest }, by) => {
    const [step, digest] = leaves.get(by) ?? [];
    if (step === 'approved' || (step === 'requested' && digest === reasonDigest)) return 'silent';
    leaves.set(by, ['requested', reasonDigest]);
    return 'done';
  },
  WithdrawLeave: ({ leaves }, _, by) => (leaves.delete(by) ? 'done' : 'LeaveNotRequested'),
  ApproveLeave: ({ leaves }, { person }) => {
    const [step] = leaves.get(person) ?? [];
    if (!step || step === 'approved') return step ? 'silent' : 'LeaveNotRequested';
    leaves.set(person, ['approved', '']);
    return 'done';
  },
  DeclineLeave: ({ leaves }, { person }) => {
    const [step] = leaves.get(person) ?? [];
    if (!step || step === 'declined') return step ? 'silent' : 'LeaveNotRequested';
    if (step === 'approved') leaves.delete(person);
    else leaves.set(person, ['declined', '']);
    return 'done';
  },
  AddAttendee: ({ people }, { attendee: { person, role } }) => {
    if (person === 'clock') return 'UnknownPerson';
    if (people.has(person)) return 'AlreadyOnRoll';
    people.set(person, role);
    return 'done';
  },
  RemoveAttendee: (hall, { person }) => {
    if (!hall.people.has(person)) return 'UnknownPerson';
    if (hall.chair === person) return 'IsPresiding';
    if (isHere(hall, person)) return 'AlreadyCheckedIn';
    if (votingIsOpen(hall)) return 'VotingIsOpen';
    if (electionIsOpen(hall)) return 'ElectionIsOpen';
    for (const list of [hall.people, hall.sectors, hall.here, hall.gone, hall.leaves]) list.delete(person);
    return 'done';
  },
};

export const agendaRules: Rules<AgendaCommand['type']> = {
  OpenMeeting: (hall, _, __, at) => {
    if (hall.phase !== 'convened') return 'MeetingAlreadyOpen';
    hall.phase = 'inSession';
    return enter(hall, hall.plan.stages[0]?.stageId ?? '', at);
  },
  PostponeMeeting: (hall, { startsAt }) => {
    if (hall.phase !== 'convened') return 'MeetingAlreadyOpen';
    if (hall.startsAt === startsAt) return 'silent';
    hall.startsAt = startsAt;
    return 'done';
  },
  CancelMeeting: (hall) => {
    if (hall.phase !== 'convened') return 'MeetingAlreadyOpen';
    hall.phase = 'cancelled';
    return 'done';
  },
  MoveToStage: (hall, { stageId }, _, at) => {
    const no = barred(hall);
    if (no) return no;
    if (!isStage(hall, stageId)) return 'UnknownStage';
    if (hall.stage === stageId) return 'silent';
    clearFloor(hall, at);
    return enter(hall, stageId, at);
  },
  SuspendMeeting: (hall, _, __, at) => {
    const no = barred(hall);
    if (no) return no;
    tick(hall, at);
    settleLoss(hall, at);
    if (hall.floor) hall.floor.since = null;
    hall.phase = 'suspended';
    return 'done';
  },
  ResumeMeeting: (hall) => {
    if (hall.phase === 'inSession') return 'silent';
    if (hall.phase !== 'suspended') return 'MeetingNotInSession';
    hall.phase = 'inSession';
    return 'done';
  },
  ConcludeMeeting: (hall, _, __, at) => {
    const no = barred(hall);
    if (no) return no;
    clearFloor(hall, at);
    hall.phase = 'concluded';
    return 'done';
  },
  HandOverChair: (hall, { to }) => {
    if (hall.people.get(to) !== 'moderator') return 'NotAModerator';
    if (hall.chair === to) return 'silent';
    hall.chair = to;
    return 'done';
  },
  ReviseStage: ({ planned }, { stageId, minutes }) => {
    if (!planned.has(stageId)) return 'UnknownStage';
    if (planned.get(stageId) === minutes) return 'silent';
    planned.set(stageId, minutes);
    return 'done';
  },
  AddMaterial: ({ materials }, { material: { materialId } }) =>
    materials.has(materialId) || !materials.add(materialId) ? 'MaterialIdTaken' : 'done',
  WithdrawMaterial: ({ materials }, { materialId }) => (materials.delete(materialId) ? 'done' : 'UnknownMaterial'),
};

export const draftRules: Rules<RecommendationsCommand['type']> = {
  TableRecommendation: ({ texts, amendments }, { recommendation: { motionId, text } }) => {
    if (texts.has(motionId) || amendments.has(motionId)) return 'MotionIdTaken';
    texts.set(motionId, { text, version: 1 });
    return 'done';
  },
  ReviseRecommendation: (hall, { motionId, text }) => {
    const { texts } = hall;
    const draft = texts.get(motionId);
    if (!draft) return 'UnknownMotion';
    const stands = moving(hall, motionId);
    if (stands) return stands;
    if (draft.text === text) return 'silent';
    texts.set(motionId, { text, version: draft.version + 1 });
    return 'done';
  },
};
