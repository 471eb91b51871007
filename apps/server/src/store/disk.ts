// Knows what a disk's refusal means for going on; not what was to be written.

/** What SQLite says when a disk has not done as it was told, or the file is not what was written: nothing after that can be relied on. */
const [busy, inputOutput, corrupt, full, notADatabase] = [5, 10, 11, 13, 26];
const untrue: ReadonlySet<number> = new Set([inputOutput, corrupt, notADatabase]);

const kindOf = (error: unknown): number =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;

/** Nothing was written and nothing is lost: with room, the same write succeeds. */
export const isFull = (error: unknown): boolean => kindOf(error) === full;

export const isBusy = (error: unknown): boolean => kindOf(error) === busy;
export const isDamaged = (error: unknown): boolean => kindOf(error) === corrupt || kindOf(error) === notADatabase;

/** Runs one piece of work with the database, or throws what it threw. */
export type Disk = <Answer>(work: () => Answer) => Answer;

/** D5. After the first untrue answer nothing is asked of the database any more, whatever a second try would say. `broken` hears of it once, before anybody else. */
export function trustedDisk(broken: (error: unknown) => void): Disk {
  let last: { readonly error: unknown } | null = null;
  return (work) => {
    if (last) throw last.error;
    try {
      return work();
    } catch (error) {
      if (untrue.has(kindOf(error))) {
        last = { error };
        broken(error);
      }
      throw error;
    }
  };
}
