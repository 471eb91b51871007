// Knows how a ballot is spelled before it is sealed: as many bytes for every choice; not what an item is about.
import { bytesToUtf8 } from '@noble/ciphers/utils.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '../canonical.ts';
import type { BallotKeys } from './keys.ts';
import { isTag, type Tag } from './tag.ts';

export type Mark = 'approve' | 'oppose' | 'abstain';

/** One mark. The tag stands beside it in the published list; it is empty where receipts are by hash alone. */
export interface BallotLine {
  /** A motion, a candidate, or `person:<id>` for 另选他人. */
  readonly item: string;
  readonly mark: Mark;
  readonly tag: Tag | '';
}

/** What a voter's page and the count must know of a vote; the same for everybody, and fixed at the opening. */
export interface SealedVote {
  readonly voteId: string;
  readonly keys: BallotKeys;
  /** `hash`: R0, only the ballot's hash is published. `tag`: R1, each mark is published beside its tag. */
  readonly receipt: 'hash' | 'tag';
  /** Everything that can be marked. */
  readonly items: readonly string[];
  readonly marks: readonly Mark[];
  /** The most lines that a ballot may hold. */
  readonly most: number;
}

export type LinesFailure =
  /** More lines than the vote allows: 废票. */
  | 'TooManyMarks'
  | 'MarkedTwice'
  | 'UnknownItem'
  | 'UnknownMark'
  /** A tag where there must be none, none where there must be one, or one tag twice. */
  | 'WrongTag'
  /** Not the bytes that this ballot is spelled with. */
  | 'NotCanonical';

export type Lines = { readonly ok: true; readonly lines: readonly BallotLine[] } | { readonly ok: false; readonly failure: LinesFailure };

/** Bytes of a ballot of that vote before it is sealed: what its longest possible ballot needs. */
export function plainLength({ items, most, receipt }: SealedVote): number {
  const longest = items
    .map((item) => utf8ToBytes(canonical([item, 'approve', receipt === 'tag' ? '0'.repeat(16) : ''])).length)
    .toSorted((a, b) => b - a)
    .slice(0, most);
  return '[]'.length + longest.reduce((sum, length) => sum + length + ','.length, 0);
}

/** Null: these lines are no ballot of that vote. */
export function linesFailure(lines: readonly BallotLine[], vote: SealedVote): LinesFailure | null {
  const [items, tags] = [new Set(lines.map(({ item }) => item)), new Set(lines.map(({ tag }) => tag))];
  if (lines.length > vote.most) return 'TooManyMarks';
  if (items.size < lines.length) return 'MarkedTwice';
  if (lines.some(({ item }) => !vote.items.includes(item))) return 'UnknownItem';
  if (lines.some(({ mark }) => !vote.marks.includes(mark))) return 'UnknownMark';
  const tagged =
    vote.receipt === 'tag' ? lines.every(({ tag }) => isTag(tag)) && tags.size === lines.length : [...tags].every((tag) => tag === '');
  return tagged ? null : 'WrongTag';
}

/** Padded with zeros to the vote's one length. The lines must be a ballot of that vote. */
export function plainBytes(lines: readonly BallotLine[], vote: SealedVote): Uint8Array {
  const bytes = new Uint8Array(plainLength(vote));
  bytes.set(utf8ToBytes(spelled(lines)));
  return bytes;
}

/** Reads what `plainBytes` wrote, and nothing else. */
export function linesOf(bytes: Uint8Array, vote: SealedVote): Lines {
  const text = bytesToUtf8(bytes).replace(/\0+$/, '');
  const lines = parsed(text);
  const failure = lines ? linesFailure(lines, vote) : 'NotCanonical';
  if (!lines || failure) return { ok: false, failure: failure ?? 'NotCanonical' };
  return same(bytes, plainBytes(lines, vote)) ? { ok: true, lines } : { ok: false, failure: 'NotCanonical' };
}

/** By item, so that the order of pressing is not in it. */
const spelled = (lines: readonly BallotLine[]): string =>
  canonical(lines.toSorted((a, b) => (a.item < b.item ? -1 : 1)).map(({ item, mark, tag }) => [item, mark, tag]));

function parsed(text: string): readonly BallotLine[] | null {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) && read.every(isLine) ? read.map(([item, mark, tag]) => ({ item, mark, tag })) : null;
  } catch {
    return null;
  }
}

const isLine = (line: unknown): line is readonly [string, Mark, Tag | ''] =>
  Array.isArray(line) && line.length === 3 && line.every((part) => typeof part === 'string');

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, place) => byte === b[place]);
