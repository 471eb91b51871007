// Knows where a browser keeps a wish for a clause while it is being written; not what becomes of it.
import type { MeetingId, MotionId, PersonId } from '@xieshang/meeting';

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
  const value = attempt((): unknown => JSON.parse(localStorage.getItem(keyOf(meeting, person, motionId)) ?? 'null'));
  return isWish(value) ? value : null;
}

/** Null forgets it: it has been handed in, or given up. */
export function keepWish(meeting: MeetingId, person: PersonId, motionId: MotionId, wish: KeptWish | null): void {
  const key = keyOf(meeting, person, motionId);
  attempt(() => (wish === null ? localStorage.removeItem(key) : localStorage.setItem(key, JSON.stringify(wish))));
}

/** At sign-out: whoever uses this browser next finds nothing of that person's. */
export function forgetKeptWishes(person: string): void {
  const keys = attempt(() => Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '')) ?? [];
  for (const key of keys) if (key.startsWith(`${prefix}${person} `)) attempt(() => localStorage.removeItem(key));
}

function attempt<Answer>(act: () => Answer): Answer | null {
  try {
    return act();
  } catch {
    return null; // A browser may be told to keep nothing: then a wish lasts as long as its page.
  }
}
