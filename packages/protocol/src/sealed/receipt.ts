// Knows what the server signs when it has a ballot on disk, and how that is checked; nothing of the ballot but its hash.
import { canonical } from '../canonical.ts';
import { isSignedText } from '../epoch.ts';
import type { Hex } from './hex.ts';
import type { SealedVote } from './lines.ts';
import { isTag } from './tag.ts';

/** What was accepted. No voter and no time: a receipt that is found says nothing about whose it is. */
export interface Accepted {
  readonly meeting: string;
  readonly vote: string;
  /** `ballotHash` of what was accepted. */
  readonly hash: Hex;
}

/** The answer to a sealed ballot. */
export interface Receipt {
  /** The server's public key. */
  readonly key: Hex;
  /** Ed25519 over `receiptStatement`. */
  readonly signature: Hex;
}

export type ReceiptFailure =
  /** Signed by another key than the one this server is known by. */
  'OtherKey' | 'NotSigned';

/** The text that is signed, and nothing else is. The same ballot has the same statement, however often it is sent. */
export const receiptStatement = ({ meeting, vote, hash }: Accepted): string =>
  `xieshang/receipt/v1\n${canonical({ v: 1, meeting, vote, hash })}`;

/** Null: it holds. `knownKey`: the key that this server was known by before; null on a device that never saw it. */
export function receiptFailure(accepted: Accepted, receipt: Receipt, knownKey: Hex | null): ReceiptFailure | null {
  if (knownKey !== null && receipt.key !== knownKey) return 'OtherKey';
  return isSignedText(receiptStatement(accepted), receipt.signature, receipt.key) ? null : 'NotSigned';
}

export interface ReceiptTag {
  readonly item: string;
  /** What the item is called, so that it can be read without the meeting. */
  readonly label: string;
  readonly tag: string;
}

/** What the voter keeps: on the screen, as a file, on paper. The marks are not in it; the published list says them beside the tags. */
export interface KeptReceipt extends Accepted, Receipt {
  readonly level: SealedVote['receipt'];
  /** Of each line. Empty where receipts are by hash alone. */
  readonly tags: readonly ReceiptTag[];
  /** What was voted on. */
  readonly title: string;
}

export const writeReceipt = ({ meeting, vote, hash, key, signature, level, tags, title }: KeptReceipt): string =>
  canonical({
    kind: 'xieshang-receipt',
    v: 1,
    meeting,
    vote,
    hash,
    key,
    signature,
    level,
    tags: tags.map(({ item, label, tag }) => ({ item, label, tag })),
    title,
  });

/** Null when it is not what `writeReceipt` wrote; spaces at the ends do not matter. Whether it is signed is another question. */
export function readReceipt(text: string): KeptReceipt | null {
  try {
    const receipt: KeptReceipt = JSON.parse(text);
    return writeReceipt(receipt) === text.trim() ? receipt : null;
  } catch {
    return null;
  }
}

/** As a code to be scanned, where every character counts: what a check needs and no more. */
export const receiptFragment = ({ vote, hash, signature, key, tags }: KeptReceipt): string =>
  [vote, hash, signature, key, ...tags.map(({ tag }) => tag)].join('.');

/** What a scanned code says of a ballot; the tags without their items. Null when it is none. */
export function receiptOfFragment(fragment: string, meeting: string): (Accepted & Receipt & { readonly tags: readonly string[] }) | null {
  const [vote, hash, signature, key, ...tags] = fragment.split('.');
  if (!vote || !hash || !signature || !key) return null;
  const isSound = /^[0-9a-f]{64}$/.test(hash) && /^[0-9a-f]{64}$/.test(key) && /^[0-9a-f]{128}$/.test(signature) && tags.every(isTag);
  return isSound ? { meeting, vote, hash, signature, key, tags } : null;
}
