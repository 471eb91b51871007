// A log in front of another whose next append goes wrong as a disk or a dying process would; loses nothing it has.
import type { EventLog } from '../ports.ts';

/**
 * `refused`: nothing is written and the writer is told so. `unsure`: written, but the writer only sees an error.
 * `silent`: written, and nobody is ever answered, as when the process dies between commit and answer.
 */
export type AppendTrouble = 'refused' | 'unsure' | 'silent';

export interface TroubledLog {
  readonly log: EventLog;
  /** Befalls the append after next `healthy` ones. */
  trouble(kind: AppendTrouble, healthy?: number): void;
  mend(): void;
  /** No append is begun until the answer is called. */
  hold(): () => void;
  /** Appends begun, in whatever way they ended. */
  readonly appends: () => number;
}

export function troubledLog(sound: EventLog): TroubledLog {
  let ahead: { readonly kind: AppendTrouble; readonly healthy: number } | null = null;
  let gate: Promise<void> = Promise.resolve();
  let appends = 0;

  const troubleNow = (): AppendTrouble | null => {
    const due = ahead?.healthy === 0 ? ahead.kind : null;
    ahead = !ahead || due ? null : { ...ahead, healthy: ahead.healthy - 1 };
    return due;
  };

  return {
    log: {
      append: async (append) => {
        appends += 1;
        await gate;
        const kind = troubleNow();
        if (kind === 'refused') throw new Error('the disk is full');
        const outcome = await sound.append(append);
        if (kind === 'unsure') throw new Error('the disk did not answer');
        return kind === 'silent' ? new Promise<never>(() => undefined) : outcome;
      },
      read: sound.read,
      answers: sound.answers,
      ballots: sound.ballots,
      destroyBallots: sound.destroyBallots,
    },
    trouble: (kind, healthy = 0) => void (ahead = { kind, healthy }),
    mend: () => void (ahead = null),
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return () => {
        gate = Promise.resolve();
        resolve();
      };
    },
    appends: () => appends,
  };
}
