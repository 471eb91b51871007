// Knows how far what was typed has come, in the words of law 10; not how it gets there.

/** `refused`: the server will not take this page's line again. */
export type LineState = 'connecting' | 'open' | 'refused';

export interface SaveState {
  readonly line: LineState;
  /** Own changes that the server has not confirmed yet, a running composition included. */
  readonly typed: number;
  /** Own changes that the server has admitted, not yet on its disk. */
  readonly received: number;
  /** Law 10. True only when the server said so of every own change (message 100). */
  readonly onDisk: boolean;
  /** The server's disk fails: nothing counts as kept until it works again. */
  readonly diskFails: boolean;
  /** Law 12. Changes of others that wait for the end of a composition. */
  readonly waiting: number;
}

interface Counts {
  readonly typed: number;
  readonly received: number;
}

/** Law 10. A text that is still being composed counts as typed: it is nowhere but here. */
export function saveState(
  line: LineState,
  { typed, received }: Counts,
  { composed, diskFails, waiting }: { readonly composed: boolean; readonly diskFails: boolean; readonly waiting: number },
): SaveState {
  const unsent = typed + (composed ? 1 : 0);
  return { line, typed: unsent, received, onDisk: unsent === 0 && received === 0 && !diskFails, diskFails, waiting };
}
