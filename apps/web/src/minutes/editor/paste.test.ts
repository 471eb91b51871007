// What of a paste comes in: no fact (law 9), no section, and nothing that one change could not carry.
import { schema } from '@xieshang/minutes';
import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { changeAim, cleanSlice, inChanges, weightOf, inert } from './paste.ts';

const nodeOf = (json: object): Node => schema.nodeFromJSON(json) as unknown as Node;
const paragraph = (text: string): Node => nodeOf({ type: 'paragraph', content: [{ type: 'text', text }] });
const sliceOf = (...nodes: readonly Node[]): Slice => new Slice(Fragment.from([...nodes]), 0, 0);

test('law 9: a pasted fact is left out', () => {
  const slice = cleanSlice(sliceOf(paragraph('前'), nodeOf({ type: 'fact', attrs: { fact: 'roll' } }), paragraph('后')));
  expect(slice.content.content.map(({ textContent }) => textContent)).toEqual(['前', '后']);
});

test('a copied heading begins no section', () => {
  const heading = nodeOf({ type: 'heading', attrs: { level: 1, section: 'course' }, content: [{ type: 'text', text: '协商情况' }] });
  expect(cleanSlice(sliceOf(heading)).content.firstChild?.attrs).toEqual({ level: 1, section: null });
});

test('200 KB in one line come in changes that are small enough, whole and in order', () => {
  const text = Array.from({ length: 68_000 }, (_, at) => String.fromCodePoint(0x4e00 + (at % 5_000))).join('');
  const changes = inChanges(sliceOf(paragraph(text)));
  expect(changes.length).toBeGreaterThan(2);
  for (const change of changes) expect(change.reduce((sum, block) => sum + weightOf(block), 0)).toBeLessThanOrEqual(changeAim);
  expect(
    changes
      .flat()
      .map(({ textContent }) => textContent)
      .join(''),
  ).toBe(text);
});

test('many short lines come in few changes', () => {
  const changes = inChanges(sliceOf(...Array.from({ length: 2_000 }, (_, at) => paragraph(`第${at}行`))));
  expect(changes.length).toBeLessThan(5);
  expect(changes.flat()).toHaveLength(2_000);
});

test('handlers of a pasted page are taken off its tags before it is read, and its base address; its text stays', () => {
  expect(inert('<p onclick=alert(1)>甲 onclick=1</p>')).toBe('<p data-click=alert(1)>甲 onclick=1</p>');
  expect(inert('<img alt=">" src=x onerror="a">')).toBe('<img alt=">" src=x data-error="a">');
  expect(inert('<base href="http://example.org/"><p>甲</p>')).toBe('<p>甲</p>');
  expect(inert('<svg/onload=alert(1)>')).toBe('<svg/data-load=alert(1)>');
});
