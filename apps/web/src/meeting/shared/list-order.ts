// Knows who stands where in the order of turns; not who may stand on the list.
import { callableTurns, onFloor, turnOrder, type PersonId, type Queue, type Request, type Turn } from '@xieshang/meeting';
import type { Held } from './held.ts';

/** Whom the list belongs to. */
type Listed = Pick<Held, 'queue' | 'roll'>;

export const turnsOf = ({ queue, roll }: Listed): readonly Turn[] => turnOrder(queue, roll);

/** Q10. The first of those who wait and can be called, at most `count`; where nobody can, those who are awaited. */
export function nextUp(meeting: Listed, count = 2): readonly Request[] {
  const callable = callableTurns(meeting.queue, meeting.roll);
  return (callable.length > 0 ? callable : turnsOf(meeting)).slice(0, count).map(({ request }) => request);
}

export interface Place {
  readonly request: Request;
  readonly turn: Turn;
  /** From 1. */
  readonly place: number;
}

/** Where a person stands first; null when not on the list. */
export function placeInList(meeting: Listed, person: PersonId): Place | null {
  const turns = turnsOf(meeting);
  const at = turns.findIndex(({ request }) => request.person === person);
  const turn = turns[at];
  return turn ? { request: turn.request, turn, place: at + 1 } : null;
}

/** Whose turn it is in the order of this meeting's speeches, from 1: the one on the floor, or the next to be. */
export const speechNumber = ({ speeches, floor }: Queue): number =>
  speeches.filter(({ kind }) => kind !== 'writtenSpeech').length + Math.max(1, onFloor(floor).length);
