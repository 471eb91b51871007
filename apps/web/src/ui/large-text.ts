// Knows whether this device shows everything half as large again; not who uses it.
import { useSyncExternalStore } from 'react';

const key = 'large-text';
const listeners = new Set<() => void>();

const isLarge = (): boolean => document.documentElement.hasAttribute('data-large');

/** A private window may refuse storage: then the choice lasts as long as the page. */
function stored(act: (storage: Storage) => string | null): string | null {
  try {
    return act(localStorage);
  } catch {
    return null;
  }
}

export function setLargeText(on: boolean): void {
  document.documentElement.toggleAttribute('data-large', on);
  stored((storage) => {
    if (on) storage.setItem(key, '1');
    else storage.removeItem(key);
    return null;
  });
  for (const listener of listeners) listener();
}

/** Called once, before the first drawing. */
export function restoreLargeText(): void {
  if (stored((storage) => storage.getItem(key)) === '1') document.documentElement.setAttribute('data-large', '');
}

export function useLargeText(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isLarge);
}
