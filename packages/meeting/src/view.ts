// Knows what one attendee may see of a state or of an event; not how it is shown.
import type { Material } from './agenda.ts';
import { ownAsides, type Asides } from './asides.ts';
import { grouped, ungrouped } from './by-person.ts';
import type { Countersigner } from './countersigners.ts';
import { electionsSeen, ownBallots, ownEnteredBallots, withOwnBallots, type OwnBallots } from './elections/index.ts';
import type { MeetingEvent } from './event.ts';
import type { AnswerId, MotionId, PersonId, RequestId } from './ids.ts';
import type { Assembled, Meeting } from './meeting.ts';
import { blankMinutes } from './minutes.ts';
import type { Stance } from './pulses/index.ts';
import { ownStance, withoutStances, withOwnStance } from './pulses/view.ts';
import { ownRatings, withOwnRatings, type Rating } from './queue/index.ts';
import { lookUp } from './record.ts';
import type { Leave, Presence, Role, Roll } from './roll.ts';
import type { SpeechDigest } from './speech-digests.ts';
import { hiddenFrom, ownVotes, withOwn, type OwnVotes } from './vote/view.ts';
import type { Motion } from './vote/index.ts';

/** Those who see the same: the office, members, and departments with observers. */
export type Circle = 'office' | 'members' | 'public';

export interface Viewer {
  readonly person: PersonId;
  readonly role: Role;
}

export const circleOf = (role: Role): Circle =>
  role === 'moderator' || role === 'secretary' ? 'office' : role === 'member' ? 'members' : 'public';

/** Law 6. Whom a fact reaches: a circle and the wider ones inside it, and persons by name. Others get its digest. */
export interface Audience {
  readonly circles: readonly Circle[];
  readonly persons: readonly PersonId[];
}

const everyone: readonly Circle[] = ['office', 'members', 'public'];
const insiders: readonly Circle[] = ['office', 'members'];

/** W1–W13. */
export function audienceOf(event: MeetingEvent): Audience {
  switch (event.type) {
    case 'VoteCast':
      return { circles: [], persons: [event.payload.voter, ...(event.payload.holder === undefined ? [] : [event.payload.holder])] };
    case 'VoteEntered':
    case 'ElectionEntered':
      return { circles: ['office'], persons: [event.payload.voter] };
    case 'PulseTaken':
      return { circles: [], persons: [event.payload.person] };
    case 'AsideSent':
    case 'AsideWithdrawn':
    case 'AsideReceived':
    case 'AsideAcknowledged':
    case 'AsideAnswered':
      return { circles: [], persons: [event.payload.from, event.payload.to] };
    case 'CountEntered':
    case 'ElectionCountEntered':
    case 'VotersUnreachable':
    case 'ElectorsUnreachable':
      return { circles: ['office'], persons: [] };
    case 'ElectionCast':
      return { circles: [], persons: [event.payload.voter] };
    case 'AnswerRated':
      return { circles: ['office'], persons: [event.payload.person] };
    case 'LeaveRequested':
    case 'LeaveWithdrawn':
    case 'LeaveDeclined':
      return { circles: ['office'], persons: [event.payload.person] };
    case 'WriterPermitted':
    case 'WriterDismissed':
      return { circles: ['office'], persons: [event.payload.person] };
    case 'MinutesSubmitted':
    case 'MinutesPassed':
    case 'OpenItemClosed':
      return { circles: ['office'], persons: [] };
    case 'MinutesReturned':
      return { circles: ['office'], persons: event.payload.countersigners ?? [] };
    case 'MinutesCountersigned':
      return { circles: ['office'], persons: event.payload.person === undefined ? [] : [event.payload.person] };
    case 'CountersignerNamed':
    case 'CountersignerExcused':
    case 'SpeakerAsked':
    case 'SpeechDigestConfirmed':
    case 'SpeechDigestContested':
    case 'SpeakerExcused':
      return { circles: ['office'], persons: [event.payload.person] };
    case 'RecommendationsTabled':
    case 'RecommendationRevised':
    case 'AmendmentProposed':
    case 'AmendmentWithdrawn':
    case 'AmendmentRebased':
    case 'AmendmentsMerged':
    case 'AmendmentDeclined':
    case 'MembersMaterialAdded':
    case 'ElectionTabled':
    case 'ElectionRevised':
    case 'ElectionWithdrawn':
      return { circles: insiders, persons: [] };
    default:
      return { circles: everyone, persons: [] };
  }
}

export const reaches = ({ circles, persons }: Audience, viewer: Viewer): boolean =>
  circles.includes(circleOf(viewer.role)) || persons.includes(viewer.person);

/** A meeting as it travels: who is present by person, however a state holds that. */
export type SharedView = Spelled<Meeting>;
type Spelled<One> = One extends Assembled
  ? Omit<One, 'roll'> & { readonly roll: Omit<Roll, 'present'> & { readonly present: Readonly<Record<PersonId, Presence>> } }
  : One;

/** What all of one circle see alike; made once for each circle and `seq`. */
export function sharedView(meeting: Meeting, circle: Circle): SharedView {
  if (meeting.phase === 'notConvened') return meeting;
  const { roll } = meeting;
  return {
    ...meeting,
    roll: { ...roll, present: ungrouped(roll.present), leaves: circle === 'office' ? roll.leaves : approvedOnly(roll.leaves) },
    agenda: { ...meeting.agenda, materials: meeting.agenda.materials.filter((material) => mayRead(material, circle)) },
    recommendations: circle === 'public' ? {} : meeting.recommendations,
    amendments: circle === 'public' ? {} : meeting.amendments,
    motions: mapMotions(meeting, (motion) => hiddenFrom(motion, circle)),
    queue: circle === 'office' ? meeting.queue : { ...meeting.queue, ratings: {} },
    pulses: withoutStances(meeting.pulses),
    elections: electionsSeen(meeting.elections, circle),
    asides: [],
    minutes: circle === 'office' || meeting.minutes.phase === 'issued' ? meeting.minutes : blankMinutes,
    ...(circle === 'office' ? {} : { speechDigests: {}, countersigners: {}, closedItems: [] }),
  };
}

/** What a viewer sees beyond the circle: the own leave and votes, what is between this person and one other, and what the minutes ask of one: to write, to confirm, to countersign. */
export interface OwnPart extends OwnVotes, OwnBallots {
  readonly leave: Leave | null;
  /** Of answers. */
  readonly ratings: Readonly<Record<AnswerId, Rating>>;
  /** In the pulse that is open. */
  readonly stance: Stance | null;
  readonly writes: boolean;
  readonly speechDigests: Readonly<Record<RequestId, SpeechDigest>>;
  readonly countersigner: Countersigner | null;
  readonly asides: Asides;
}

const nothingOwn: OwnPart = {
  leave: null,
  votes: {},
  entered: {},
  asHolder: {},
  ratings: {},
  stance: null,
  ballots: {},
  enteredBallots: {},
  writes: false,
  speechDigests: {},
  countersigner: null,
  asides: [],
};

export function ownPart(meeting: Meeting, person: PersonId): OwnPart {
  if (meeting.phase === 'notConvened') return nothingOwn;
  const { minutes } = meeting;
  const writes = minutes.phase !== 'issued' && minutes.writers.includes(person);
  const digests = Object.entries(meeting.speechDigests).filter(([, one]) => one.person === person);
  return {
    leave: lookUp(meeting.roll.leaves, person) ?? null,
    ...ownVotes(meeting.motions, person),
    ratings: ownRatings(meeting.queue, person),
    stance: ownStance(meeting.pulses, person),
    ballots: ownBallots(meeting.elections, person),
    enteredBallots: ownEnteredBallots(meeting.elections, person),
    writes,
    speechDigests: Object.fromEntries(digests),
    countersigner: lookUp(meeting.countersigners, person) ?? null,
    asides: ownAsides(meeting.asides, person),
  };
}

/** Puts the two parts of a viewer's state together again. */
export function joinView(shared: SharedView, own: OwnPart, person: PersonId): Meeting {
  if (shared.phase === 'notConvened') return shared;
  const leaves = own.leave ? { ...shared.roll.leaves, [person]: own.leave } : shared.roll.leaves;
  const { minutes } = shared;
  const unseen = own.writes && minutes.phase === 'drafting' && !minutes.writers.includes(person);
  return {
    ...shared,
    roll: { ...shared.roll, present: grouped(shared.roll.present), leaves },
    speechDigests: { ...shared.speechDigests, ...own.speechDigests },
    countersigners: own.countersigner ? { ...shared.countersigners, [person]: own.countersigner } : shared.countersigners,
    queue: { ...shared.queue, ratings: withOwnRatings(shared.queue.ratings, own.ratings, person) },
    pulses: withOwnStance(shared.pulses, own.stance, person),
    minutes: unseen ? { ...minutes, writers: [person] } : minutes,
    motions: mapMotions(shared, (motion, motionId) => withOwn(motion, motionId, own, person)),
    elections: withOwnBallots(shared.elections, own, person),
    asides: own.asides,
  };
}

/** Law 6. The state one attendee's browser holds. */
export const view = (meeting: Meeting, viewer: Viewer): Meeting =>
  joinView(sharedView(meeting, circleOf(viewer.role)), ownPart(meeting, viewer.person), viewer.person);

const mayRead = ({ circle }: Material, viewer: Circle): boolean => circle === 'public' || viewer !== 'public';

const approvedOnly = (leaves: Readonly<Record<PersonId, Leave>>): Readonly<Record<PersonId, Leave>> =>
  Object.fromEntries(Object.entries(leaves).filter(([, leave]) => leave.phase === 'approved'));

const mapMotions = ({ motions }: Pick<Assembled, 'motions'>, seen: (motion: Motion, motionId: MotionId) => Motion): Assembled['motions'] =>
  Object.fromEntries(Object.entries(motions).map(([id, motion]) => [id, seen(motion, id as MotionId)]));
