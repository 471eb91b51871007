// Knows what a remark on the minutes is, and how remarks follow from what was done with them; not who may do it, nor where it is kept.
import type { Instant, PersonId } from '@xieshang/meeting';

declare const brand: unique symbol;
/** Of a comment, a suggestion or a reply; made by whoever writes it. */
export type RemarkId = string & { readonly [brand]: 'remark' };
export const remarkId = (text: string): RemarkId => text as RemarkId;

/** A passage of the text as it read when somebody remarked on it (B2). */
export interface Anchor {
  /** Where it begins and ends, held by its own first and last character. */
  readonly from: string;
  readonly to: string;
  /** The same two places, held by what stood before and behind it. */
  readonly behind: string;
  readonly ahead: string;
  /** What stood there, a line for each block; empty for a place between two characters. */
  readonly quote: string;
  /** The end of what stood before it in its block. */
  readonly before: string;
}

/** What somebody does; a comment and a suggestion begin a remark under their own id. */
export type RemarkAct =
  | { readonly type: 'comment'; readonly anchor: Anchor; readonly text: string; readonly mentions: readonly PersonId[] }
  | {
      readonly type: 'suggest';
      readonly anchor: Anchor;
      /** What the passage should read; empty to take it out. */
      readonly replacement: string;
      /** Why; may be empty. */
      readonly text: string;
      readonly mentions: readonly PersonId[];
    }
  | { readonly type: 'reply'; readonly remark: RemarkId; readonly text: string; readonly mentions: readonly PersonId[] }
  | { readonly type: 'resolve' | 'reopen' | 'accept' | 'withdraw'; readonly remark: RemarkId }
  | { readonly type: 'decline'; readonly remark: RemarkId; readonly reason: string };

/** One line of a meeting's remarks, which only grow (B8). `seq` counts from 1 without a gap. */
export interface RemarkEntry {
  readonly seq: number;
  readonly id: RemarkId;
  readonly by: PersonId;
  readonly at: Instant;
  readonly act: RemarkAct;
}

/** Words of somebody, and whom they mention. */
export interface Saying {
  readonly id: RemarkId;
  readonly seq: number;
  readonly by: PersonId;
  readonly at: Instant;
  readonly text: string;
  readonly mentions: readonly PersonId[];
}

interface Settled {
  readonly by: PersonId;
  readonly at: Instant;
}

export type CommentStanding =
  | { readonly phase: 'open' }
  | ({ readonly phase: 'resolved' } & Settled)
  | ({ readonly phase: 'withdrawn' } & Settled);

export type SuggestionStanding =
  | { readonly phase: 'open' }
  | ({ readonly phase: 'accepted' } & Settled)
  | ({ readonly phase: 'declined'; readonly reason: string } & Settled)
  | ({ readonly phase: 'withdrawn' } & Settled);

interface Begun extends Saying {
  readonly anchor: Anchor;
  /** Oldest first. */
  readonly replies: readonly Saying[];
}

export type Comment = Begun & { readonly kind: 'comment'; readonly standing: CommentStanding };
export type Suggestion = Begun & { readonly kind: 'suggestion'; readonly replacement: string; readonly standing: SuggestionStanding };
export type Remark = Comment | Suggestion;

/** All remarks of a meeting, in the order they were begun. */
export type Remarks = ReadonlyMap<RemarkId, Remark>;

export const noRemarks: Remarks = new Map();

/** The remarks after these entries; an entry that fits nothing changes nothing. */
export function withEntries(before: Remarks, entries: readonly RemarkEntry[]): Remarks {
  if (entries.length === 0) return before;
  const remarks = new Map(before);
  for (const entry of entries) {
    const { act } = entry;
    const begun = act.type === 'comment' || act.type === 'suggest';
    const changed = begun ? begin(entry, act) : changedBy(entry, act, remarks.get(act.remark));
    if (changed) remarks.set(changed.id, changed);
  }
  return remarks;
}

const said = ({ id, seq, by, at }: RemarkEntry, { text, mentions }: Pick<Saying, 'text' | 'mentions'>): Saying => ({
  ...{ id, seq, by, at, text, mentions },
});

function begin(entry: RemarkEntry, act: Extract<RemarkAct, { type: 'comment' | 'suggest' }>): Remark {
  const begun = { ...said(entry, act), anchor: act.anchor, replies: [] };
  return act.type === 'comment'
    ? { ...begun, kind: 'comment', standing: { phase: 'open' } }
    : { ...begun, kind: 'suggestion', replacement: act.replacement, standing: { phase: 'open' } };
}

type Later = Exclude<RemarkAct, { type: 'comment' | 'suggest' }>;

function changedBy(entry: RemarkEntry, act: Later, remark: Remark | undefined): Remark | null {
  if (!remark) return null;
  const settled: Settled = { by: entry.by, at: entry.at };
  if (act.type === 'reply') return { ...remark, replies: [...remark.replies, said(entry, act)] };
  if (act.type === 'withdraw') return { ...remark, standing: { phase: 'withdrawn', ...settled } };
  if (remark.kind === 'comment') {
    if (act.type === 'resolve') return { ...remark, standing: { phase: 'resolved', ...settled } };
    return act.type === 'reopen' ? { ...remark, standing: { phase: 'open' } } : null;
  }
  if (act.type === 'accept') return { ...remark, standing: { phase: 'accepted', ...settled } };
  return act.type === 'decline' ? { ...remark, standing: { phase: 'declined', reason: act.reason, ...settled } } : null;
}

/** Comments that are not resolved and suggestions that nobody has decided. */
export const openOf = (remarks: Remarks): readonly Remark[] => [...remarks.values()].filter(({ standing }) => standing.phase === 'open');

/** Where somebody else mentions this person: the numbers of the entries, oldest first. */
export function mentionsOf(remarks: Remarks, person: PersonId): readonly number[] {
  const seqs: number[] = [];
  for (const remark of remarks.values()) {
    if (remark.standing.phase === 'withdrawn') continue;
    for (const { seq, by, mentions } of [remark, ...remark.replies]) if (by !== person && mentions.includes(person)) seqs.push(seq);
  }
  return seqs.toSorted((one, other) => one - other);
}
