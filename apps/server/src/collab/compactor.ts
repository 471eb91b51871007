// Knows how a state is made as small as Yjs makes it, beside the event loop: in a thread of its own, one for all documents. Knows no document.
import { Worker } from 'node:worker_threads';
import { sectionsOf } from './sections.ts';
import type { Encoded } from './shared-state.ts';

export interface Compactor {
  /** Rejects when the state cannot be read, or the thread ends. */
  compact(state: Uint8Array): Promise<Encoded>;
  close(): Promise<void>;
}

type Answer = { readonly state: Uint8Array } | { readonly error: string };

interface Waiting {
  readonly resolve: (state: Encoded) => void;
  readonly reject: (error: unknown) => void;
}

/** The thread begins with the first that is asked for and does not keep the process alive. */
export function openCompactor(): Compactor {
  let worker: Worker | null = null;
  /** In the order in which they are answered. */
  let waiting: Waiting[] = [];

  const ended = (error: unknown): void => {
    worker = null;
    const all = waiting;
    waiting = [];
    for (const { reject } of all) reject(error);
  };

  const begun = (): Worker => {
    if (worker) return worker;
    const thread = new Worker(new URL('compactor-thread.ts', import.meta.url), { execArgv: [] });
    thread.unref();
    thread.on('message', (answer: Answer) => {
      const first = waiting.shift();
      if ('error' in answer) first?.reject(new Error(answer.error));
      else first?.resolve({ bytes: answer.state, sections: sectionsOf(answer.state) });
    });
    thread.on('error', ended);
    thread.on('exit', () => ended(new Error('the compacting thread has ended')));
    return (worker = thread);
  };

  return {
    compact: (state) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        begun().postMessage(state);
      }),
    close: async () => {
      await worker?.terminate();
    },
  };
}
