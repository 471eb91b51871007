// Knows whether this device shows everything half as large again; not who uses it.
import { useSyncExternalStore } from 'react';
import { flag, isFlagged } from './device-flag.ts';

const key = 'large-text';
const listeners = new Set<() => void>();

const isLarge = (): boolean => document.documentElement.hasAttribute('data-large');

export function setLargeText(on: boolean): void {
  document.documentElement.toggleAttribute('data-large', on);
  flag(key, on);
  for (const listener of listeners) listener();
}

/** Called once, before the first drawing. */
export function restoreLargeText(): void {
  if (isFlagged(key)) document.documentElement.setAttribute('data-large', '');
}

export function useLargeText(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isLarge);
}
