// Knows how a test has a browser's storage of its own, empty at the beginning of each; what it is used for is the test's.
import { beforeEach, vi } from 'vitest';

/** What stands in that storage now; to be asked for once in a test file. */
export function storageOfTest(name: 'localStorage' | 'sessionStorage'): Map<string, string> {
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    vi.stubGlobal(name, {
      get length() {
        return kept.size;
      },
      key: (at: number) => [...kept.keys()][at] ?? null,
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
    return () => vi.unstubAllGlobals();
  });
  return kept;
}
