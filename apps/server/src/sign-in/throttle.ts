// Knows how often an account was guessed at in a row; not from where, and nothing of passwords.
import type { Clock } from '../ports.ts';

/** Failures in a row that cost nothing. */
const free = 5;
const longestWaitMs = 5 * 60_000;
/** A failure this old no longer counts. */
const forgetMs = 60 * 60_000;
/** Names remembered at once: strangers' guesses at invented names must not fill the memory. */
const most = 10_000;
/** Attempts on one account that may wait for one another. */
const longestLine = 20;

export type Verdict<Result> = { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly retryAfterMs: number };

export interface Throttle {
  /** Runs one attempt on an account after the earlier ones on it; refuses without running it while the account has to wait. `succeeded` judges the result. */
  attempt<Result>(account: string, run: () => Promise<Result>, succeeded: (result: Result) => boolean): Promise<Verdict<Result>>;
}

interface Guesses {
  readonly failures: number;
  readonly lastAt: number;
  readonly until: number;
}

/** After five failures in a row an account waits 2, 4, 8 … s, at most five minutes. Other accounts never wait for it. */
export function throttle(clock: Clock): Throttle {
  const known = new Map<string, Guesses>();
  const lines = new Map<string, { tail: Promise<unknown>; length: number }>();

  const guesses = (account: string): Guesses => {
    const found = known.get(account);
    return found && clock() - found.lastAt < forgetMs ? found : { failures: 0, lastAt: 0, until: 0 };
  };
  const failed = (account: string): void => {
    const failures = guesses(account).failures + 1;
    const wait = failures < free ? 0 : Math.min(1000 * 2 ** Math.min(failures - free + 1, 20), longestWaitMs);
    known.delete(account);
    known.set(account, { failures, lastAt: clock(), until: clock() + wait });
    if (known.size > most) known.delete(known.keys().next().value ?? '');
  };

  async function inTurn<Result>(
    account: string,
    run: () => Promise<Result>,
    succeeded: (result: Result) => boolean,
  ): Promise<Verdict<Result>> {
    const wait = guesses(account).until - clock();
    if (wait > 0) return { ok: false, retryAfterMs: wait };
    const result = await run();
    if (succeeded(result)) known.delete(account);
    else failed(account);
    return { ok: true, result };
  }

  return {
    attempt: async (account, run, succeeded) => {
      const line = lines.get(account) ?? { tail: Promise.resolve(), length: 0 };
      // In turn, or many guesses sent at the same instant would all pass before the first has failed.
      if (line.length >= longestLine) return { ok: false, retryAfterMs: 2000 };
      lines.set(account, line);
      line.length += 1;
      const mine = line.tail.then(() => inTurn(account, run, succeeded));
      line.tail = mine.catch(() => undefined);
      try {
        return await mine;
      } finally {
        line.length -= 1;
        if (line.length === 0) lines.delete(account);
      }
    },
  };
}
