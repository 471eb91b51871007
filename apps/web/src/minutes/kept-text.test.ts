// What a browser keeps of own text: only while the server does not have it, never beyond sign-out, and one person's never for another.
import { beforeEach, expect, test, vi } from 'vitest';
import { forgetKeptText, keepRescued, keepUnsaved, olderDocuments, rescuedOf, unsavedOf } from './kept-text.ts';

/** A browser's storage with as much room as a test gives it. */
function storage(room = Number.POSITIVE_INFINITY) {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (at: number) => [...items.keys()][at] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      items.set(key, value);
    },
    removeItem: (key: string) => void items.delete(key),
  };
}

beforeEach(() => {
  vi.stubGlobal('sessionStorage', storage());
});

test('what is kept comes back, and nothing stays of what is on disk', () => {
  keepUnsaved('demo.minutes.1.1', 'mishu1', ['AQ==', 'Ag==']);
  expect(unsavedOf('demo.minutes.1.1', 'mishu1')).toEqual(['AQ==', 'Ag==']);
  keepUnsaved('demo.minutes.1.1', 'mishu1', []);
  expect(sessionStorage.length).toBe(0);
});

test('nobody is given what another person left', () => {
  keepUnsaved('demo.minutes.1.1', 'mishu1', ['AQ==']);
  keepRescued('demo', 'mishu1', ['一段']);
  expect(unsavedOf('demo.minutes.1.1', 'mishu2')).toEqual([]);
  expect(rescuedOf('demo', 'mishu2')).toEqual([]);
});

test('text of a document that was begun anew is found by its meeting', () => {
  keepUnsaved('demo.minutes.1.1', 'mishu1', ['AQ==']);
  keepUnsaved('demo-done.minutes.1.1', 'mishu1', ['AQ==']);
  expect(olderDocuments('demo', 'mishu1', 'demo.minutes.1.2')).toEqual(['demo.minutes.1.1']);
  expect(olderDocuments('demo', 'mishu1', 'demo.minutes.1.1')).toEqual([]);
});

test('sign-out leaves nothing of it, and what is not ours alone', () => {
  sessionStorage.setItem('other', 'stays');
  keepUnsaved('demo.minutes.1.1', 'mishu1', ['AQ==']);
  keepRescued('demo', 'mishu1', ['一段']);
  forgetKeptText();
  expect(sessionStorage.length).toBe(1);
});

test('a full storage is told, not hidden', () => {
  vi.stubGlobal('sessionStorage', storage(10));
  expect(keepUnsaved('demo.minutes.1.1', 'mishu1', ['x'.repeat(100)])).toBe(false);
});
