// What a browser keeps of own text: only while the server does not have it, never beyond sign-out, and one person's never for another.
import { beforeEach, expect, test, vi } from 'vitest';
import {
  forgetKeptText,
  hearForgetting,
  holdsKeptText,
  keepRescued,
  keepUnsaved,
  olderDocuments,
  takeRescued,
  takeUnsaved,
} from './kept-text.ts';

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
  vi.stubGlobal('localStorage', storage());
});

test('what is kept comes back, and nothing stays of what is on disk', () => {
  keepUnsaved('demo.minutes.1.1', 'mishu1', ['AQ==', 'Ag==']);
  expect(takeUnsaved('demo.minutes.1.1', 'mishu1')).toEqual(['AQ==', 'Ag==']);
  keepUnsaved('demo.minutes.1.1', 'mishu1', []);
  expect(localStorage.length).toBe(0);
});

test('a later page finds what an earlier one left, and then has it as its own', () => {
  keepUnsaved('demo.minutes.1.1', 'mishu1', ['AQ=='], 'first');
  keepUnsaved('demo.minutes.1.1', 'mishu1', ['Ag=='], 'second');
  expect(takeUnsaved('demo.minutes.1.1', 'mishu1', 'third').toSorted()).toEqual(['AQ==', 'Ag==']);
  expect(localStorage.length).toBe(1);
  keepUnsaved('demo.minutes.1.1', 'mishu1', [], 'third');
  expect(localStorage.length).toBe(0);
});

test('a page that has all on disk takes nothing of another away', () => {
  keepUnsaved('demo.minutes.1.1', 'mishu1', ['AQ=='], 'first');
  keepUnsaved('demo.minutes.1.1', 'mishu1', [], 'second');
  expect(takeUnsaved('demo.minutes.1.1', 'mishu1', 'second')).toEqual(['AQ==']);
});

test('what cannot be taken over stays where it is', () => {
  const small = storage(20);
  vi.stubGlobal('localStorage', small);
  for (const page of ['first', 'second']) keepUnsaved('demo.minutes.1.1', 'mishu1', [`${page}'s text`], page);
  for (const page of ['third', 'fourth']) expect(takeUnsaved('demo.minutes.1.1', 'mishu1', page)).toHaveLength(2);
  expect(small.length).toBe(2);
});

test('it is known whether a person has text here that no server has', () => {
  keepRescued('demo', 'mishu1', ['一段']);
  expect([holdsKeptText('mishu1'), holdsKeptText('mishu')]).toEqual([true, false]);
});

test('nobody is given what another person left', () => {
  keepUnsaved('demo.minutes.1.1', 'mishu1', ['AQ==']);
  keepRescued('demo', 'mishu1', ['一段']);
  expect(takeUnsaved('demo.minutes.1.1', 'mishu2')).toEqual([]);
  expect(takeRescued('demo', 'mishu2')).toEqual([]);
});

test('text of a document that was begun anew is found by its meeting', () => {
  keepUnsaved('demo.minutes.1.1', 'mishu1', ['AQ==']);
  keepUnsaved('demo-done.minutes.1.1', 'mishu1', ['AQ==']);
  expect(olderDocuments('demo', 'mishu1', 'demo.minutes.1.2')).toEqual(['demo.minutes.1.1']);
  expect(olderDocuments('demo', 'mishu1', 'demo.minutes.1.1')).toEqual([]);
});

test('sign-out leaves nothing of that person, and what is not theirs alone', () => {
  localStorage.setItem('other', 'stays');
  keepUnsaved('demo.minutes.1.1', 'mishu1', ['AQ=='], 'first');
  keepUnsaved('demo.minutes.1.1', 'mishu1', ['Ag=='], 'second');
  keepRescued('demo', 'mishu1', ['一段']);
  keepUnsaved('demo.minutes.1.1', 'mishu2', ['AQ==']);
  forgetKeptText('mishu1');
  expect(localStorage.length).toBe(2);
  expect([holdsKeptText('mishu1'), holdsKeptText('mishu2')]).toEqual([false, true]);
});

test('what was forgotten on one page is not written again by another, until somebody signs in there', () => {
  const window = new EventTarget();
  hearForgetting(window);
  window.dispatchEvent(Object.assign(new Event('storage'), { key: 'xieshang.minutes-forgotten', newValue: 'mishu1' }));
  keepUnsaved('demo.minutes.1.1', 'mishu1', ['AQ==']);
  keepRescued('demo', 'mishu1', ['一段']);
  expect(localStorage.length).toBe(0);
  takeUnsaved('demo.minutes.1.1', 'mishu1');
  keepUnsaved('demo.minutes.1.1', 'mishu1', ['AQ==']);
  expect(localStorage.length).toBe(1);
});

test('a full storage is told, not hidden', () => {
  vi.stubGlobal('localStorage', storage(10));
  expect(keepUnsaved('demo.minutes.1.1', 'mishu1', ['x'.repeat(100)])).toBe(false);
});
