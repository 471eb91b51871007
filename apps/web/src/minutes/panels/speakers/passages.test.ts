import { requestId } from '@xieshang/meeting';
import type { NodeJson } from '@xieshang/minutes';
import { expect, test } from 'vitest';
import { passagesIn } from './passages.ts';

const fact = (id: string): NodeJson => ({ type: 'fact', attrs: { fact: id } });
const said = (...texts: readonly string[]): NodeJson => ({
  type: 'paragraph',
  content: texts.flatMap((text, place) => [...(place > 0 ? [{ type: 'hardBreak' }] : []), { type: 'text', text }]),
});
const heading: NodeJson = { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '部门回应情况' }] };
const of = (...blocks: readonly NodeJson[]) => [...passagesIn(blocks)];

test('M11 what stands under the record of a speech belongs to it, up to the next record or heading', () => {
  expect(
    of(
      fact('stage.keynote.1'),
      said('无主的一段'),
      fact('speech.p1'),
      said('一链一策。'),
      said('年内', '见效。'),
      fact('answers.p1'),
      said('部门的话'),
      fact('speech.p2'),
      said(' '),
      heading,
      said('别处'),
    ),
  ).toEqual([
    [requestId('p1'), '一链一策。\n年内\n见效。'],
    [requestId('p2'), ''],
  ]);
});

test('items of a list are lines; a record that stands twice counts where it stands first', () => {
  const item = (text: string): NodeJson => ({ type: 'listItem', content: [said(text)] });
  expect(of(fact('speech.p1'), { type: 'bulletList', content: [item('甲'), item('乙')] }, fact('speech.p1'), said('丙'))).toEqual([
    [requestId('p1'), '甲\n乙'],
  ]);
});

test('a text without records has no passages', () => expect(of(said('甲'))).toEqual([]));
