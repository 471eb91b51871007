// Knows where a browser keeps a wish for a clause while it is being written; not what becomes of it.
import type { MeetingId, MotionId, PersonId } from '@xieshang/meeting';
import { inBrowser } from './kept.ts';

/** `version` and `original`: what the wish starts from. */
export interface KeptWish {
  readonly version: number;
  readonly original: string;
  readonly text: string;
  readonly reason: string;
}

const prefix = 'xieshang.wish.';
const keyOf = (meeting: MeetingId, person: PersonId, motionId: MotionId): string => `${prefix}${person} ${meeting} ${motionId}`;

const isWish = (value: unknown): value is KeptWish =>
  typeof value === 'object' &&
  value !== null &&
  ['original', 'text', 'reason'].every((name) => name in value && typeof value[name as keyof typeof value] === 'string') &&
  'version' in value &&
  typeof value.version === 'number';

export function keptWish(meeting: MeetingId, person: PersonId, motionId: MotionId): KeptWish | null {
  const value = inBrowser.read(keyOf(meeting, person, motionId));
  return isWish(value) ? value : null;
}

/** Null forgets it: it has been handed in, or given up. */
export function keepWish(meeting: MeetingId, person: PersonId, motionId: MotionId, wish: KeptWish | null): void {
  const key = keyOf(meeting, person, motionId);
  if (wish === null) inBrowser.forget(key);
  else inBrowser.keep(key, wish);
}

/** At sign-out: whoever uses this browser next finds nothing of that person's. */
export const forgetKeptWishes = (person: string): void => inBrowser.forgetFrom(`${prefix}${person} `);
