// The thread in which states are made small; knows nothing but bytes.
import { parentPort } from 'node:worker_threads';
import * as Y from 'yjs';

function small(state: Uint8Array): Uint8Array {
  const doc = new Y.Doc({ gc: false });
  Y.applyUpdate(doc, state);
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Error('the state to be compacted is not whole');
  return Y.encodeStateAsUpdate(doc);
}

parentPort?.on('message', (state: Uint8Array) => {
  try {
    parentPort?.postMessage({ answer: small(state) });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : 'the state could not be compacted' });
  }
});
