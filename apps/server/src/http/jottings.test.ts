import { jottingId, meetingId, personId, type Command } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { openJottingBook } from '../jottings.ts';
import { asking, convened, hall } from '../testing/hall.ts';

const meeting = meetingId('m-1');
const address = '/api/meetings/m-1/jottings';
const nothing = { stageId: null, requestId: null };
const write = (id: string, text = '请补数字', about: object = nothing) => ({ id, act: { type: 'write', text, about } });
const on = (id: string, type: string, more: object = {}) => ({ id, act: { type, ...more } });

const roles = [
  ['mishu', 'secretary'],
  ['zhuchi', 'moderator'],
  ['li', 'member'],
  ['bumen', 'departmentRep'],
  ['pangting', 'observer'],
  ['guanli', 'admin'],
  ['mishu9', 'secretary'],
  ['stranger', 'member'],
] as const;

async function inSession() {
  const at = await hall();
  await convened(at);
  const ask = asking(at);
  await ask('zhuchi', { type: 'OpenMeeting' });
  const cookies = new Map<string, string>(await Promise.all(roles.map(async ([who, role]) => [who, await at.as(who, role)] as const)));
  const cookie = (who: string): string => cookies.get(who) ?? '';
  const put = (who: string, body: unknown) => at.ask('POST', address, { cookie: cookie(who), body });
  const read = (who: string, after = 0) => at.ask('GET', `${address}?after=${after}`, { cookie: cookie(who) });
  return { at, ask, put, read };
}

const each = async (does: (who: string) => Promise<{ readonly status: number }>): Promise<Record<string, number>> =>
  Object.fromEntries(await Promise.all(roles.map(async ([who]) => [who, (await does(who)).status] as const)));

test('L1 the office of the meeting reads and writes; to everybody else there is nothing', async () => {
  const { at, put, read } = await inSession();
  const theirs = { mishu: 200, zhuchi: 200, li: 404, bumen: 404, pangting: 404, guanli: 404, mishu9: 404, stranger: 404 };
  expect(await each((who) => put(who, write(`j-${who}`)))).toEqual(theirs);
  expect(await each((who) => read(who))).toEqual(theirs);
  expect([(await at.ask('GET', address)).status, (await at.ask('POST', address, { body: write('j-x') })).status]).toEqual([401, 401]);
});

test('L1 a permitted writer of the minutes, who is no office, gets none', async () => {
  const { ask, put, read } = await inSession();
  await put('zhuchi', write('j-1'));
  await ask('mishu', { type: 'PermitWriter', person: personId('li') });
  expect((await read('li')).status).toBe(404);
});

test('L1 nothing of them is in the log, in the state or in the welcome of anybody', async () => {
  const { at, put } = await inSession();
  const words = 'a-line-that-is-nowhere-else';
  const host = await at.rooms.host(meeting);
  const before = host?.history().seq;
  await put('zhuchi', write('j-1', words));
  expect(host?.history().seq).toBe(before);
  for (const who of ['zhuchi', 'li', 'pangting']) expect(JSON.stringify(await at.rooms.look(meeting, who))).not.toContain(words);
  const bundle = await at.evidence.bundle(meeting, 'office');
  expect(Buffer.from(bundle).includes(words)).toBe(false);
});

test('what was written is read by the others, from any change on', async () => {
  const { at, put, read } = await inSession();
  await put('zhuchi', write('j-1', '请工信局补数字'));
  await put('mishu', write('j-2', '茶歇后再议'));
  await put('mishu', on('j-1', 'finish'));
  const { json } = await read('mishu');
  expect(json).toMatchObject({
    newest: 3,
    jottings: [
      { id: 'j-2', by: 'mishu', revision: 2, standing: { phase: 'open' } },
      { id: 'j-1', by: 'zhuchi', at: at.now(), revision: 3, standing: { phase: 'done', by: 'mishu' } },
    ],
  });
  expect((await read('zhuchi', 2)).json).toMatchObject({ newest: 3, jottings: [{ id: 'j-1' }] });
  expect((await read('zhuchi', 3)).json).toEqual({ newest: 3, jottings: [] });
  expect(at.jottings.newest(meeting)).toBe(3);
});

test('L2 a line bears the stage and the speech it was begun at', async () => {
  const { at, put } = await inSession();
  const state = await at.state(meeting);
  const stageId = state?.phase === 'inSession' ? state.stageId : '';
  const { json } = await put('zhuchi', write('j-1', '记', { stageId, requestId: 'unknown' }));
  expect(json['jotting']).toMatchObject({ about: { stageId, requestId: null } });
});

test('L2 the same line again is one line; another under its id is refused', async () => {
  const { put, read } = await inSession();
  const answers = await Promise.all([1, 2, 3].map(() => put('zhuchi', write('j-1'))));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await put('mishu', write('j-1'))).problem).toBe('JottingIdTaken');
  expect((await read('zhuchi')).json['newest']).toBe(1);
});

test('L3 each no has its own name', async () => {
  const { put } = await inSession();
  await put('zhuchi', write('j-1'));
  expect((await put('mishu', on('j-1', 'strike'))).problem).toBe('NotPermitted');
  expect((await put('zhuchi', on('j-1', 'finish'))).problem).toBe('NotPermitted');
  expect((await put('zhuchi', on('j-1', 'reword', { text: '改', seen: 9 }))).problem).toBe('JottingChanged');
  expect((await put('zhuchi', on('j-1', 'erase'))).problem).toBe('JottingSettled');
  expect((await put('zhuchi', on('j-9', 'strike'))).problem).toBe('NotFound');
});

test('L1 after the issue the office reads and adds nothing', async () => {
  const { at, ask, put, read } = await inSession();
  const mishu2 = { person: 'mishu2', name: '武秘书', role: 'secretary' } as Extract<Command, { type: 'AddAttendee' }>['attendee'];
  await ask('mishu', { type: 'AddAttendee', attendee: mishu2, reason: '增派' });
  await at.as('mishu2', 'secretary');
  await put('zhuchi', write('j-1'));
  await ask('zhuchi', { type: 'ConcludeMeeting' });
  expect((await put('mishu', write('j-2'))).status).toBe(200);
  await ask('mishu', { type: 'SubmitMinutes' });
  await ask('mishu2', { type: 'PassMinutes' });
  await ask('zhuchi', { type: 'CountersignMinutes' });
  await ask('zhuchi', { type: 'IssueMinutes', number: '〔2026〕1号' });
  expect((await put('mishu', write('j-3'))).problem).toBe('JottingsClosed');
  expect((await put('mishu', on('j-1', 'finish'))).problem).toBe('JottingsClosed');
  expect((await read('zhuchi')).json['newest']).toBe(2);
});

test('L2 what is too long, blank, of two lines or hostile in form is refused before anything is kept', async () => {
  const { put, read } = await inSession();
  const wrong: readonly unknown[] = [
    write('j-1', '长'.repeat(201)),
    write('j-1', '  '),
    write('j-1', '两\n行'),
    write('j-1', '零\u0000字'),
    write('j-1', '半\ud800字'),
    write('__proto__'),
    write('j-1', '记', { stageId: null }),
    write('j-1', '记', { stageId: 'a b', requestId: null }),
    on('j-1', 'reword', { text: '改' }),
    on('j-1', 'finish', { more: 1 }),
    on('j-1', 'shout'),
    { act: { type: 'strike' } },
  ];
  for (const body of wrong) expect((await put('zhuchi', body)).problem, JSON.stringify(body).slice(0, 200)).toBe('Malformed');
  expect((await read('zhuchi')).json['newest']).toBe(0);
});

test('hostile words are kept as they are and come back as data', async () => {
  const { put, read } = await inSession();
  const text = '<img src=x onerror=alert(1)> \u202e翻转 ${x} 😀 =1+1';
  await put('zhuchi', write('j-1', text));
  expect((await read('mishu')).json['jottings']).toMatchObject([{ text }]);
});

test('sixty at once of one person, then as many as time brings', async () => {
  const { at, put } = await inSession();
  for (let n = 0; n < 60; n += 1) expect((await put('zhuchi', write(`j-${n}`))).status).toBe(200);
  expect(await put('zhuchi', write('j-60'))).toMatchObject({ status: 429, problem: 'TooManyRequests' });
  at.pass(1000);
  expect((await put('zhuchi', write('j-60'))).status).toBe(200);
});

test('of many who write at once none is lost, also over two nodes', async () => {
  const { at, read } = await inSession();
  const nodes = await Promise.all([1, 2].map(() => openJottingBook({ store: at.store.jottings, clock: at.now, state: at.state })));
  const act = { type: 'write', text: '记', about: { stageId: null, requestId: null } } as const;
  const written = nodes.flatMap((node, of) =>
    Array.from({ length: 6 }, (_, n) => node.put(meeting, 'zhuchi', { id: jottingId(`j-${of}-${n}`), act })),
  );
  for (const answer of await Promise.all(written)) expect(answer).toMatchObject({ ok: true });
  const { json } = await read('mishu');
  expect((json['jottings'] as { revision: number }[]).map(({ revision }) => revision)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
});

test('a restarted server has them, and says how often they changed', async () => {
  const { at, put } = await inSession();
  await put('zhuchi', write('j-1'));
  const again = await openJottingBook({ store: at.store.jottings, clock: at.now, state: at.state });
  expect(again.newest(meeting)).toBe(1);
  expect(await again.readFor(meeting, 'zhuchi', 0, 10)).toMatchObject({ newest: 1, jottings: [{ id: 'j-1' }] });
});
