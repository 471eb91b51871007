// Words and patterns come where one writes; facts stay, and what is marked over several paragraphs is not thrown away.
import { schema } from '@xieshang/minutes';
import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { chosenBlocks, imageInto, patternInto, wordsInto } from './insert.ts';

const paragraph = (words: string) => ({ type: 'paragraph', content: words === '' ? [] : [{ type: 'text', text: words }] });
const heading = (words: string) => ({ type: 'heading', attrs: { level: 2, section: null }, content: [{ type: 'text', text: words }] });
const fact = { type: 'fact', attrs: { fact: 'roll' } };
const stateOf = (...content: readonly unknown[]): EditorState => EditorState.create({ doc: schema.nodeFromJSON({ type: 'doc', content }) });
const marked = (state: EditorState, from: number, to = from): EditorState =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
const lines = ({ doc }: EditorState): readonly string[] =>
  doc.children.map((node) => (node.type.name === 'fact' ? '[fact]' : node.textContent));
const chosen = ({ doc, selection }: EditorState): string => doc.textBetween(selection.from, selection.to, '|');

test('a term takes the place of what is marked, and the caret stands behind it', () => {
  const state = marked(stateOf(paragraph('请某局办理')), 2, 4);
  const after = state.apply(wordsInto(state, '市工信局'));
  expect(lines(after)).toEqual(['请市工信局办理']);
  expect(after.selection.head).toBe(6);
});

test('what is marked over several paragraphs stays when a term comes in', () => {
  const state = marked(stateOf(paragraph('一二'), fact, paragraph('三四')), 1, 7);
  expect(lines(state.apply(wordsInto(state, '甲')))).toEqual(['一二', '[fact]', '三甲四']);
});

test('a term beside a fact is a paragraph of its own', () => {
  const state = stateOf(paragraph('一'), fact, paragraph('二'));
  const onFact = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 3)));
  expect(lines(onFact.apply(wordsInto(onFact, '会议认为，')))).toEqual(['一', '[fact]', '会议认为，', '二']);
});

test('a pattern comes below the paragraph one writes in, with its first blank marked', () => {
  const state = marked(stateOf(paragraph('一二'), fact), 2);
  const after = state.apply(
    patternInto(state, [
      { level: 1, text: '落实安排' },
      { level: 0, text: '由〔　〕牵头，于〔　〕前反馈。' },
    ]),
  );
  expect(lines(after)).toEqual(['一二', '落实安排', '由〔　〕牵头，于〔　〕前反馈。', '[fact]']);
  expect(after.doc.child(1).attrs).toEqual({ level: 1, section: null });
  expect(chosen(after)).toBe('〔　〕');
});

test('a pattern takes the place of an empty paragraph; without a blank the caret stands at its end', () => {
  const state = marked(stateOf(paragraph('一'), paragraph(''), paragraph('二')), 4);
  const after = state.apply(patternInto(state, [{ level: 0, text: '会议要求。' }]));
  expect(lines(after)).toEqual(['一', '会议要求。', '二']);
  expect(after.selection.$head.parentOffset).toBe(5);
});

test('what is marked becomes a pattern: clipped, with its headings, without facts and empty lines', () => {
  const state = marked(stateOf(heading('责任分工'), paragraph('由甲牵头'), fact, paragraph(''), paragraph('乙配合丙')), 1, 19);
  expect(chosenBlocks(state)).toEqual([
    { level: 2, text: '责任分工' },
    { level: 0, text: '由甲牵头' },
    { level: 0, text: '乙配合' },
  ]);
});

test('an image comes below the paragraph one writes in, and one goes on writing below it', () => {
  const state = marked(stateOf(paragraph('一'), fact), 2);
  const after = state.apply(imageInto(state, 'i-1', '现场'));
  expect(after.doc.children.map(({ type, attrs }) => [type.name, attrs['image'] ?? null])).toEqual([
    ['paragraph', null],
    ['image', 'i-1'],
    ['paragraph', null],
    ['fact', null],
  ]);
  expect(after.selection.$head.index(0)).toBe(2);
});

test('an image takes the place of an empty paragraph, and adds none where one goes on anyhow', () => {
  const state = marked(stateOf(paragraph(''), paragraph('二')), 1);
  const after = state.apply(imageInto(state, 'i-1', ''));
  expect(after.doc.children.map(({ type }) => type.name)).toEqual(['image', 'paragraph']);
  expect(after.selection.$head.parent.textContent).toBe('二');
});
