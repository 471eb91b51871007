// Who stands where: each person once, in the order of the text, under the number that the heading has in the end.
import { schema } from '@xieshang/minutes';
import { initProseMirrorDoc, absolutePositionToRelativePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import { EditorState, Plugin } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { sectionsOf, standingsIn } from './where.ts';

const node = (name: string, text: string, attributes: Readonly<Record<string, unknown>> = {}): Y.XmlElement => {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  made.insert(0, [new Y.XmlText(text)]);
  return made;
};

function open() {
  const ydoc = new Y.Doc({ gc: false });
  const type = ydoc.getXmlFragment('minutes');
  type.insert(0, [
    node('paragraph', '导语。'),
    node('heading', '协商情况', { level: 1 }),
    node('heading', '  ', { level: 2 }),
    node('heading', '发言', { level: 2 }),
    node('paragraph', '发言的内容。'),
    node('heading', '有关要求', { level: 1 }),
  ]);
  const { doc, mapping } = initProseMirrorDoc(type, schema);
  const sync = new Plugin({
    key: ySyncPluginKey,
    state: { init: () => ({ binding: { doc: ydoc, type, mapping } }), apply: (_tr, now) => now },
  });
  const state = EditorState.create({ doc, plugins: [sync] });
  const awareness = new Awareness(ydoc);
  const put = (client: number, user: Readonly<Record<string, string>> | null, position?: number): void => {
    const head =
      position === undefined
        ? undefined
        : Y.relativePositionToJSON(absolutePositionToRelativePosition(position, type, mapping) as Y.RelativePosition);
    awareness.states.set(client, { user, ...(head !== undefined && { cursor: { anchor: head, head } }) });
  };
  const placeOf = (text: string): number => {
    let found = 0;
    doc.descendants((one, at) => {
      if (one.isText && one.text?.includes(text)) found = at + 1;
    });
    return found;
  };
  return { awareness, state, put, placeOf, doc };
}

test('headings have the numbers they get in the end; an empty one has none', () => {
  expect(sectionsOf(open().doc).map(({ title }) => title)).toEqual(['一、协商情况', '（一）发言', '二、有关要求']);
});

test('each person stands in the section above the caret, oneself first, readers last', () => {
  const { awareness, state, put, placeOf } = open();
  put(awareness.clientID, { name: '秘书一' }, placeOf('有关要求'));
  put(11, { name: '秘书二', account: 'mishu2' }, placeOf('发言的内容'));
  put(12, { name: '主持人', account: 'zhuchi' });
  put(13, { name: '委员', account: 'weiyuan01' }, placeOf('导语'));
  expect(standingsIn(awareness, state, 'mishu1').map(({ name, own, section }) => [name, own, section])).toEqual([
    ['秘书一', true, '二、有关要求'],
    ['委员', false, ''],
    ['秘书二', false, '（一）发言'],
    ['主持人', false, null],
  ]);
});

test('who has several pages open is there once, where they write', () => {
  const { awareness, state, put, placeOf } = open();
  put(awareness.clientID, { name: '秘书一' });
  put(11, { name: '秘书一', account: 'mishu1' }, placeOf('导语'));
  put(12, { name: '秘书二', account: 'mishu2' });
  put(13, { name: '秘书二', account: 'mishu2' }, placeOf('发言的内容'));
  expect(standingsIn(awareness, state, 'mishu1').map(({ account, section }) => [account, section])).toEqual([
    ['mishu1', ''],
    ['mishu2', '（一）发言'],
  ]);
});

test('what a foreign client calls a person or a caret is no harm', () => {
  const { awareness, state } = open();
  for (const [client, said] of [
    null,
    7,
    { user: 'x' },
    { user: { name: '', account: 'a' } },
    { user: { name: '甲', account: 'a' }, cursor: { head: { type: 3 } } },
  ].entries()) {
    awareness.states.set(100 + client, said as Record<string, unknown>);
  }
  expect(standingsIn(awareness, state, 'mishu1').map(({ account, position }) => [account, position])).toEqual([['a', null]]);
});
