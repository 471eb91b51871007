// B2: a passage is found again while people write around it, in it and over it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { element, factBlock, fragmentOf, paragraph } from '../blocks.ts';
import { factId } from '../fact-id.ts';
import { editorOrigin, exchange, openEditor, replicaOf } from '../testing/editor.ts';
import { commands, typing } from '../testing/edits.ts';
import { anchorFinder, takeAnchor, textBetween, type Span } from './anchor.ts';
import { readPlace, spellPlace } from './place.ts';
import type { Anchor } from './remark.ts';

function written(...blocks: readonly (Y.XmlElement | Y.XmlText)[]): Y.Doc {
  const doc = new Y.Doc({ gc: false });
  fragmentOf(doc).insert(0, [...blocks]);
  return doc;
}

const spanOfWords = (doc: Y.Doc, words: string): Span => {
  const view = openEditor(doc).read();
  let span: Span | null = null;
  view.descendants((node, at) => {
    const index = node.isTextblock ? node.textContent.indexOf(words) : -1;
    if (index >= 0) span = { from: at + 1 + index, to: at + 1 + index + words.length };
    return !node.isTextblock;
  });
  if (!span) throw new Error(`${words} is not there`);
  return span;
};

function take(doc: Y.Doc, words: string): Anchor {
  const anchor = takeAnchor(fragmentOf(doc), openEditor(doc).read(), spanOfWords(doc, words));
  if (!anchor) throw new Error('too long');
  return anchor;
}

const find = (doc: Y.Doc, anchor: Anchor) => {
  const view = openEditor(doc).read();
  const found = anchorFinder(fragmentOf(doc), view)(anchor);
  return found.kind === 'gone' ? found : { ...found, text: textBetween(view, found) };
};

/** Does to the words what a command does to a selection. */
const over = (doc: Y.Doc, words: string, ...does: readonly (typeof commands)[string][]): void => {
  for (const command of does) {
    const { from, to } = spanOfWords(doc, words);
    openEditor(doc).edit(command, from, to);
  }
};

const sentence = '会议指出，要坚持精准招商，做强产业链。';

test('B2 what is written before, behind and in other paragraphs leaves the passage as quoted', () => {
  const doc = written(paragraph('导语。'), paragraph(sentence));
  const anchor = take(doc, '精准招商');
  expect(anchor).toMatchObject({ quote: '精准招商', before: '会议指出，要坚持' });
  over(doc, '导语。', typing('本次会议的导语。'));
  openEditor(doc).edit(typing('继续'), spanOfWords(doc, '精准').from);
  openEditor(doc).edit(typing('和以商招商'), spanOfWords(doc, '招商').to);
  expect(find(doc, anchor)).toMatchObject({ kind: 'asQuoted', moved: false, text: '精准招商' });
});

test('B2 what is written in the passage makes it another one, and it says how it reads', () => {
  const doc = written(paragraph(sentence));
  const anchor = take(doc, '精准招商');
  openEditor(doc).edit(typing('靶向'), spanOfWords(doc, '精准').to);
  expect(find(doc, anchor)).toMatchObject({ kind: 'changed', now: '精准靶向招商' });
});

test('B2 a passage whose text or whose paragraph is gone is gone', () => {
  const doc = written(paragraph(sentence), paragraph('第二段文字。'));
  const [first, second] = [take(doc, '精准招商'), take(doc, '第二段')];
  over(doc, '精准招商', commands['delete'] ?? typing(''));
  fragmentOf(doc).delete(1, 1);
  expect([find(doc, first), find(doc, second)]).toEqual([{ kind: 'gone' }, { kind: 'gone' }]);
});

test('B2 what is cut and put elsewhere is found by its words, when they are there only once', () => {
  const doc = written(paragraph(sentence), paragraph(''));
  const anchor = take(doc, '要坚持精准招商，做强产业链。');
  fragmentOf(doc).delete(0, 1);
  expect(find(doc, anchor)).toEqual({ kind: 'gone' });
  fragmentOf(doc).insert(1, [paragraph(sentence)]);
  expect(find(doc, anchor)).toMatchObject({ kind: 'asQuoted', moved: true, text: '要坚持精准招商，做强产业链。' });
  fragmentOf(doc).insert(2, [paragraph(sentence)]);
  expect(find(doc, anchor)).toEqual({ kind: 'gone' });
});

test('B2 a short word is not taken for the same word elsewhere', () => {
  const doc = written(paragraph('要加快招商。'), paragraph('要重视招商。'));
  const anchor = takeAnchor(fragmentOf(doc), openEditor(doc).read(), { from: 4, to: 6 });
  expect(anchor?.quote).toBe('招商');
  if (!anchor) return;
  openEditor(doc).edit(typing('引资'), 4, 6);
  expect(find(doc, anchor)).toMatchObject({ kind: 'changed', now: '引资' });
});

test('B2 a place between two characters stays behind what it was put behind', () => {
  const doc = written(paragraph(sentence));
  const { to } = spanOfWords(doc, '精准招商');
  const anchor = takeAnchor(fragmentOf(doc), openEditor(doc).read(), { from: to, to });
  if (!anchor) throw new Error('too long');
  expect(anchor.quote).toBe('');
  openEditor(doc).edit(typing('（略）'), to);
  expect(find(doc, anchor)).toMatchObject({ kind: 'asQuoted', from: to, to });
  over(doc, '精准招商', commands['delete'] ?? typing(''));
  expect(find(doc, anchor)).toMatchObject({ kind: 'changed' });
});

test('B2 a passage over paragraphs, a fact and a table cell is found', () => {
  const cell = element('tableCell', {}, [paragraph('格中文字')]);
  const doc = written(
    paragraph('上一段。'),
    factBlock(factId('roll')),
    paragraph('下一段。'),
    element('table', {}, [element('tableRow', {}, [cell])]),
  );
  const view = openEditor(doc).read();
  const whole = takeAnchor(fragmentOf(doc), view, { from: 1, to: spanOfWords(doc, '下一段。').to }, () => '应到32人');
  const fact = takeAnchor(fragmentOf(doc), view, { from: 6, to: 7 }, () => '应到32人');
  const inCell = take(doc, '格中');
  expect([whole?.quote, fact?.quote]).toEqual(['上一段。\n应到32人\n下一段。', '应到32人']);
  fragmentOf(doc).insert(0, [paragraph('新的一段')]);
  const find32 = anchorFinder(fragmentOf(doc), openEditor(doc).read(), () => '应到32人');
  expect(whole && find32(whole).kind).toBe('asQuoted');
  expect(fact && find32(fact)).toMatchObject({ kind: 'asQuoted', from: 12, to: 13 });
  expect(find(doc, inCell)).toMatchObject({ kind: 'asQuoted', text: '格中' });
});

test('B2 what one of them has brought back by undoing is found by none of them or by all', () => {
  const one = written(paragraph('要加快招商。'));
  const other = replicaOf(one);
  const anchor = take(one, '招商');
  const undo = new Y.UndoManager(fragmentOf(one), { trackedOrigins: new Set([editorOrigin]) });
  over(one, '招商', commands['delete'] ?? typing(''));
  undo.undo();
  exchange(one, other);
  expect(openEditor(one).read().textContent).toBe('要加快招商。');
  expect(find(one, anchor)).toEqual(find(other, anchor));
  expect(find(one, anchor)).toMatchObject({ kind: 'asQuoted', text: '招商' });
});

test('B2 both replicas find a passage in the same place, whatever both do', () => {
  const names = ['type', 'delete', 'split', 'join', 'bold', 'break', 'heading', 'bullets'] as const;
  const edit = fc.record({ who: fc.nat(1), name: fc.constantFrom(...names), at: fc.nat(80), length: fc.nat(8), meet: fc.boolean() });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 14 }), fc.nat(20), fc.nat(9), (edits, start, length) => {
      const one = written(paragraph(sentence), paragraph('第二段：部门逐一回应。'), paragraph('第三段。'));
      const other = replicaOf(one);
      const view = openEditor(one).read();
      const [from, to] = [Math.min(start, view.content.size), Math.min(start + length, view.content.size)];
      const anchor = takeAnchor(fragmentOf(one), view, { from, to });
      for (const { who, name, at, length: size, meet } of edits) {
        openEditor(who === 0 ? one : other).edit(commands[name] ?? typing(''), at, at + size);
        if (meet) exchange(one, other);
      }
      exchange(one, other);
      if (!anchor) return;
      const [here, there] = [find(one, anchor), find(other, anchor)];
      expect(here).toEqual(there);
      if (here.kind === 'asQuoted') expect(here.text).toBe(anchor.quote);
      if (here.kind === 'changed') expect(here.text).toBe(here.now);
    }),
  );
});

test('a place is spelled in one way, and nothing else is a place', () => {
  const places = ['i12.3+', 'i12.3-', 't7.0-', 'r+', 'r-'];
  expect(places.map((spelled) => readPlace(spelled)).map((place) => place && spellPlace(place))).toEqual(places);
  for (const wrong of ['', 'x', 'i1+', 'i1.2', 'i9999999999999999.1+', 'r', 'i-1.2+', 'evil+']) expect(readPlace(wrong), wrong).toBeNull();
});

test('a place of a document that is none of ours is gone, and leaves no trace', () => {
  const doc = written(paragraph(sentence));
  const strange = { from: 'i999.5+', to: 't999.7-', behind: 'i998.1-', ahead: 'i998.2+', quote: '无', before: '' };
  const before = JSON.stringify([...doc.share.keys()]);
  expect(find(doc, strange)).toEqual({ kind: 'gone' });
  expect(JSON.stringify([...doc.share.keys()])).toBe(before);
});
