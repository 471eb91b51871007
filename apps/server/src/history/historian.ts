// Asks the thread that reads the past, and gives it what it has not read yet, a little at a time; knows no meeting and no rights.
import type { LoggedChange } from '@xieshang/minutes/history';
import { askedThread } from '../asked-thread.ts';
import type { MinutesHistoryStore } from '../ports.ts';
import type { AnswerTo, Errand, Question } from './questions.ts';

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

export function openHistorian(store: Pick<MinutesHistoryStore, 'changes' | 'clients'>): Historian {
  const thread = askedThread<Errand, unknown>(new URL('thread.ts', import.meta.url), 'the thread that reads the past');
  let idle: NodeJS.Timeout | undefined;
  /** One question after the other: the changes before it must not be handed over twice. */
  let queue: Promise<unknown> = Promise.resolve();

  /** Gives the thread what the lineage has beyond `head`. */
  const bringUp = async (minutes: string, lineage: Lineage): Promise<void> => {
    let head = Number(await thread.ask({ kind: 'head', minutes }));
    let before = 0;
    for (const { document, head: last } of lineage) {
      const clients = head < before + last ? await store.clients(document) : [];
      while (head < before + last) {
        const rows = await store.changes(document, head - before, portion);
        const first = rows[0]?.seq;
        if (first !== head - before + 1) throw new Error(`the log of the minutes has a gap after ${head - before}`);
        const changes = rows.map((row): LoggedChange => ({ ...row, seq: before + row.seq }));
        head = Number(await thread.ask({ kind: 'extend', minutes, changes, clients }));
      }
      before += last;
    }
  };

  return {
    ask: async <Asked extends Question>(minutes: string, lineage: Lineage, question: Asked) => {
      clearTimeout(idle);
      const answer = queue.then(async () => {
        await bringUp(minutes, lineage);
        return (await thread.ask({ kind: 'ask', minutes, question })) as AnswerTo<Asked>;
      });
      queue = answer
        .catch(() => undefined)
        .finally(() => {
          clearTimeout(idle);
          idle = setTimeout(() => void thread.rest(), idleMs);
          idle.unref();
        });
      return answer;
    },
    close: async () => {
      clearTimeout(idle);
      await thread.rest();
    },
  };
}
