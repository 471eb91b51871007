// Knows what is told of the writing, and when it went well; judges no letters itself.
import type { Spread } from './spread.ts';
import type { Outcome } from './text-verdict.ts';
import type { Kept } from './verdict.ts';

export interface Written {
  readonly edits: number;
  /** ms from the local edit until the last of the other typists' replicas had applied it; erasing carries no clock and is not among them. */
  readonly editToSeen: Spread | null;
  /** ms from the local edit until message 100 counted it; told at most five times a second. */
  readonly editToDisk: Spread | null;
  readonly text: Outcome;
  /** Different contents, by hash, among all replicas and one that joined last. */
  readonly contents: number;
  /** `<close code> <reason>` of every line the server closed for good. */
  readonly refusals: readonly string[];
  readonly reconnects: number;
  /** Edits whose receipt never came on the line they were sent on. */
  readonly noReceipt: number;
}

/** Nothing lost, nothing doubled, and one content everywhere. */
export function isKept({ text, contents }: Pick<Written, 'text' | 'contents'>): boolean {
  const { lost, doubled, letters } = text;
  return lost === 0 && doubled === 0 && letters.missing === 0 && letters.surplus === 0 && contents === 1;
}

/** What the line of figures has more; `lost` and `doubled` are commands and marks together. */
export function minutesFigures(commands: Pick<Kept, 'lost' | 'doubled'>, written: Written, typists: number) {
  const { edits, editToSeen, editToDisk, text, contents, refusals, reconnects, noReceipt } = written;
  return {
    typists,
    edits,
    editToSeen,
    editToDisk,
    lost: commands.lost + text.lost,
    doubled: commands.doubled + text.doubled,
    converged: contents === 1,
    refusals: refusals.length,
    minutes: { ...text, contents, refused: [...new Set(refusals)], reconnects, noReceipt },
  };
}
