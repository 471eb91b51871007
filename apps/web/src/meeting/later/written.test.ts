import { personId, requestId, stageId, type Roll, type Speech } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { withWords, writtenOf } from './written.ts';

const [zhang, li] = [personId('weiyuan01'), personId('weiyuan02')];
const roll: Roll = {
  attendees: [
    { person: zhang, name: '张委员', role: 'member', sector: '民建' },
    { person: li, name: '李委员', role: 'member', sector: '经济' },
  ],
  present: {},
  left: {},
  leaves: {},
};
const speech = (id: string, person: typeof zhang, more: Partial<Speech>): Speech => ({
  ...{ requestId: requestId(id), person, kind: 'writtenSpeech', topic: '', addressedTo: [], inReplyTo: null, stageId: stageId('floor') },
  ...{ from: 0, to: 0, spokenMs: 0, limitMs: 0, ...more },
});
const queue = {
  ...({ list: 'open', arranged: 0, waiting: [], floor: { phase: 'empty' }, answers: [], ratings: {} } as const),
  speeches: [
    speech('a', zhang, { topic: '养老', text: '建议增加床位' }),
    speech('b', li, { kind: 'openFloorSpeech', topic: '床位' }),
    speech('c', li, { topic: '交通', text: '建议增加班次' }),
  ],
};
const found = (sought: string) => withWords(writtenOf(queue), roll, sought).map(({ requestId: id }) => id as string);

test('Q20 what was handed in, newest first, and nothing that was spoken', () => {
  expect(found('')).toEqual(['c', 'a']);
});

test('a word is looked for in name, 界别, topic and text, and every word has to be there', () => {
  expect([found('张'), found('经济'), found('交通'), found('床位')]).toEqual([['a'], ['c'], ['c'], ['a']]);
  expect([found('增加 李'), found('增加 没有')]).toEqual([['c'], []]);
});
