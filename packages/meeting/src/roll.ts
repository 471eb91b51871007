// Knows who is entitled to be here and who is; not what they say or how they vote.
import { valueOf, withoutValue, withValue, type ByPerson } from './by-person.ts';
import type { Decision } from './decision.ts';
import { no, yes } from './decision.ts';
import { underVote } from './elections/index.ts';
import type { Instant, Stamped } from './envelope.ts';
import { clock, type PersonId } from './ids.ts';
import type { Assembled } from './meeting.ts';
import { lookUp, without } from './record.ts';
import { needed, type Threshold } from './rules.ts';

export const roles = ['member', 'departmentRep', 'moderator', 'secretary', 'observer'] as const;
export type Role = (typeof roles)[number];

export interface Attendee {
  readonly person: PersonId;
  readonly name: string;
  readonly role: Role;
  /** 界别, for members. */
  readonly sector?: string;
  /** Office or department. */
  readonly unit?: string;
  /** Honorific or post, printed after the name. */
  readonly title?: string;
  readonly seat?: string;
  /** V23. Votes, from 1; left out: one. Counts where the rules weigh. */
  readonly weight?: number;
}

export type Whereabouts = 'hall' | 'online';

export interface Presence {
  readonly at: Instant;
  readonly where: Whereabouts;
  /** Who pressed: the person, or a secretary for a failed device (代操作). */
  readonly by: PersonId;
}

export type Leave =
  | { readonly phase: 'requested'; readonly at: Instant; readonly reasonDigest: string }
  | { readonly phase: 'approved'; readonly at: Instant; readonly by: PersonId }
  | { readonly phase: 'declined'; readonly at: Instant; readonly by: PersonId };

export interface Roll {
  /** In the given precedence. */
  readonly attendees: readonly Attendee[];
  readonly present: ByPerson<Presence>;
  /** Those who left before the end, by the time they left. */
  readonly left: Readonly<Record<PersonId, Instant>>;
  readonly leaves: Readonly<Record<PersonId, Leave>>;
}

export type RollCommand =
  | { readonly type: 'CheckIn'; readonly where?: Whereabouts | undefined }
  | { readonly type: 'CheckInFor'; readonly person: PersonId; readonly reason: string }
  | { readonly type: 'UndoCheckIn'; readonly person: PersonId; readonly reason: string }
  | { readonly type: 'MarkLeft'; readonly person: PersonId }
  | { readonly type: 'RequestLeave'; readonly reasonDigest: string }
  | { readonly type: 'WithdrawLeave' }
  | { readonly type: 'ApproveLeave'; readonly person: PersonId }
  | { readonly type: 'DeclineLeave'; readonly person: PersonId }
  | { readonly type: 'AddAttendee'; readonly attendee: Attendee; readonly reason: string }
  | { readonly type: 'RemoveAttendee'; readonly person: PersonId; readonly reason: string };

export type RollEvent =
  | { readonly type: 'CheckedIn'; readonly payload: { readonly person: PersonId; readonly where: Whereabouts; readonly reason?: string } }
  | { readonly type: 'CheckInUndone'; readonly payload: { readonly person: PersonId; readonly reason: string } }
  | { readonly type: 'LeftEarly'; readonly payload: { readonly person: PersonId } }
  | { readonly type: 'LeaveRequested'; readonly payload: { readonly person: PersonId; readonly reasonDigest: string } }
  | { readonly type: 'LeaveWithdrawn'; readonly payload: { readonly person: PersonId } }
  | { readonly type: 'LeaveApproved'; readonly payload: { readonly person: PersonId } }
  | { readonly type: 'LeaveDeclined'; readonly payload: { readonly person: PersonId } }
  /** An approved leave that holds no longer; told to all, as the approval was. */
  | { readonly type: 'LeaveRevoked'; readonly payload: { readonly person: PersonId } }
  | { readonly type: 'AttendeeAdded'; readonly payload: { readonly attendee: Attendee; readonly reason: string } }
  | { readonly type: 'AttendeeRemoved'; readonly payload: { readonly person: PersonId; readonly reason: string } };

/** Lists of attendees are never changed, only replaced: somebody is looked up, not searched for. */
const byPerson = new WeakMap<readonly Attendee[], ReadonlyMap<PersonId, Attendee>>();

export function attendeeOf({ attendees }: Roll, person: PersonId): Attendee | undefined {
  const known = byPerson.get(attendees);
  if (known) return known.get(person);
  // The first of that name, should there be two.
  const fresh = new Map(attendees.toReversed().map((attendee) => [attendee.person, attendee]));
  byPerson.set(attendees, fresh);
  return fresh.get(person);
}

/** When and where somebody checked in, also when they have left since; undefined for whoever has not. */
export const presenceOf = ({ present }: Pick<Roll, 'present'>, person: PersonId): Presence | undefined => valueOf(present, person);

export const isPresent = (roll: Roll, person: PersonId): boolean =>
  presenceOf(roll, person) !== undefined && lookUp(roll.left, person) === undefined;

const entitled = (roll: Roll): readonly Attendee[] => roll.attendees.filter(({ role }) => role === 'member');

/** V3. The entitled members checked in and not gone, in precedence: the roll a motion freezes. */
export const presentMembers = (roll: Roll): readonly PersonId[] =>
  entitled(roll)
    .map(({ person }) => person)
    .filter((person) => isPresent(roll, person));

export interface Attendance {
  /** 应到 */
  readonly eligible: number;
  /** 实到 */
  readonly present: number;
  /** Of those present, by line. */
  readonly online: number;
  /** 请假: approved and not come after all. */
  readonly onLeave: number;
  /** 缺席 */
  readonly absent: number;
  /** The least number present that makes a quorum. */
  readonly needed: number;
  readonly quorumMet: boolean;
}

/** R2, R3. The figures read out at the opening; members only. */
export function attendance(roll: Roll, quorum: Threshold): Attendance {
  const members = entitled(roll);
  const here = presentMembers(roll);
  const onLeave = members.filter(({ person }) => lookUp(roll.leaves, person)?.phase === 'approved' && !isPresent(roll, person)).length;
  const least = needed(quorum, members.length);
  return {
    eligible: members.length,
    present: here.length,
    online: here.filter((person) => presenceOf(roll, person)?.where === 'online').length,
    onLeave,
    absent: members.length - here.length - onLeave,
    needed: least,
    quorumMet: here.length >= least,
  };
}

/** R1, R4–R8. Open until the meeting is over. */
export function decideRoll(meeting: Assembled, command: Stamped<RollCommand>): Decision {
  const { roll } = meeting;
  switch (command.type) {
    case 'CheckIn': {
      const before = isPresent(roll, command.by) ? presenceOf(roll, command.by) : undefined;
      const where = command.where ?? before?.where ?? 'hall';
      if (before?.where === where) return yes();
      return yes({ type: 'CheckedIn', payload: { person: command.by, where } });
    }
    case 'CheckInFor':
      if (!attendeeOf(roll, command.person)) return no({ type: 'UnknownPerson', person: command.person });
      if (isPresent(roll, command.person)) return yes();
      return yes({ type: 'CheckedIn', payload: { person: command.person, where: 'hall', reason: command.reason } });
    case 'UndoCheckIn':
      if (!presenceOf(roll, command.person)) return no({ type: 'NotCheckedIn', person: command.person });
      return yes({ type: 'CheckInUndone', payload: { person: command.person, reason: command.reason } });
    case 'MarkLeft':
      if (!isPresent(roll, command.person)) return no({ type: 'NotCheckedIn', person: command.person });
      return yes({ type: 'LeftEarly', payload: { person: command.person } });
    case 'RequestLeave':
      return requestLeave(roll, command);
    case 'WithdrawLeave': {
      const leave = lookUp(roll.leaves, command.by);
      if (!leave) return no({ type: 'LeaveNotRequested', person: command.by });
      return yes({ type: leave.phase === 'approved' ? 'LeaveRevoked' : 'LeaveWithdrawn', payload: { person: command.by } });
    }
    case 'ApproveLeave':
    case 'DeclineLeave':
      return decideLeave(roll, command);
    case 'AddAttendee':
      if (command.attendee.person === clock) return no({ type: 'UnknownPerson', person: clock });
      if (attendeeOf(roll, command.attendee.person)) return no({ type: 'AlreadyOnRoll', person: command.attendee.person });
      return yes({ type: 'AttendeeAdded', payload: { attendee: command.attendee, reason: command.reason } });
    case 'RemoveAttendee':
      return decideRemoval(meeting, command);
  }
}

function requestLeave(roll: Roll, { by, reasonDigest }: Stamped<Extract<RollCommand, { type: 'RequestLeave' }>>): Decision {
  const leave = lookUp(roll.leaves, by);
  if (leave?.phase === 'approved' || (leave?.phase === 'requested' && leave.reasonDigest === reasonDigest)) return yes();
  return yes({ type: 'LeaveRequested', payload: { person: by, reasonDigest } });
}

function decideLeave(roll: Roll, command: Extract<RollCommand, { type: 'ApproveLeave' | 'DeclineLeave' }>): Decision {
  const { person } = command;
  const leave = lookUp(roll.leaves, person);
  if (!leave) return no({ type: 'LeaveNotRequested', person });
  if (command.type === 'ApproveLeave') return leave.phase === 'approved' ? yes() : yes({ type: 'LeaveApproved', payload: { person } });
  if (leave.phase === 'declined') return yes();
  return yes({ type: leave.phase === 'approved' ? 'LeaveRevoked' : 'LeaveDeclined', payload: { person } });
}

function decideRemoval(meeting: Assembled, { person, reason }: Extract<RollCommand, { type: 'RemoveAttendee' }>): Decision {
  if (!attendeeOf(meeting.roll, person)) return no({ type: 'UnknownPerson', person });
  if (meeting.presiding === person) return no({ type: 'IsPresiding', person });
  if (isPresent(meeting.roll, person)) return no({ type: 'AlreadyCheckedIn', person });
  // V4: whoever left since the opening still stands on the roll of the vote, and may be written in.
  const busy = underVote(meeting);
  if (busy) return no(busy);
  return yes({ type: 'AttendeeRemoved', payload: { person, reason } });
}

export function evolveRoll(roll: Roll, event: RollEvent & { readonly by: PersonId; readonly at: Instant }): Roll {
  const { by, at } = event;
  switch (event.type) {
    case 'CheckedIn': {
      const { person, where } = event.payload;
      return { ...roll, present: withValue(roll.present, person, { at, where, by }), left: without(roll.left, person) };
    }
    case 'CheckInUndone': {
      const { person } = event.payload;
      return { ...roll, present: withoutValue(roll.present, person), left: without(roll.left, person) };
    }
    case 'LeftEarly':
      return { ...roll, left: { ...roll.left, [event.payload.person]: at } };
    case 'LeaveRequested': {
      const { person, reasonDigest } = event.payload;
      return { ...roll, leaves: { ...roll.leaves, [person]: { phase: 'requested', at, reasonDigest } } };
    }
    case 'LeaveWithdrawn':
    case 'LeaveRevoked':
      return { ...roll, leaves: without(roll.leaves, event.payload.person) };
    case 'LeaveApproved':
      return { ...roll, leaves: { ...roll.leaves, [event.payload.person]: { phase: 'approved', at, by } } };
    case 'LeaveDeclined':
      return { ...roll, leaves: { ...roll.leaves, [event.payload.person]: { phase: 'declined', at, by } } };
    case 'AttendeeAdded':
      return { ...roll, attendees: [...roll.attendees, event.payload.attendee] };
    case 'AttendeeRemoved': {
      const { person } = event.payload;
      return {
        attendees: roll.attendees.filter((attendee) => attendee.person !== person),
        present: withoutValue(roll.present, person),
        left: without(roll.left, person),
        leaves: without(roll.leaves, person),
      };
    }
  }
}
