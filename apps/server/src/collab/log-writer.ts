// Writes the updates of one document to its log, in order and many at once; keeps them until they are there (E2). Knows no sockets and no Yjs.
import type { MinutesStore, MinutesUpdate } from '../ports.ts';
import { limits } from './limits.ts';

export interface Entry {
  /** Null when there is nothing to write: it only waits for what was admitted before it. */
  readonly update: MinutesUpdate | null;
  /** Called in order, when the entry and all before it are on disk. Must not throw. */
  readonly written: (seq: number) => void;
}

export interface LogWriterDeps {
  readonly document: string;
  /** `seq` of the last update in the log. */
  readonly head: number;
  readonly store: Pick<MinutesStore, 'append' | 'updates'>;
  /** How soon a commit may follow on another, ms: what comes meanwhile shares it. */
  readonly everyMs: () => number;
  /** The disk fails, or works again. */
  readonly turned: (works: boolean, error?: unknown) => void;
}

export interface LogWriter {
  add(entry: Entry): void;
  /** What is on its way, in order. */
  unwritten(): readonly Uint8Array[];
  /** Whether more would be more than may be lost with this process. */
  isFull(): boolean;
  unwrittenBytes(): number;
  fails(): boolean;
  /** Resolves when nothing waits; rejects when a write fails meanwhile. */
  settled(): Promise<void>;
  /** Resolves when nothing waits, however often a write fails meanwhile. */
  ended(): Promise<void>;
  /** Tries until all is written, at most that long, ms. False when something is not. */
  farewell(ms: number): Promise<boolean>;
}

export function openLogWriter({ document, head, store, everyMs, turned }: LogWriterDeps): LogWriter {
  const waiting: Entry[] = [];
  let bytes = 0;
  let seq = head;
  let running = false;
  /** When the last commit did, ms. */
  let began = -Infinity;
  let failures = 0;
  let wake: (() => void) | undefined;
  const settling: { readonly resolve: () => void; readonly reject: (error: unknown) => void }[] = [];
  const ending: (() => void)[] = [];

  /** The first of those that wait are on disk. */
  const taken = (count: number): void => {
    for (let done = 0; done < count; done += 1) {
      const entry = waiting.shift();
      if (!entry) return;
      if (entry.update) {
        seq += 1;
        bytes -= entry.update.bytes.byteLength;
      }
      entry.written(seq);
    }
  };

  /** After a failure only the log knows what it holds: a commit may have come through although its answer did not. */
  const catchUp = async (): Promise<void> => {
    const stored = await store.updates(document, seq);
    for (const { bytes: there } of stored) {
      while (waiting[0] && !waiting[0].update) taken(1);
      const ours = waiting[0]?.update?.bytes;
      if (!ours || Buffer.compare(ours, there) !== 0) throw new Error('the log of the minutes holds what this process has not written');
      taken(1);
    }
  };

  const writeSome = async (): Promise<void> => {
    if (failures > 0) await catchUp();
    began = performance.now();
    const some = waiting.slice(0, limits.updatesOfOneCommit);
    const updates = some.flatMap(({ update }) => (update ? [update] : []));
    if (updates.length > 0 && (await store.append(document, seq, updates)) === 'conflict') {
      throw new Error('the log of the minutes has another head');
    }
    taken(some.length);
  };

  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      try {
        await writeSome();
        if (failures > 0) turned(true);
        failures = 0;
      } catch (error) {
        failures += 1;
        if (failures === 1) turned(false, error);
        for (const { reject } of settling.splice(0)) reject(error);
        await pause(Math.min(limits.retryMs.first * 2 ** (failures - 1), limits.retryMs.last));
      }
    }
    running = false;
    for (const { resolve } of settling.splice(0)) resolve();
    for (const end of ending.splice(0)) end();
  };

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const ended = (): Promise<void> => (running ? new Promise((resolve) => void ending.push(resolve)) : Promise.resolve());

  return {
    add: (entry) => {
      waiting.push(entry);
      bytes += entry.update?.bytes.byteLength ?? 0;
      if (running) return;
      running = true;
      // All that comes in this turn shares one commit, and when commits are many, all that comes in a few.
      const wait = everyMs() - (performance.now() - began);
      if (wait <= 0) setImmediate(() => void run());
      else setTimeout(() => void run(), wait);
    },
    unwritten: () => waiting.flatMap(({ update }) => (update ? [update.bytes] : [])),
    isFull: () => bytes > limits.unwrittenBytes || waiting.length > limits.unwrittenUpdates,
    unwrittenBytes: () => bytes,
    fails: () => failures > 0,
    settled: () => {
      if (failures > 0) return Promise.reject(new Error('the minutes cannot be written'));
      if (!running) return Promise.resolve();
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      settling.push({ resolve, reject });
      return promise;
    },
    ended,
    farewell: async (ms) => {
      const hurry = setInterval(() => wake?.(), limits.retryMs.first);
      const { promise, resolve } = Promise.withResolvers<void>();
      const patience = setTimeout(resolve, ms);
      await Promise.race([ended(), promise]);
      clearTimeout(patience);
      clearInterval(hurry);
      return !running;
    },
  };
}
