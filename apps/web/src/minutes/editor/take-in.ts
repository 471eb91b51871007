// Knows how a large update is taken in without the page standing still: in slices, with a breath between them. Knows no wire.
import * as Y from 'yjs';

/** Bytes from which an update is worth cutting. */
export const large = 128 * 1024;
/** ms at a time. */
const stretch = 24;

/** The page answers to its reader before this goes on; unlike a timer it is not put off while the page is out of sight. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** To be awaited after each piece of work: goes on at once, or after a breath when there has been enough of it. */
export function paced(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < stretch) return;
    await breath();
    since = performance.now();
  };
}

/** Cut beside the page; whole where that cannot be done. */
function cut(update: Uint8Array): Promise<readonly Uint8Array[]> {
  if (typeof Worker !== 'function') return Promise.resolve([update]);
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./slices.worker.ts', import.meta.url), { type: 'module' });
    const done = (slices: readonly Uint8Array[]): void => {
      worker.terminate();
      resolve(slices);
    };
    worker.onmessage = ({ data }: MessageEvent<readonly Uint8Array[]>) => done(data);
    worker.onerror = () => done([update]);
    worker.postMessage(update);
  });
}

/**
 * Takes a slice in and does nothing else. After a change from outside Yjs tidies away formats that mark nothing: before all of the
 * text is there that would be true of bold words still to come, and their end would be told to everybody as a change of one's own.
 */
export function applySlice(doc: Y.Doc, slice: Uint8Array, origin: unknown): void {
  doc.transact((transaction) => {
    Y.applyUpdate(doc, slice, origin);
    transaction.local = true;
  }, origin);
}

interface Taking {
  readonly apply: (slice: Uint8Array) => void;
  /** 0–1, after every slice. */
  readonly progress: (share: number) => void;
  /** Nobody waits for it any more. */
  readonly given: () => boolean;
}

/** Resolves when all of it is in, or nobody waits any more. */
export async function takeIn(update: Uint8Array, { apply, progress, given }: Taking): Promise<void> {
  const slices = await cut(update);
  const pause = paced();
  for (const [at, slice] of slices.entries()) {
    if (given()) return;
    apply(slice);
    progress((at + 1) / slices.length);
    await pause();
  }
}
