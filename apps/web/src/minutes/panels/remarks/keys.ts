// Knows the keys of the remarks and how they are shown; not what they do.
const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);
const shown = (letter: string): string => (apple ? `⌘⌥${letter}` : `Ctrl+Alt+${letter}`);

export const keys = {
  comment: { code: 'KeyM', shown: shown('M') },
  suggest: { code: 'KeyJ', shown: shown('J') },
} as const;

export const isPressed = (event: KeyboardEvent, { code }: { readonly code: string }): boolean =>
  event.code === code && event.altKey && (apple ? event.metaKey : event.ctrlKey) && !event.isComposing;
