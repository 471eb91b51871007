// Knows where a browser keeps own text that is not yet on the server's disk, and how it is forgotten; not what the text means.
import { newId } from '../http/ids.ts';

/**
 * What is kept outlives the tab and the browser, so that a crash takes nothing that was typed; it is there only while the server does not
 * have it, and nobody but the account that wrote it is given it. Every page writes under a name of its own: two of them do not take
 * each other's text away.
 */
const prefix = 'xieshang.minutes.';
const thisPage = newId();

const kinds = ['unsaved', 'rescued'] as const;
type Kind = (typeof kinds)[number];

const forgottenKey = 'xieshang.minutes-forgotten';
/** Accounts that signed out on another page of this browser while this one is open. */
const forgotten = new Set<string>();

/** `of`: the document, or the meeting. No part of a key holds a blank. */
const shelf = (kind: Kind, account: string, of: string): string => `${prefix}${kind} ${account} ${of} `;

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((text) => typeof text === 'string');

function read(key: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return isTexts(value) ? value : [];
  } catch {
    return [];
  }
}

/** False when the browser keeps nothing more: the page must not promise that a reload is safe. */
function write(key: string, texts: readonly string[]): boolean {
  try {
    if (texts.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(texts));
    return true;
  } catch {
    return false;
  }
}

function keysFrom(start: string): readonly string[] {
  try {
    return Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '').filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}

/** What is forgotten is not written again by a page that has not noticed yet. */
const keep = (kind: Kind, account: string, of: string, page: string, texts: readonly string[]): boolean =>
  write(`${shelf(kind, account, of)}${page}`, forgotten.has(account) ? [] : texts);

/** All that any page left there. It becomes this page's own; what cannot be written anew stays where it is. */
function takeOver(start: string, page: string): readonly string[] {
  const keys = keysFrom(start);
  const texts = keys.flatMap(read);
  if (texts.length > 0 && write(`${start}${page}`, texts)) for (const key of keys) if (key !== `${start}${page}`) write(key, []);
  return texts;
}

/**
 * Own changes of one document that are not on disk, each as the editor spelled it, from all pages there were. A page that still lives
 * sends its own as well: the same change twice is one.
 */
export function takeUnsaved(document: string, account: string, page = thisPage): readonly string[] {
  // Whoever opens a text is signed in again.
  forgotten.delete(account);
  return takeOver(shelf('unsaved', account, document), page);
}
export const keepUnsaved = (document: string, account: string, changes: readonly string[], page = thisPage): boolean =>
  keep('unsaved', account, document, page, changes);

/** Documents of a meeting, other than the present one, in which this person has unsaved changes. */
export function olderDocuments(meeting: string, account: string, present: string): readonly string[] {
  const start = `${prefix}unsaved ${account} `;
  const documents = keysFrom(`${start}${meeting}.`).map((key) => key.slice(start.length).split(' ', 1)[0] ?? '');
  return [...new Set(documents)].filter((document) => document !== present);
}

/** Paragraphs that the server refused, until the person is done with them; from all pages there were. */
export const takeRescued = (meeting: string, account: string, page = thisPage): readonly string[] =>
  takeOver(shelf('rescued', account, meeting), page);
export const keepRescued = (meeting: string, account: string, paragraphs: readonly string[], page = thisPage): boolean =>
  keep('rescued', account, meeting, page, paragraphs);

/** Whether this browser holds text of that person that no server has. */
export const holdsKeptText = (account: string): boolean => kinds.some((kind) => keysFrom(`${prefix}${kind} ${account} `).length > 0);

/** At sign-out: whoever uses this browser next finds nothing of that person's. Other pages of theirs keep nothing more either. */
export function forgetKeptText(account: string): void {
  for (const kind of kinds) for (const key of keysFrom(`${prefix}${kind} ${account} `)) write(key, []);
  try {
    localStorage.setItem(forgottenKey, account);
    localStorage.removeItem(forgottenKey);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** Told by the browser when another page of it forgets. */
export function hearForgetting(window: Pick<EventTarget, 'addEventListener'>): void {
  window.addEventListener('storage', (event) => {
    const { key, newValue } = event as StorageEvent;
    if (key === forgottenKey && newValue !== null) forgotten.add(newValue);
  });
}
if (typeof window !== 'undefined') hearForgetting(window);
