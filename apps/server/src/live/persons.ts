// Knows what each person has open, over all of their devices; not what comes over it.

export interface Persons<One> {
  /** Answers with those that are too many now, the oldest first. */
  arrive(account: string, one: One): readonly One[];
  leave(account: string, one: One): void;
}

export function openPersons<One>(most: number): Persons<One> {
  const open = new Map<string, Set<One>>();
  return {
    arrive: (account, one) => {
      const own = open.get(account) ?? new Set();
      open.set(account, own.add(one));
      return [...own].slice(0, Math.max(own.size - most, 0));
    },
    leave: (account, one) => {
      const own = open.get(account);
      own?.delete(one);
      if (own?.size === 0) open.delete(account);
    },
  };
}
