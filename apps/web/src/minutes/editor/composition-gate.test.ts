// Law 12: nothing of a composition goes out, nothing of others is drawn into it, and there is no time limit.
import { expect, test } from 'vitest';
import { createGate } from './composition-gate.ts';

function gateWithDiary() {
  const diary: string[] = [];
  const note = (line: string) => () => void diary.push(line);
  const gate = createGate({ settle: note('settle'), flush: note('flush'), changed: () => undefined });
  return { gate, diary, note };
}

test('law 12: without a composition what others do is drawn at once, after the own caret is known', () => {
  const { gate, diary, note } = gateWithDiary();
  gate.remote(note('drawn'));
  expect(diary).toEqual(['settle', 'drawn']);
});

test('law 12: own text goes first, then what others did, in their order, then what had to wait', () => {
  const { gate, diary, note } = gateWithDiary();
  gate.begin();
  gate.remote(note('first'));
  gate.whenOpen(note('new document'));
  gate.remote(note('second'));
  expect(diary).toEqual([]);
  expect(gate.waiting).toBe(2);
  gate.end();
  expect(diary).toEqual(['flush', 'first', 'second', 'new document']);
  expect(gate.waiting).toBe(0);
});

test('law 12: an end without a beginning hands over nothing', () => {
  const { gate, diary } = gateWithDiary();
  gate.end();
  expect(diary).toEqual([]);
});
