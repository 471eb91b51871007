import { expect, test } from 'vitest';
import { errorFrom, HttpError, messageOf, onBusy, whileBusy } from './client.ts';
import { newId } from './ids.ts';

test('the server’s own sentence is shown', () => {
  const error = errorFrom(429, { error: { type: 'TooManyTries', message: '请 8 秒后再试。', retryAfterMs: 8000 } });
  expect([error.type, messageOf(error), error.retryAfterMs]).toEqual(['TooManyTries', '请 8 秒后再试。', 8000]);
});

test('an answer that is no error of ours still gets a sentence', () => {
  expect(errorFrom(502, null).message).toMatch(/。$/);
  expect(errorFrom(404, { error: { type: 'NotFound' } }).message).toMatch(/没有找到/);
  expect(messageOf(new TypeError('x'))).toMatch(/。$/);
});

test('new ids differ and hold only what the wire admits', () => {
  const ids = new Set(Array.from({ length: 200 }, newId));
  expect(ids.size).toBe(200);
  for (const id of ids) expect(id).toMatch(/^[0-9a-z]{16}$/);
});

test('what a busy server puts off is asked again by itself, and said; a real no is not', async () => {
  let told = 0;
  onBusy(() => (told += 1));
  const putOff = (type: string) => new HttpError(503, type, '服务器正忙，已排队，会自动重试。', { retryAfterMs: 1 });
  const answers = [putOff('Busy'), putOff('TooManyRequests')];
  const ask = () => {
    const error = answers.shift();
    return error ? Promise.reject(error) : Promise.resolve('done');
  };
  expect([await whileBusy(ask), told]).toEqual(['done', 2]);
  answers.push(putOff('NotStored'));
  await expect(whileBusy(ask)).rejects.toMatchObject({ type: 'NotStored' });
  await expect(whileBusy(() => Promise.reject(putOff('Busy')))).rejects.toMatchObject({ type: 'Busy' });
});
