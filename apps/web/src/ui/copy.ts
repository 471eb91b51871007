// Knows how a text gets to the clipboard, also over plain http, and which one this page put there last; not who offered it.
import { useSyncExternalStore } from 'react';

let lastCopied: string | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Whether this text was the last to be copied, also when what offered it has moved to another screen since. */
export const useWasCopied = (text: string): boolean => useSyncExternalStore(subscribe, () => lastCopied) === text;

/** True when the clipboard has the text now. `beside` is an element of the page, within its dialog if it has one. */
export async function copyText(text: string, beside: HTMLElement): Promise<boolean> {
  const copied = await writeToClipboard(text).catch(() => copyTyped(text, beside));
  if (copied) {
    lastCopied = text;
    for (const listener of listeners) listener();
  }
  return copied;
}

/** Leaves all of it marked, for a hand to copy. */
export function selectAll(element: HTMLElement): void {
  window.getSelection()?.selectAllChildren(element);
}

/** Rejects where there is no clipboard (plain http) or the browser does not give it. */
async function writeToClipboard(text: string): Promise<true> {
  await navigator.clipboard.writeText(text);
  return true;
}

/** The way of a page that is not on https: out of a field that nobody sees. */
function copyTyped(text: string, beside: HTMLElement): boolean {
  const field = document.createElement('textarea');
  const focused = document.activeElement;
  field.value = text;
  field.readOnly = true;
  field.setAttribute('aria-hidden', 'true');
  field.style.cssText = 'position: fixed; inset-block-start: 0; inset-inline-start: 0; opacity: 0;';
  beside.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
