// Knows who stands where on the list of those who wait; not who may stand on it.
import type { PersonId, Queue, Request } from '@xieshang/meeting';

/** The first of those who wait, at most `count`. */
export const nextUp = (queue: Queue, count = 2): readonly Request[] => queue.waiting.slice(0, count);

export interface Place {
  readonly request: Request;
  /** From 1. */
  readonly place: number;
}

/** Where a person stands first; null when not on the list. */
export function placeInList(queue: Queue, person: PersonId): Place | null {
  const at = queue.waiting.findIndex((request) => request.person === person);
  const request = queue.waiting[at];
  return request ? { request, place: at + 1 } : null;
}

/** Whose turn it is in the order of this meeting's speeches, from 1: the one on the floor, or the next to be. */
export const speechNumber = (queue: Queue): number => queue.speeches.length + 1;
