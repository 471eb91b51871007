// Knows how honest people are set to work beside an attack, and asked how it went; not what they do.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Arena } from './arena.ts';
import { bystanders } from './arena.ts';

/** Whose cursor strangers try to move. */
export const typistsClient = 4242;

export interface BystanderWork {
  readonly url: string;
  readonly document: string;
  readonly typist: string;
  readonly reader: string;
  readonly everyMs: number;
}

export interface BystanderReport {
  /** Round trips since it was last asked: from one's key to the other's screen, of a question on the live line, of a page's request. */
  ms: number[];
  /** Cursors under a name that may not be there. */
  readonly strangers: string[];
  /** Connections and answers that were lost. */
  readonly lost: string[];
  typed: number;
  onDisk: number;
  mostCursors: number;
  /** Cursors there are now, beside the typist's, and whether that is there. */
  left: number;
  isShown: boolean;
  /** What the reader has before his eyes in the end. */
  text: string;
}

export interface Bystanders {
  /** Whatever has become of the server. */
  dismiss(): Promise<unknown>;
  ask(what: 'figures' | 'end'): Promise<BystanderReport>;
}

/** Within what one person may write: 30 updates a second. */
const everyMs = 50;

export async function setToWork({ url, document, cookies }: Arena): Promise<Bystanders> {
  const [typist = '', reader = ''] = bystanders.map((account) => cookies.get(account) ?? '');
  const workerData: BystanderWork = { url, document, typist, reader, everyMs };
  const worker = new Worker(join(import.meta.dirname, 'bystander.ts'), { workerData });
  const next = <Said>(): Promise<Said> =>
    new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  await next<'ready'>();
  return {
    dismiss: () => worker.terminate(),
    ask: (what) => {
      const answer = next<BystanderReport>();
      worker.postMessage(what);
      return answer;
    },
  };
}
