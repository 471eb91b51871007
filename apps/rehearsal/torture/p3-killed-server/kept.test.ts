import { expect, test } from 'vitest';
import { judge } from './kept.ts';

const disk = {
  answers: [
    { command: 'a', seq: 2 },
    { command: 'b', seq: 3 },
  ],
  events: [
    { command: 'a', seq: 1 },
    { command: 'a', seq: 2 },
    { command: 'b', seq: 3 },
  ],
  letters: '第一句〔1-1〕第二句〔1-2〕',
};

test('what was promised and is there once is kept; what was not promised may be there or not', () => {
  expect(judge(disk, { commands: [{ id: 'a', seq: 2 }], marks: ['〔1-1〕'] })).toEqual({ lost: [], doubled: [] });
});

test.each([
  ['a command without its fact', { commands: [{ id: 'c', seq: 4 }], marks: [] }, ['c']],
  ['a command at another place', { commands: [{ id: 'b', seq: 4 }], marks: [] }, ['b']],
  ['a mark', { commands: [], marks: ['〔2-1〕'] }, ['〔2-1〕']],
])('%s is lost', (_what, promised, lost) => {
  expect(judge(disk, promised).lost).toEqual(lost);
});

test('facts of one command apart from one another, and a mark that stands twice, are doubled', () => {
  const twice = { ...disk, events: [...disk.events, { command: 'a', seq: 4 }], letters: `${disk.letters}〔1-1〕` };
  expect(judge(twice, { commands: [], marks: [] }).doubled).toEqual(['a', '〔1-1〕']);
});
