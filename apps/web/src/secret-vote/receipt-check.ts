// Knows how a receipt stands to what was published of its vote; not where the receipt was found, nor how the answer is shown.
import type { SealedCount } from '@xieshang/meeting';
import {
  isAccepted,
  lineOfTag,
  publishedFailure,
  readReceipt,
  receiptFailure,
  receiptOfFragment,
  tagOfWords,
  wordsOfTag,
  isTag,
  type PublishedFailure,
  type PublishedLine,
  type ReceiptFailure,
} from '@xieshang/protocol/sealed';

/** What somebody holds in the hand: the whole receipt, or what was typed of it. */
export interface Given {
  /** Null: whichever vote is being looked at. */
  readonly vote: string | null;
  /** The beginning of the ballot's hash, 16 digits or more; null: not typed. */
  readonly hash: string | null;
  readonly tags: readonly { readonly tag: string; readonly item: string | null; readonly label: string | null }[];
  readonly signed: { readonly key: string; readonly signature: string } | null;
}

export type Reading =
  | { readonly ok: true; readonly given: Given }
  | { readonly ok: false; readonly failure: 'Unreadable' | 'OtherMeeting' };

/** Of a file. */
export function givenOfFile(text: string, meeting: string): Reading {
  const receipt = readReceipt(text);
  if (!receipt) return { ok: false, failure: 'Unreadable' };
  if (receipt.meeting !== meeting) return { ok: false, failure: 'OtherMeeting' };
  const { vote, hash, tags, key, signature } = receipt;
  return { ok: true, given: { vote, hash, tags, signed: { key, signature } } };
}

/** Of the address that a scanned code leads to; null when it bears none. */
export function givenOfCode(fragment: string, meeting: string): Given | null {
  const receipt = receiptOfFragment(fragment.replace(/^#/, ''), meeting);
  if (!receipt) return null;
  const { vote, hash, key, signature, tags } = receipt;
  return { vote, hash, tags: tags.map((tag) => ({ tag, item: null, label: null })), signed: { key, signature } };
}

/** Of what a voter types from the slip: words of a tag, or the beginning of the hash. */
export function givenOfTyped(typed: string): Reading {
  const tag = tagOfWords(typed);
  if (tag) return { ok: true, given: { vote: null, hash: null, tags: [{ tag, item: null, label: null }], signed: null } };
  const hash = typed.replace(/\s/g, '').toLowerCase();
  if (!/^[0-9a-f]{16,64}$/.test(hash)) return { ok: false, failure: 'Unreadable' };
  return { ok: true, given: { vote: null, hash, tags: [], signed: null } };
}

export interface Outcome {
  /** All that could be checked is as it must be. */
  readonly right: boolean;
  readonly accepted: boolean | null;
  readonly lines: readonly { readonly words: string; readonly label: string | null; readonly line: PublishedLine | null }[];
  /** Null: the receipt bears no signature. */
  readonly signature: 'holds' | ReceiptFailure | null;
  /** What anybody can check of the published vote. */
  readonly published: PublishedFailure | null;
}

export function outcomeOf(given: Given, count: SealedCount, meeting: string, knownKey: string | null): Outcome {
  const { hash, tags, signed } = given;
  const full = hash === null ? undefined : count.hashes.find((one) => one.startsWith(hash));
  const accepted = hash === null ? null : full !== undefined && isAccepted(full, count);
  const lines = tags.map(({ tag, item, label }) => {
    const line = lineOfTag(tag, count);
    return { words: isTag(tag) ? wordsOfTag(tag) : tag, label, line: line && (item === null || item === line.item) ? line : null };
  });
  const failure = signed && hash !== null ? receiptFailure({ meeting, vote: count.voteId, hash }, signed, knownKey) : null;
  const signature = signed ? (failure ?? 'holds') : null;
  const published = publishedFailure(count, count);
  const right =
    accepted !== false && lines.every(({ line }) => line !== null) && (signature === null || signature === 'holds') && published === null;
  return { right, accepted, lines, signature, published };
}
