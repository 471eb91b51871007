// How the draft comes into the text: in its sections, over nothing that somebody wrote, in one step. N2.
import { schema, type Drafted, type Passage } from '@xieshang/minutes';
import { EditorState } from '@tiptap/pm/state';
import type { Node } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { leavesFacts } from '../../editor/fact-guard.ts';
import { writeDraft } from './in-text.ts';

const passage = (id: string, section: Passage['section'], text: string): Passage => ({
  ...{ id, section },
  sentences: [{ parts: [text], sources: [], record: '会议记录' }],
});
const course = passage('course', 'course', '会议听取了通报。');
const passed = passage('recommendations', 'recommendations', '8条获得通过。');
const failed = passage('recommendations.failed.m9', 'recommendations', '第9条未获通过。');
const all = [course, passed, failed];
const none: Drafted = new Map();
const every = new Set(all.map(({ id }) => id));

const heading = (section: string) => ({ type: 'heading', attrs: { level: 1, section }, content: [{ type: 'text', text: section }] });
const prose = (text: string) => ({ type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) });
const fact = (name: string) => ({ type: 'fact', attrs: { fact: name } });
const opened = (...content: readonly object[]): EditorState => {
  const doc = schema.nodeFromJSON({ type: 'doc', content: [...content] });
  return EditorState.create({ doc });
};
const told = (doc: Node): readonly string[] => {
  const lines: string[] = [];
  doc.forEach((node) => lines.push(node.type.name === 'fact' ? `[${String(node.attrs['fact'])}]` : node.textContent));
  return lines;
};
const empty = opened(
  prose('导语'),
  fact('roll'),
  heading('course'),
  prose(''),
  fact('stage.a.1'),
  heading('recommendations'),
  prose(''),
  fact('vote.m9.1'),
  fact('names'),
);

test('stands under its heading, in the paragraph that waits there, before the facts', () => {
  const written = writeDraft(empty, all, none, every);
  expect(written && told(written.doc)).toEqual([
    ...['导语', '[roll]', 'course', '会议听取了通报。', '[stage.a.1]'],
    ...['recommendations', '8条获得通过。', '第9条未获通过。', '[vote.m9.1]', '[names]'],
  ]);
  expect(written && leavesFacts(written, empty)).toBe(true);
  expect(written?.doc.check()).toBeUndefined();
});

test('is put in once', () => {
  const written = writeDraft(empty, all, none, every);
  expect(written && writeDraft(empty.apply(written), all, none, every)).toBeNull();
});

test('only what is wanted, behind what stands already', () => {
  const state = empty.apply(writeDraft(empty, all, none, new Set(['recommendations'])) ?? empty.tr);
  const then = writeDraft(state, all, none, new Set(['recommendations.failed.m9']));
  expect(then && told(then.doc).slice(5)).toEqual(['recommendations', '8条获得通过。', '第9条未获通过。', '[vote.m9.1]', '[names]']);
});

test('renews what nobody has touched, and leaves what somebody has', () => {
  const drafted: Drafted = new Map([['recommendations', ['7条获得通过。']]]);
  const untouched = opened(heading('recommendations'), prose('7条获得通过。'), prose('我写的话。'));
  const renewed = writeDraft(untouched, all, drafted, new Set(['recommendations']));
  expect(renewed && told(renewed.doc)).toEqual(['recommendations', '8条获得通过。', '我写的话。']);
  const touched = opened(heading('recommendations'), prose('7条获得通过，其中一致通过3条。'));
  expect(writeDraft(touched, [passed], drafted, new Set(['recommendations']))).toBeNull();
});

test('writes over what was changed only where that is asked for', () => {
  const drafted: Drafted = new Map([['recommendations', ['7条获得通过。']]]);
  const touched = opened(heading('recommendations'), prose('7条都获得通过。'));
  const over = writeDraft(touched, [passed], drafted, new Set(['recommendations']), new Set(['recommendations']));
  expect(over && told(over.doc)).toEqual(['recommendations', '8条获得通过。']);
});

test('takes out what the record no longer yields while it is untouched', () => {
  const drafted: Drafted = new Map([['recommendations.failed.m8', ['第8条未获通过。']]]);
  const state = opened(heading('recommendations'), prose('第8条未获通过。'), prose('我写的话。'));
  const written = writeDraft(state, [], drafted, new Set(['recommendations.failed.m8']));
  expect(written && told(written.doc)).toEqual(['recommendations', '我写的话。']);
});

test('without its heading it stands before the names', () => {
  const written = writeDraft(opened(prose('导语'), fact('names')), [course], none, new Set(['course']));
  expect(written && told(written.doc)).toEqual(['导语', '会议听取了通报。', '[names]']);
});
