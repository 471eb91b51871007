// Has a bundle checked beside the page, which goes on answering the hand meanwhile; not what is checked.
import type { Verified } from '@xieshang/record/verify';

export interface Asked {
  readonly bytes: Uint8Array;
  /** From the paper; null where nothing is to be compared. */
  readonly wanted: { readonly key: string | null; readonly head: string | null };
}

/** Rejects only when the browser cannot run the check at all. */
export function verifiedBeside(bytes: Uint8Array, wanted: Asked['wanted']): Promise<Verified> {
  const worker = new Worker(new URL('./verify.worker.ts', import.meta.url), { type: 'module' });
  const answered = new Promise<Verified>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Verified>) => resolve(data);
    worker.onerror = () => reject(new Error('the check could not be run'));
  });
  worker.postMessage({ bytes, wanted } satisfies Asked);
  return answered.finally(() => worker.terminate());
}
