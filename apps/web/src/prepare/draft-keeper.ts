// Knows how a plan under way is kept on the server: one save at a time, the newest plan last, a clash never overwritten in silence.
import { isHttpError, messageOf } from '../http/client.ts';
import type { Draft, Plan } from '../http/shapes.ts';
import type { Section } from './sections.ts';

export type Saving =
  | { readonly state: 'saved'; readonly at: number }
  | { readonly state: 'typed' | 'saving' }
  /** Something required is blank: the server would refuse it. */
  | { readonly state: 'incomplete'; readonly section: Section }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'conflict'; readonly theirs: Draft };

export interface Kept {
  readonly plan: Plan;
  readonly version: number;
  readonly saving: Saving;
}

export interface Ports {
  readonly save: (plan: Plan, version: number) => Promise<Draft>;
  /** The first section with something blank that may not be. */
  readonly blankIn: (plan: Plan) => Section | null;
  /** Calls `act` in a moment; the answer takes that back. */
  readonly inAMoment: (act: () => void) => () => void;
}

export interface DraftKeeper {
  readonly kept: () => Kept;
  readonly onChange: (listener: () => void) => () => void;
  readonly change: (update: (plan: Plan) => Plan) => void;
  /** Saves at once what is not saved. True when everything is on the server's disk. */
  readonly flush: () => Promise<boolean>;
  readonly takeTheirs: () => void;
  readonly keepMine: () => Promise<boolean>;
}

export function createDraftKeeper(first: Draft, { save, blankIn, inAMoment }: Ports): DraftKeeper {
  let kept: Kept = { plan: first.plan, version: first.version, saving: { state: 'saved', at: first.savedAt } };
  let running: Promise<void> | null = null;
  let cancel = (): void => undefined;
  const listeners = new Set<() => void>();

  const become = (change: Partial<Kept>): void => {
    kept = { ...kept, ...change };
    for (const listener of listeners) listener();
  };

  async function saveOnce(): Promise<void> {
    const section = blankIn(kept.plan);
    if (section) return become({ saving: { state: 'incomplete', section } });
    const { plan, version } = kept;
    become({ saving: { state: 'saving' } });
    try {
      const draft = await save(plan, version);
      const newest = kept.plan === plan;
      become({ version: draft.version, saving: newest ? { state: 'saved', at: draft.savedAt } : { state: 'typed' } });
    } catch (error) {
      const theirs = isHttpError(error, 'DraftChanged') ? (error.more['draft'] as Draft | undefined) : undefined;
      become({ saving: theirs ? { state: 'conflict', theirs } : { state: 'failed', message: messageOf(error) } });
    }
  }

  async function flush(): Promise<boolean> {
    cancel();
    while (running) await running;
    while (kept.saving.state !== 'saved' && kept.saving.state !== 'conflict') {
      running = saveOnce();
      await running;
      running = null;
      if (kept.saving.state !== 'typed') break;
    }
    return kept.saving.state === 'saved';
  }

  const soon = (): void => {
    cancel();
    cancel = inAMoment(() => void flush());
  };

  return {
    kept: () => kept,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (update) => {
      const plan = update(kept.plan);
      if (plan === kept.plan) return;
      // A clash waits for a person's decision; typing goes on meanwhile.
      const waits = kept.saving.state === 'conflict' || kept.saving.state === 'saving';
      become({ plan, ...(!waits && { saving: { state: 'typed' } }) });
      if (kept.saving.state !== 'conflict') soon();
    },
    flush,
    takeTheirs: () => {
      if (kept.saving.state !== 'conflict') return;
      const { theirs } = kept.saving;
      become({ plan: theirs.plan, version: theirs.version, saving: { state: 'saved', at: theirs.savedAt } });
    },
    keepMine: () => {
      if (kept.saving.state === 'conflict') become({ version: kept.saving.theirs.version, saving: { state: 'typed' } });
      return flush();
    },
  };
}
