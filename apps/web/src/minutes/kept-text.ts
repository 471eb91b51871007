// Knows where a browser keeps own text that is not yet on the server's disk, and how it is forgotten; not what the text means.

/** What is kept lives as long as the tab, and only while the server does not have it. */
const prefix = 'xieshang.minutes.';
const unsavedKey = (document: string, account: string): string => `${prefix}unsaved ${account} ${document}`;
const rescuedKey = (meeting: string, account: string): string => `${prefix}rescued ${account} ${meeting}`;

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((text) => typeof text === 'string');

function read(key: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return isTexts(value) ? value : [];
  } catch {
    return [];
  }
}

/** False when the browser keeps nothing more: the page must not promise that a reload is safe. */
function write(key: string, texts: readonly string[]): boolean {
  try {
    if (texts.length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(texts));
    return true;
  } catch {
    return false;
  }
}

/** Own changes of one document that are not on disk, each as the editor spelled it. */
export const unsavedOf = (document: string, account: string): readonly string[] => read(unsavedKey(document, account));
export const keepUnsaved = (document: string, account: string, changes: readonly string[]): boolean =>
  write(unsavedKey(document, account), changes);

/** Documents of a meeting, other than the present one, in which this person has unsaved changes. */
export function olderDocuments(meeting: string, account: string, present: string): readonly string[] {
  const start = unsavedKey('', account);
  return allKeys()
    .filter((key) => key.startsWith(`${start}${meeting}.`))
    .map((key) => key.slice(start.length))
    .filter((document) => document !== present);
}

/** Paragraphs that the server refused, until the person is done with them. */
export const rescuedOf = (meeting: string, account: string): readonly string[] => read(rescuedKey(meeting, account));
export const keepRescued = (meeting: string, account: string, paragraphs: readonly string[]): boolean =>
  write(rescuedKey(meeting, account), paragraphs);

function allKeys(): readonly string[] {
  try {
    return Array.from({ length: sessionStorage.length }, (_, at) => sessionStorage.key(at) ?? '');
  } catch {
    return [];
  }
}

/** At sign-out: whoever uses this browser next finds nothing. */
export function forgetKeptText(): void {
  for (const key of allKeys().filter((name) => name.startsWith(prefix))) sessionStorage.removeItem(key);
}
