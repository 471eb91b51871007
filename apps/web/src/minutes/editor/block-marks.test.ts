// Law 10 beside each paragraph: what is not on disk is marked so, whoever changes the text meanwhile.
import { schema } from '@xieshang/minutes';
import { initProseMirrorDoc, ySyncPluginKey } from '@tiptap/y-tiptap';
import { Fragment, Slice } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { blockMarksPlugin, marked, marksIn } from './block-marks.ts';
import type { Progress } from './ledger.ts';
import type { Block } from './touched.ts';

const paragraph = (text: string): Y.XmlElement => {
  const made = new Y.XmlElement('paragraph');
  made.insert(0, [new Y.XmlText(text)]);
  return made;
};

function open(...texts: readonly string[]) {
  const doc = new Y.Doc({ gc: false });
  const fragment = doc.getXmlFragment('minutes');
  fragment.insert(0, texts.map(paragraph));
  const progress = new Map<Block, Progress>();
  const drawnDoc = () => initProseMirrorDoc(fragment, schema).doc;
  const state = EditorState.create({ doc: drawnDoc(), plugins: [blockMarksPlugin()] });
  const blockAt = (place: number): Block => fragment.get(place) as Y.XmlElement;
  return { fragment, progress, drawnDoc, state, blockAt };
}

/** Which paragraphs are marked, by their text. */
const markedIn = (state: EditorState): readonly string[] =>
  marksIn(state)
    .find()
    .map(({ from }) => state.doc.nodeAt(from)?.textContent ?? '');

/** As the binding does: the whole document is put in the place of the one before. */
const fromOutside = (state: EditorState, doc: EditorState['doc']): EditorState =>
  state.apply(
    state.tr
      .replace(0, state.doc.content.size, new Slice(Fragment.from(doc.content), 0, 0))
      .setMeta(ySyncPluginKey, { isChangeOrigin: true }),
  );

test('law 10: a paragraph that is not on disk stays marked when somebody else writes above it', () => {
  const { fragment, progress, drawnDoc, state, blockAt } = open('一。', '二。');
  progress.set(blockAt(1), 'typed');
  const before = state.apply(marked(state.tr, fragment, () => progress));
  expect(markedIn(before)).toEqual(['二。']);
  fragment.insert(0, [paragraph('别人的。')]);
  expect(markedIn(fromOutside(before, drawnDoc()))).toEqual(['二。']);
});

test('law 10: what has come to the disk meanwhile is not marked again', () => {
  const { fragment, progress, drawnDoc, state, blockAt } = open('一。', '二。');
  progress.set(blockAt(0), 'received');
  const before = state.apply(marked(state.tr, fragment, () => progress));
  progress.clear();
  fragment.insert(2, [paragraph('别人的。')]);
  expect(markedIn(fromOutside(before, drawnDoc()))).toEqual([]);
});

test('law 10: a mark goes along with what is typed before it', () => {
  const { fragment, progress, state, blockAt } = open('一。', '二。');
  progress.set(blockAt(1), 'typed');
  const before = state.apply(marked(state.tr, fragment, () => progress));
  expect(markedIn(before.apply(before.tr.insertText('零', 1)))).toEqual(['二。']);
});
