// Knows how a state is made as small as Yjs makes it, beside the event loop: in a thread of its own, one for all documents. Knows no document.
import { askedThread } from '../asked-thread.ts';
import { sectionsOf } from './sections.ts';
import type { Encoded } from './shared-state.ts';

export interface Compactor {
  /** Rejects when the state cannot be read, or the thread ends. */
  compact(state: Uint8Array): Promise<Encoded>;
  close(): Promise<void>;
}

export function openCompactor(): Compactor {
  const thread = askedThread<Uint8Array, Uint8Array>(new URL('compactor-thread.ts', import.meta.url), 'the compacting thread');
  return {
    compact: async (state) => {
      const bytes = await thread.ask(state);
      return { bytes, sections: sectionsOf(bytes) };
    },
    close: thread.rest,
  };
}
