import { expect, test } from 'vitest';
import { doors } from './index.ts';
import { faultOfAnswer } from './requests.ts';

test('P6, short: garbage at every door changes nothing, ends nothing and is answered in words', async () => {
  const { figures, failures } = await doors.run('short', 1);
  expect(failures).toEqual([]);
  for (const faults of ['exits', 'troubles', 'changed', 'smuggled', 'textDiffers', 'strangers']) expect(figures[faults]).toBe(0);
  for (const done of ['yjsFrames', 'rawConnections', 'packets', 'requests', 'floods']) expect(figures[done]).toBeGreaterThan(0);
});

const answer = (status: string, body: string, more = ''): string => `HTTP/1.1 ${status}\r\n${more}Connection: close\r\n\r\n${body}`;
const declared = JSON.stringify({ error: { type: 'Malformed', message: '提交的内容有误，请检查后再试。' } });

test.each([
  ['nothing at all', ''],
  ['an empty error', answer('400 Bad Request', '')],
  ['a page', answer('404 Not Found', '<h1>no</h1>')],
  ['an error with another status', answer('404 Not Found', declared)],
  ['an error nobody has declared', answer('400 Bad Request', declared.replace('Malformed', 'Strange'))],
  ['an unforeseen one', answer('500 Internal Server Error', declared.replace('Malformed', 'Unforeseen'))],
])('%s is no answer', (_what, heard) => {
  expect(faultOfAnswer(Buffer.from(heard).toString('latin1'), false)).toEqual(expect.any(String));
});

test('a declared error is an answer, in pieces too', () => {
  const bytes = Buffer.from(declared);
  const chunked = `${bytes.length.toString(16)}\r\n${bytes.toString('latin1')}\r\n0\r\n\r\n`;
  expect(faultOfAnswer(answer('400 Bad Request', bytes.toString('latin1')), false)).toBeNull();
  expect(faultOfAnswer(answer('400 Bad Request', chunked, 'Transfer-Encoding: chunked\r\n'), false)).toBeNull();
});
