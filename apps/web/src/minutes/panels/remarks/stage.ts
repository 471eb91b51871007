// Knows what this page is about to say beside a text and what it looks at; what is typed outlives a change of tab. Nothing here is sent.
import type { Anchor, RemarkId } from '@xieshang/minutes';
import { useSyncExternalStore } from 'react';

export type Shown = 'open' | 'mine' | 'all';

export interface Draft {
  readonly kind: 'comment' | 'suggestion';
  readonly anchor: Anchor;
}

export interface Stage {
  readonly draft: Draft | null;
  /** The remark that is looked at, and how often it was asked for. */
  readonly focus: { readonly id: RemarkId; readonly times: number } | null;
  readonly shown: Shown;
  /** What is typed, by the field it is typed in. */
  readonly typed: Readonly<Record<string, string>>;
}

interface Held {
  current: Stage;
  readonly listeners: Set<() => void>;
}

const blank: Stage = { draft: null, focus: null, shown: 'open', typed: {} };
const stages = new Map<string, Held>();

function heldFor(documentId: string): Held {
  const held = stages.get(documentId) ?? { current: blank, listeners: new Set<() => void>() };
  stages.set(documentId, held);
  return held;
}

export interface StageActs {
  readonly begin: (draft: Draft) => void;
  /** The draft is sent or given up: what was typed in it goes. */
  readonly end: () => void;
  readonly look: (id: RemarkId | null) => void;
  readonly show: (shown: Shown) => void;
  readonly type: (field: string, text: string) => void;
}

export function actsOn(documentId: string): StageActs {
  const change = (next: (before: Stage) => Stage): void => {
    const held = heldFor(documentId);
    held.current = next(held.current);
    for (const listener of held.listeners) listener();
  };
  return {
    begin: (draft) =>
      change((before) => ({
        ...before,
        draft,
        // What a suggestion replaces is where its writer begins.
        typed: draft.kind === 'suggestion' ? { ...before.typed, replacement: draft.anchor.quote } : before.typed,
      })),
    end: () => change((before) => ({ ...before, draft: null, typed: { ...before.typed, new: '', replacement: '' } })),
    look: (id) => change((before) => ({ ...before, focus: id === null ? null : { id, times: (before.focus?.times ?? 0) + 1 } })),
    show: (shown) => change((before) => ({ ...before, shown })),
    type: (field, text) => change((before) => ({ ...before, typed: { ...before.typed, [field]: text } })),
  };
}

/** Of one document; the same for all that ask. */
export function useStage(documentId: string): Stage {
  const held = heldFor(documentId);
  return useSyncExternalStore(
    (listener) => {
      held.listeners.add(listener);
      return () => held.listeners.delete(listener);
    },
    () => held.current,
  );
}
