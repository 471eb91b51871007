// Knows what a mismatch between prose and record is and how it is told in one sentence; not how one is found.
import type { FactId } from '../fact-id.ts';

export type FindingKind = 'figure' | 'vote' | 'name' | 'unit' | 'date' | 'wording' | 'forgotten';

/** A place in the prose that says otherwise than the record, or something of the record that neither prose nor facts tell. */
export interface Finding {
  readonly kind: FindingKind;
  /** Place in the text of the block, in UTF-16 units; both 0 where nothing stands. */
  readonly from: number;
  readonly to: number;
  /** 正文写“实到27人”，记录为28人（签到记录）。 */
  readonly says: string;
  /** Where the record of it is shown; null where no fact holds it. */
  readonly fact: FactId | null;
  /** The sentence it stands in and what the record says: changes when either does. */
  readonly key: string;
}

export interface Mismatch {
  readonly kind: Exclude<FindingKind, 'forgotten'>;
  readonly from: number;
  readonly to: number;
  /** What the prose says, shortly: 实到27人. */
  readonly written: string;
  /** What the record says: 28人; with `plainly` a clause of its own: 名单上没有. */
  readonly recorded: string;
  readonly plainly?: true;
  /** 签到记录 */
  readonly record: string;
  readonly fact: FactId | null;
}

export const mismatchSentence = ({ written, recorded, plainly, record }: Mismatch): string =>
  `正文写“${written.replaceAll(':', '：')}”，${plainly ? '' : '记录为'}${recorded}（${record}）。`;
