import { expect, test } from 'vitest';
import { hall, origin, prepared } from '../testing/hall.ts';

const pdf = new TextEncoder().encode('%PDF-1.7 minutes of last year');

test('ten uploads a minute of one person, and then as many as time brings', async () => {
  const at = await hall();
  const { secretary } = await prepared(at);
  const upload = (n: number) =>
    at.ask('POST', `/api/meetings/m-1/materials/mat-${n}?name=a.pdf&circle=public`, {
      cookie: secretary,
      raw: pdf,
      headers: { 'content-type': 'application/pdf' },
    });
  for (let n = 0; n < 10; n += 1) expect((await upload(n)).status).toBe(201);
  const tooMany = await upload(10);
  expect([tooMany.status, tooMany.problem, tooMany.headers.get('retry-after')]).toEqual([429, 'TooManyRequests', '6']);
  at.pass(6000);
  expect((await upload(10)).status).toBe(201);
});

test('five exports a minute of one person; another has their own', async () => {
  const at = await hall();
  const { secretary } = await prepared(at);
  const other = await at.as('mishu9', 'secretary');
  const take = (cookie: string) => at.ask('GET', '/api/meetings/m-1/minutes.docx', { cookie });
  for (let n = 0; n < 5; n += 1) expect((await take(secretary)).problem).toBe('NotFound');
  expect((await take(secretary)).problem).toBe('TooManyRequests');
  expect((await take(other)).problem).toBe('NotFound');
});

test('a flood of requests of one person is told to wait; a whole roll of invites is not', async () => {
  const at = await hall();
  const [one, other] = [await at.as('mishu', 'secretary'), await at.as('mishu2', 'secretary')];
  const session = (cookie: string) => at.ask('GET', '/api/session', { cookie });
  for (let n = 0; n < 600; n += 1) expect((await session(one)).status).toBe(200);
  const tooMany = await session(one);
  expect([tooMany.status, tooMany.problem, tooMany.json]).toEqual([
    429,
    'TooManyRequests',
    { error: { type: 'TooManyRequests', message: expect.stringMatching(/频繁/), retryAfterMs: expect.any(Number) } },
  ]);
  expect((await session(other)).status).toBe(200);
});

test('a server that is behind puts off what can wait before it has read it, and says when to come again', async () => {
  const at = await hall({ overload: { wait: () => 1000 } });
  const cookie = await at.as('mishu', 'secretary');
  const busy = await at.ask('POST', '/api/session', { raw: '{not even read' });
  expect([busy.status, busy.headers.get('retry-after'), busy.json]).toEqual([
    503,
    '1',
    { error: { type: 'Busy', message: '服务器正忙，已排队，会自动重试。', retryAfterMs: 1000 } },
  ]);
  for (const path of ['/api/meetings/m-1/minutes.docx', '/api/meetings/m-1/materials/m1'])
    expect((await at.ask('GET', path, { cookie })).problem).toBe('Busy');
  for (const path of ['/api/session', '/healthz', '/readyz']) expect((await at.ask('GET', path, { cookie })).status).toBe(200);
  expect((await at.ask('DELETE', '/api/session', { cookie })).status).toBe(204);
});

test('four files are taken in at once; the fifth is put off, and taken when there is room', async () => {
  const at = await hall();
  const { secretary } = await prepared(at);
  const ends: (() => void)[] = [];
  /** An upload whose last byte is the test's to send. */
  const slowUpload = async (n: number): Promise<Response> => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(pdf);
        ends.push(() => controller.close());
      },
    });
    const headers = { cookie: secretary, origin, 'content-length': '1000', 'content-type': 'application/pdf' };
    return at.app.request(`/api/meetings/m-1/materials/mat-${n}?name=a.pdf&circle=public`, {
      ...{ method: 'POST', headers, body },
      ...{ duplex: 'half' },
    });
  };
  const uploads = [0, 1, 2, 3].map(slowUpload);
  const other = await at.as('mishu2', 'secretary');
  const fifth = () =>
    at.ask('POST', '/api/meetings/m-1/materials/mat-9?name=a.pdf&circle=public', {
      ...{ cookie: other, raw: pdf, headers: { 'content-type': 'application/pdf' } },
    });
  expect(await fifth()).toMatchObject({ status: 503, problem: 'Busy' });
  for (const end of ends) end();
  expect((await Promise.all(uploads)).map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect((await fifth()).status).toBe(201);
});

test('what does not say how much it is is read only as far as a form is large, whoever sends it', async () => {
  const at = await hall();
  let given = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      given += 64 * 1024;
      controller.enqueue(new Uint8Array(64 * 1024));
      if (given > 8 * 1024 * 1024) controller.close();
    },
  });
  const answer = await at.app.request('/api/meetings/m-1/materials/mat-1?name=a.pdf&circle=public', {
    ...{ method: 'POST', headers: { origin, 'content-type': 'application/pdf', 'transfer-encoding': 'chunked' }, body },
    ...{ duplex: 'half' },
  });
  expect(answer.status).toBe(413);
  expect(given).toBeLessThan(512 * 1024);
});
