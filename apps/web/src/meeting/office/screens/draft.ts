// Knows what is being chosen for a screen before it is put there, and what it comes to; not how it is chosen.
import type { Instant, MotionId, Showing } from '@xieshang/meeting';
import { electionsAt } from '../../shared/elections.ts';
import type { Held } from '../../shared/held.ts';
import { pulsePairs } from '../../shared/pulses.ts';
import { motionsAt, paperAt } from '../../shared/scene.ts';

export type Kind = Showing['kind'];

/** In the order they are offered. */
export const kindsOffered: readonly Kind[] = [
  'meeting',
  'floor',
  'speakers',
  'agenda',
  'vote',
  'text',
  'result',
  'elected',
  'pulse',
  'notice',
  'break',
  'emblem',
];

/** Offered lengths of a break, minutes. */
export const breakMinutes = [5, 10, 15, 20, 30] as const;

export interface Draft {
  readonly kind: Kind;
  readonly text: string;
  /** How long a break lasts; null: nobody says. */
  readonly minutes: number | null;
  /** Which of what can be chosen; null: the first. */
  readonly item: string | null;
}

export const emptyDraft: Draft = { kind: 'meeting', text: '', minutes: 10, item: null };

/** What is on a screen now, to start from. */
export function draftOf(showing: Showing): Draft {
  const of = { ...emptyDraft, kind: showing.kind };
  switch (showing.kind) {
    case 'notice':
      return { ...of, text: showing.text };
    case 'text':
    case 'pulse':
      return { ...of, item: showing.motionId };
    case 'result':
      return { ...of, item: showing.motionIds.length === 1 ? (showing.motionIds[0] ?? null) : null };
    case 'elected':
      return { ...of, item: showing.electionId };
    default:
      return of;
  }
}

export interface Item {
  readonly id: string;
  readonly showing: Showing;
}

/** What of a kind there is to choose from; the first is what stands when nothing is chosen. Empty where there is none. */
export function itemsOf(meeting: Held, kind: Kind): readonly Item[] {
  switch (kind) {
    case 'text':
      return Object.entries(meeting.motions)
        .toSorted(([, one], [, other]) => paperAt(one).number - paperAt(other).number)
        .map(([id]) => ({ id, showing: { kind, motionId: id as MotionId } }));
    case 'result': {
      const told = motionsAt(meeting, 'announced');
      const each = told.map(({ motionId }): Item => ({ id: motionId, showing: { kind, motionIds: [motionId] } }));
      const all: Item = { id: '', showing: { kind, motionIds: told.map(({ motionId }) => motionId) } };
      return told.length > 1 ? [all, ...each] : each;
    }
    case 'elected':
      return electionsAt(meeting, 'announced')
        .toReversed()
        .map(({ electionId }) => ({ id: electionId, showing: { kind, electionId } }));
    case 'pulse':
      return pulsePairs(meeting).map(({ motionId }) => ({ id: motionId, showing: { kind, motionId } }));
    default:
      return [];
  }
}

const minuteMs = 60_000;

/** What the draft comes to at `now` (epoch ms), or null while something is missing. A break ends at a whole minute. */
export function showingOf(meeting: Held, { kind, text, minutes, item }: Draft, now: Instant): Showing | null {
  switch (kind) {
    case 'notice':
      return text.trim() === '' ? null : { kind, text: text.trim() };
    case 'break':
      return { kind, until: minutes === null ? null : Math.round((now + minutes * minuteMs) / minuteMs) * minuteMs };
    case 'text':
    case 'result':
    case 'elected':
    case 'pulse': {
      const items = itemsOf(meeting, kind);
      return (items.find(({ id }) => id === item) ?? items[0])?.showing ?? null;
    }
    default:
      return { kind };
  }
}
