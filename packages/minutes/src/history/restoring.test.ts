// An earlier version comes back as an ordinary edit: prose as it was, facts as they are (law 9).
import { expect, test } from 'vitest';
import { Slice, type Node } from '@tiptap/pm/model';
import { factId } from '../fact-id.ts';
import { schema } from '../schema.ts';
import { restoring } from './restoring.ts';

const paragraph = (text: string) => ({ type: 'paragraph', ...(text && { content: [{ type: 'text', text }] }) });
const heading = (section: string, text: string) => ({
  ...{ type: 'heading', attrs: { level: 1, section }, content: [{ type: 'text', text }] },
});
const fact = (id: string) => ({ type: 'fact', attrs: { fact: id } });
const places = [
  { fact: factId('roll'), section: 'opening' },
  { fact: factId('stage.briefing.1'), section: 'course' },
  { fact: factId('vote.m1.1'), section: 'recommendations' },
  { fact: factId('names'), section: 'closing' },
] as const;

const docOf = (...content: readonly object[]): Node => schema.nodeFromJSON({ type: 'doc', content });
const read = (doc: Node): readonly string[] =>
  doc.children.map((node) => (node.type.name === 'fact' ? `#${String(node.attrs['fact'])}` : node.textContent));

function restored(now: Node, ...past: readonly object[]) {
  const edits = restoring(now, { type: 'doc', content: past as never }, places);
  let doc = now;
  for (const { from, to, content } of edits) doc = doc.replace(from, to, new Slice(content, 0, 0));
  return { edits, text: read(doc) };
}

test('only the words that differ are put back', () => {
  const now = docOf(paragraph('会议强调抓好落实。'), fact('names'));
  const { edits, text } = restored(now, paragraph('会议要求抓好落实。'), fact('names'));
  expect(text).toEqual(['会议要求抓好落实。', '#names']);
  expect(edits.map(({ from, to }) => [from, to])).toEqual([[3, 5]]);
});

test('a paragraph that went comes back between the facts where it stood', () => {
  const now = docOf(fact('roll'), paragraph('一'), fact('names'));
  const { text } = restored(now, fact('roll'), paragraph('一'), paragraph('二'), fact('names'));
  expect(text).toEqual(['#roll', '一', '二', '#names']);
});

test('facts that came since keep their place in their section', () => {
  const now = docOf(
    ...[fact('roll'), heading('course', '协商情况'), fact('stage.briefing.1'), paragraph('新写的')],
    ...[heading('recommendations', '主要建议'), fact('vote.m1.1'), fact('names')],
  );
  const { text } = restored(
    now,
    ...[fact('roll'), heading('course', '协商情况'), paragraph('旧的')],
    ...[heading('recommendations', '主要建议'), paragraph('建议'), fact('names')],
  );
  expect(text).toEqual(['#roll', '协商情况', '旧的', '#stage.briefing.1', '主要建议', '建议', '#vote.m1.1', '#names']);
});

test('facts stand in today’s order, whatever it was', () => {
  const now = docOf(fact('stage.briefing.1'), paragraph('一'), fact('roll'), fact('names'));
  const { text } = restored(now, fact('roll'), paragraph('旧'), fact('stage.briefing.1'), fact('names'));
  expect(text.filter((line) => line.startsWith('#'))).toEqual(['#stage.briefing.1', '#roll', '#names']);
  expect(text.filter((line) => !line.startsWith('#'))).toEqual(['旧']);
});

test('the same again is no edit', () => {
  expect(restored(docOf(paragraph('一'), fact('names')), paragraph('一'), fact('names')).edits).toEqual([]);
});
