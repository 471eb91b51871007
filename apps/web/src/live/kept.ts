// Knows how a browser keeps something under a name, as long as itself or as its tab; not what is kept, nor for whom.

/**
 * A browser may be told to keep nothing: then nothing is found, and what was given lasts as long as its page. False and null say so.
 */
export interface Kept {
  readonly text: (name: string) => string | null;
  /** Null for nothing, and for what nobody can read any more. */
  readonly read: (name: string) => unknown;
  readonly keepText: (name: string, text: string) => boolean;
  readonly keep: (name: string, value: unknown) => boolean;
  readonly forget: (name: string) => void;
  readonly namesFrom: (start: string) => readonly string[];
  readonly forgetFrom: (start: string) => void;
}

const keptIn = (storage: () => Storage): Kept => {
  const text = (name: string): string | null => attempt(() => storage().getItem(name));
  const keepText = (name: string, kept: string): boolean =>
    attempt(() => {
      storage().setItem(name, kept);
      return true;
    }) ?? false;
  const forget = (name: string): void => void attempt(() => storage().removeItem(name));
  const namesFrom = (start: string): readonly string[] =>
    attempt(() => Array.from({ length: storage().length }, (_, at) => storage().key(at) ?? '').filter((name) => name.startsWith(start))) ??
    [];
  return {
    text,
    read: (name) => attempt((): unknown => JSON.parse(text(name) ?? 'null')),
    keepText,
    keep: (name, value) => keepText(name, JSON.stringify(value)),
    forget,
    namesFrom,
    forgetFrom: (start) => namesFrom(start).forEach(forget),
  };
};

export const inBrowser = keptIn(() => localStorage);
export const inTab = keptIn(() => sessionStorage);

function attempt<Answer>(act: () => Answer): Answer | null {
  try {
    return act();
  } catch {
    return null;
  }
}
