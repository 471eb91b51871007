// Knows how the steps of the preparation share one plan; not how it is kept.
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { api } from '../http/api.ts';
import type { Draft, Plan } from '../http/shapes.ts';
import { createDraftKeeper, type DraftKeeper, type Kept } from './draft-keeper.ts';
import { blankIn } from './sections.ts';

const momentMs = 900;

/** The keeper of a draft for as long as the page is open. Leaving saves what is left; closing the window asks first. */
export function useDraftKeeper(first: Draft): DraftKeeper {
  const [keeper] = useState(() =>
    createDraftKeeper(first, {
      save: async (plan, version) => (await api.saveDraft(first.meeting, { plan, version })).draft,
      blankIn,
      inAMoment: (act) => {
        const timer = setTimeout(act, momentMs);
        return () => clearTimeout(timer);
      },
    }),
  );
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (keeper.kept().saving.state !== 'saved') event.preventDefault();
    };
    addEventListener('beforeunload', guard);
    return () => {
      removeEventListener('beforeunload', guard);
      void keeper.flush();
    };
  }, [keeper]);
  return keeper;
}

const KeeperContext = createContext<DraftKeeper | null>(null);
export const KeeperProvider = KeeperContext.Provider;

export interface DraftInHand extends Kept {
  readonly keeper: DraftKeeper;
  readonly change: (update: (plan: Plan) => Plan) => void;
}

export function useDraft(): DraftInHand {
  const keeper = useContext(KeeperContext);
  if (!keeper) throw new Error('useDraft outside the preparation');
  const kept = useSyncExternalStore(keeper.onChange, keeper.kept);
  return { ...kept, keeper, change: keeper.change };
}
