// Knows who has stated a reservation about a decision while carrying it out (声明保留); not how it was decided.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Instant, Stamped } from '../envelope.ts';
import type { MotionId, PersonId } from '../ids.ts';
import type { Assembled } from '../meeting.ts';
import { lookUp } from '../record.ts';
import type { ReservationCommand } from './commands.ts';
import type { ReservationEvent } from './events.ts';
import { standsOn } from './votes.ts';

export interface Reservation {
  readonly person: PersonId;
  /** Of the motion, whose result it is about. */
  readonly round: number;
  /** May be empty. */
  readonly note: string;
  readonly at: Instant;
}

/** By motion, in the order they were stated; one a person. */
export type Reservations = Readonly<Record<MotionId, readonly Reservation[]>>;

/** V25. Whoever stood on the roll, after the result, until the minutes are issued. Silent on the same words again. */
export function decideReservation(meeting: Assembled, command: Stamped<ReservationCommand>): Decision {
  const { motionId, by: person } = command;
  if (meeting.minutes.phase === 'issued') return no({ type: 'MinutesNotAtThisStep', phase: meeting.minutes.phase });
  const motion = lookUp(meeting.motions, motionId);
  if (motion?.phase !== 'closed' && motion?.phase !== 'announced') return no({ type: 'MotionNotVotedOn', motionId });
  if (!standsOn(motion.voterRoll, person)) return no({ type: 'NotOnVoterRoll', motionId });
  const before = reservationOf(meeting.reservations, motionId, person);
  if (command.type === 'WithdrawReservation') {
    return before ? yes({ type: 'ReservationWithdrawn', payload: { motionId, person } }) : yes();
  }
  const { round } = motion;
  const note = command.note ?? '';
  if (before?.note === note && before.round === round) return yes();
  return yes({ type: 'ReservationDeclared', payload: { motionId, person, round, note } });
}

export const reservationOf = (reservations: Reservations, motionId: MotionId, person: PersonId): Reservation | undefined =>
  lookUp(reservations, motionId)?.find((one) => one.person === person);

export function evolveReservations(reservations: Reservations, event: ReservationEvent & { readonly at: Instant }): Reservations {
  const { motionId, person } = event.payload;
  const others = (lookUp(reservations, motionId) ?? []).filter((one) => one.person !== person);
  if (event.type === 'ReservationWithdrawn') return { ...reservations, [motionId]: others };
  const { round, note } = event.payload;
  return { ...reservations, [motionId]: [...others, { person, round, note, at: event.at }] };
}
