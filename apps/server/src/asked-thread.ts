// Knows a thread that is asked one thing after another and answers in that order; not what is asked of it.
import { Worker } from 'node:worker_threads';

/** What the thread answers to one message. */
export type Reported<Answer> = { readonly answer: Answer } | { readonly error: string };

export interface AskedThread<Message, Answer> {
  /** Rejects when the thread says so, or ends before it answered. */
  ask(message: Message): Promise<Answer>;
  /** Ends the thread; the next question begins another. */
  rest(): Promise<void>;
}

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** The thread begins with the first question and does not keep the process alive. `name`: for the error when it ends. */
export function askedThread<Message, Answer>(file: URL, name: string): AskedThread<Message, Answer> {
  let worker: Worker | null = null;
  /** In the order in which they are answered. */
  let waiting: Waiting<Answer>[] = [];

  const ended = (error: unknown): void => {
    worker = null;
    const all = waiting;
    waiting = [];
    for (const { reject } of all) reject(error);
  };

  const begun = (): Worker => {
    if (worker) return worker;
    const thread = new Worker(file, { execArgv: [] });
    thread.unref();
    thread.on('message', (report: Reported<Answer>) => {
      const first = waiting.shift();
      if ('error' in report) first?.reject(new Error(report.error));
      else first?.resolve(report.answer);
    });
    thread.on('error', ended);
    thread.on('exit', () => {
      if (worker === thread) ended(new Error(`${name} has ended`));
    });
    return (worker = thread);
  };

  return {
    ask: (message) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        begun().postMessage(message);
      }),
    rest: async () => {
      const thread = worker;
      if (thread) ended(new Error(`${name} has ended`));
      await thread?.terminate();
    },
  };
}
