// Knows when a key of the room may be heard: never while somebody writes or answers a question; not what the keys do.
import { useEffect, useRef } from 'react';

/** Whether the last step on the page was made by keyboard: then Space belongs to the button in focus. */
let byKeyboard = false;
const watch = () => {
  document.addEventListener('pointerdown', () => (byKeyboard = false), true);
  document.addEventListener('keydown', ({ key }) => (byKeyboard = key === 'Tab' ? true : byKeyboard), true);
};
if (typeof document !== 'undefined') watch();

const writes = (element: Element): boolean => element.matches('input, select, textarea, [contenteditable="true"], [role="textbox"]');
const presses = (element: Element): boolean => element.matches('button, a, summary, [role="tab"], [role="button"]');

function mayHear(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (document.querySelector('dialog[open]')) return false;
  const { target } = event;
  if (!(target instanceof Element)) return true;
  return !writes(target) && !(event.key === ' ' && byKeyboard && presses(target));
}

/** `key` as in `KeyboardEvent.key`, in small letters; `undefined` hears nothing. */
export function useShortcut(key: string | undefined, press: () => void): void {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    if (key === undefined) return undefined;
    const hear = (event: KeyboardEvent) => {
      // An unshifted + is = on most keyboards.
      const heard = event.key === '=' ? '+' : event.key.toLowerCase();
      if (heard !== key || !mayHear(event)) return;
      event.preventDefault();
      // A button clicked before would else be pressed once more when Space is let go.
      if (key === ' ' && document.activeElement instanceof HTMLElement) document.activeElement.blur();
      latest.current();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [key]);
}
