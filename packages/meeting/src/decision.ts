// Knows the two answers a rule can give; not which rules there are.
import type { MeetingEvent } from './event.ts';
import type { Refusal } from './refusal.ts';

/** Yes with the events that follow (an empty list is a yes), or a named no. */
export type Decision = { readonly ok: true; readonly events: readonly MeetingEvent[] } | { readonly ok: false; readonly refusal: Refusal };

export const yes = (...events: readonly MeetingEvent[]): Decision => ({ ok: true, events });
export const no = (refusal: Refusal): Decision => ({ ok: false, refusal });
