// Asks the thread that reads the past, and gives it what it has not read yet, a little at a time; knows no meeting and no rights.
import { Worker } from 'node:worker_threads';
import type { LoggedChange } from '@xieshang/minutes/history';
import type { MinutesHistoryStore } from '../ports.ts';
import type { AnswerTo, Errand, Question, Report } from './questions.ts';

/** The documents of one meeting's minutes, one after the other. */
export type Lineage = Awaited<ReturnType<MinutesHistoryStore['lineage']>>;

export interface Historian {
  /** Answers as of the whole lineage. Rejects when its log cannot be read. */
  ask<Asked extends Question>(minutes: string, lineage: Lineage, question: Asked): Promise<AnswerTo<Asked>>;
  close(): Promise<void>;
}

/** Changes handed over at once: reading them holds the event loop for about a millisecond. */
const portion = 500;
/** Nobody asks for so long: the thread ends, and its memory with it, ms. */
const idleMs = 10 * 60_000;

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** The thread begins with the first question and does not keep the process alive. */
export function openHistorian(store: Pick<MinutesHistoryStore, 'changes' | 'clients'>): Historian {
  let worker: Worker | null = null;
  /** In the order in which they are answered. */
  let waiting: Waiting[] = [];
  let idle: NodeJS.Timeout | undefined;
  /** One question after the other: the changes before it must not be handed over twice. */
  let queue: Promise<unknown> = Promise.resolve();

  const ended = (error: unknown): void => {
    worker = null;
    const all = waiting;
    waiting = [];
    for (const { reject } of all) reject(error);
  };

  const begun = (): Worker => {
    if (worker) return worker;
    const thread = new Worker(new URL('thread.ts', import.meta.url), { execArgv: [] });
    thread.unref();
    thread.on('message', (report: Report) => {
      const first = waiting.shift();
      if ('error' in report) first?.reject(new Error(report.error));
      else first?.resolve(report.answer);
    });
    thread.on('error', ended);
    thread.on('exit', () => {
      if (worker === thread) ended(new Error('the thread that reads the past has ended'));
    });
    return (worker = thread);
  };

  const send = (errand: Errand): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      begun().postMessage(errand);
    });

  const rest = async (): Promise<void> => {
    const thread = worker;
    worker = null;
    await thread?.terminate();
  };

  /** Gives the thread what the lineage has beyond `head`. */
  const bringUp = async (minutes: string, lineage: Lineage): Promise<void> => {
    let head = Number(await send({ kind: 'head', minutes }));
    let before = 0;
    for (const { document, head: last } of lineage) {
      const clients = head < before + last ? await store.clients(document) : [];
      while (head < before + last) {
        const rows = await store.changes(document, head - before, portion);
        const first = rows[0]?.seq;
        if (first !== head - before + 1) throw new Error(`the log of the minutes has a gap after ${head - before}`);
        const changes = rows.map((row): LoggedChange => ({ ...row, seq: before + row.seq }));
        head = Number(await send({ kind: 'extend', minutes, changes, clients }));
      }
      before += last;
    }
  };

  return {
    ask: async <Asked extends Question>(minutes: string, lineage: Lineage, question: Asked) => {
      clearTimeout(idle);
      const answer = queue.then(async () => {
        await bringUp(minutes, lineage);
        return (await send({ kind: 'ask', minutes, question })) as AnswerTo<Asked>;
      });
      queue = answer
        .catch(() => undefined)
        .finally(() => {
          clearTimeout(idle);
          idle = setTimeout(() => void rest(), idleMs);
          idle.unref();
        });
      return answer;
    },
    close: async () => {
      clearTimeout(idle);
      await rest();
    },
  };
}
