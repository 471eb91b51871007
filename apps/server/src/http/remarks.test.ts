import { DatabaseSync } from 'node:sqlite';
import { meetingId, personId, type Command } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { openRemarkBook } from '../remarks.ts';
import { asking, convened, hall } from '../testing/hall.ts';

const meeting = meetingId('m-1');
const address = '/api/meetings/m-1/remarks';
const anchor = { from: 'i1.0+', to: 'i1.3-', behind: 'r-', ahead: 'r+', quote: '精准招商', before: '会议指出，' };
const comment = (id: string, more: object = {}) => ({ id, act: { type: 'comment', anchor, text: '请核对。', mentions: [], ...more } });
const suggestion = (id: string) => ({ id, act: { type: 'suggest', anchor, replacement: '靶向招商', text: '', mentions: [] } });
const on = (remark: string, act: object, id = `on-${remark}-${JSON.stringify(act).length}`) => ({ id, act: { remark, ...act } });

const roles = [
  ['mishu', 'secretary'],
  ['zhuchi', 'moderator'],
  ['li', 'member'],
  ['wang', 'member'],
  ['bumen', 'departmentRep'],
  ['pangting', 'observer'],
  ['guanli', 'admin'],
  ['stranger', 'member'],
] as const;

/** A meeting in session in which one member may write. */
async function inSession() {
  const at = await hall();
  await convened(at);
  const ask = asking(at);
  const mishu2 = { person: 'mishu2', name: '武秘书', role: 'secretary' } as Extract<Command, { type: 'AddAttendee' }>['attendee'];
  await ask('mishu', { type: 'AddAttendee', attendee: mishu2, reason: '增派' });
  await ask('zhuchi', { type: 'OpenMeeting' });
  await ask('mishu', { type: 'PermitWriter', person: personId('li') });
  const cookies = new Map<string, string>(await Promise.all(roles.map(async ([who, role]) => [who, await at.as(who, role)] as const)));
  cookies.set('mishu2', await at.as('mishu2', 'secretary'));
  const cookie = (who: string): string => cookies.get(who) ?? '';
  const put = (who: string, body: unknown) => at.ask('POST', address, { cookie: cookie(who), body });
  const read = (who: string, after = 0) => at.ask('GET', `${address}?after=${after}`, { cookie: cookie(who) });
  return { at, ask, cookie, put, read };
}

async function issue(ask: (by: string, body: Command) => Promise<void>): Promise<void> {
  await ask('zhuchi', { type: 'ConcludeMeeting' });
  await ask('mishu', { type: 'SubmitMinutes' });
  await ask('mishu2', { type: 'PassMinutes' });
  await ask('zhuchi', { type: 'CountersignMinutes' });
  await ask('zhuchi', { type: 'IssueMinutes', number: '〔2026〕1号' });
}

const each = async (does: (who: string) => Promise<{ readonly status: number }>): Promise<Record<string, number>> =>
  Object.fromEntries(await Promise.all(roles.map(async ([who]) => [who, (await does(who)).status] as const)));

test('B1 the office and the permitted writer read, write and see; to others there is nothing', async () => {
  const { at, put, read, cookie } = await inSession();
  const theirs = { mishu: 200, zhuchi: 200, li: 200, wang: 404, bumen: 404, pangting: 404, guanli: 404, stranger: 404 };
  expect(await each((who) => read(who))).toEqual(theirs);
  expect(await each((who) => put(who, comment(`c-${who}`)))).toEqual(theirs);
  const seen = { mishu: 204, zhuchi: 204, li: 204, wang: 404, bumen: 404, pangting: 404, guanli: 404, stranger: 404 };
  expect(await each((who) => at.ask('PUT', `${address}/seen`, { cookie: cookie(who), body: { entries: [1] } }))).toEqual(seen);
  expect((await at.ask('GET', address)).status).toBe(401);
  expect((await at.ask('POST', address, { body: comment('c-x') })).status).toBe(401);
});

test('B1 a secretary who is not on the roll looks after all meetings and is shown no remarks', async () => {
  const { at } = await inSession();
  expect((await at.ask('GET', address, { cookie: await at.as('mishu9', 'secretary') })).status).toBe(404);
});

test('B1 after the issue the office reads what was remarked and adds nothing', async () => {
  const { ask, put, read } = await inSession();
  await put('mishu', comment('c-1'));
  await issue(ask);
  expect(await each((who) => read(who))).toMatchObject({ mishu: 200, zhuchi: 200, li: 404, wang: 404, bumen: 404, pangting: 404 });
  expect((await put('mishu', comment('c-2'))).problem).toBe('RemarksClosed');
  expect((await read('zhuchi')).json['newest']).toBe(1);
});

test('B2 the issued text and its hash are the same with remarks and without', async () => {
  const issued = async (remarked: boolean): Promise<unknown> => {
    const { at, ask, put } = await inSession();
    if (remarked) await put('mishu', suggestion('s-1'));
    await issue(ask);
    const state = (await at.rooms.host(meeting))?.history().state;
    return state?.phase === 'concluded' && state.minutes.phase === 'issued' ? state.minutes.hash : null;
  };
  const [bare, remarked] = [await issued(false), await issued(true)];
  expect(remarked).toMatch(/^[0-9a-f]{64}$/);
  expect(remarked).toBe(bare);
});

test('what was put is read in order, from any number on', async () => {
  const { put, read } = await inSession();
  await put('mishu', comment('c-1'));
  await put('zhuchi', on('c-1', { type: 'reply', text: '已核对。', mentions: [] }, 'r-1'));
  await put('mishu', on('c-1', { type: 'resolve' }, 'r-2'));
  const { json } = await read('li');
  expect(json).toMatchObject({ newest: 3, unseen: [] });
  expect(json['entries']).toMatchObject([
    { seq: 1, id: 'c-1', by: 'mishu', act: { type: 'comment', anchor, text: '请核对。' } },
    { seq: 2, id: 'r-1', by: 'zhuchi', act: { type: 'reply', remark: 'c-1' } },
    { seq: 3, id: 'r-2', by: 'mishu', act: { type: 'resolve', remark: 'c-1' } },
  ]);
  expect((await read('li', 2)).json['entries']).toMatchObject([{ seq: 3 }]);
  expect((await read('li', 9)).json['entries']).toEqual([]);
});

test('B4 of two who decide at once one is told that it is settled', async () => {
  const { put, read } = await inSession();
  await put('zhuchi', suggestion('s-1'));
  const answers = await Promise.all([
    put('mishu', on('s-1', { type: 'accept' }, 'a-1')),
    put('mishu2', on('s-1', { type: 'decline', reason: '与记录不符' }, 'a-2')),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.json).toMatchObject({
    error: { type: 'RemarkSettled', phase: expect.stringMatching(/ed$/) },
  });
  expect((await read('mishu')).json['newest']).toBe(2);
});

test('B4 a moderator decides on no suggestion; B5 nobody withdraws what another wrote', async () => {
  const { put } = await inSession();
  await put('mishu', suggestion('s-1'));
  expect((await put('zhuchi', on('s-1', { type: 'accept' }))).status).toBe(403);
  expect((await put('zhuchi', on('s-1', { type: 'withdraw' }))).status).toBe(403);
  expect((await put('mishu', on('s-1', { type: 'withdraw' }))).status).toBe(200);
  expect((await put('mishu', on('nothing', { type: 'withdraw' }))).status).toBe(404);
});

test('B6 the mentioned have it unseen until they have seen it; nobody else is mentioned', async () => {
  const { at, put, read, cookie } = await inSession();
  await put('mishu', comment('c-1', { mentions: ['zhuchi', 'li'] }));
  await put('mishu', comment('c-2', { mentions: ['li'] }));
  const unseen = async (who: string) => (await read(who)).json['unseen'];
  expect([await unseen('zhuchi'), await unseen('li'), await unseen('mishu')]).toEqual([[1], [1, 2], []]);
  for (let twice = 0; twice < 2; twice += 1) await at.ask('PUT', `${address}/seen`, { cookie: cookie('li'), body: { entries: [1, 7] } });
  expect([await unseen('zhuchi'), await unseen('li')]).toEqual([[1], [2]]);
  expect((await put('mishu', comment('c-3', { mentions: ['wang'] }))).problem).toBe('NotMentionable');
});

test('B8 the same id with the same act has one effect; with another act, or of another person, it is taken', async () => {
  const { put, read } = await inSession();
  const answers = await Promise.all([put('mishu', comment('c-1')), put('mishu', comment('c-1')), put('mishu', comment('c-1'))]);
  expect(answers.map(({ status, json }) => [status, json['seq']])).toEqual(Array(3).fill([200, 1]));
  expect((await put('mishu', comment('c-1', { text: '别的话。' }))).problem).toBe('RemarkIdTaken');
  expect((await put('zhuchi', comment('c-1'))).problem).toBe('RemarkIdTaken');
  expect((await read('mishu')).json['newest']).toBe(1);
});

test('B9 what is too long, blank, hostile in form or of no passage is refused before anything is kept', async () => {
  const { put, read } = await inSession();
  const wrong: readonly unknown[] = [
    comment('c-1', { text: '长'.repeat(1001) }),
    comment('c-1', { text: ' \n ' }),
    comment('c-1', { text: '零\u0000字' }),
    comment('c-1', { text: '半\ud800字' }),
    comment('c-1', { mentions: Array(11).fill('zhuchi') }),
    comment('c-1', { anchor: { ...anchor, quote: '' } }),
    comment('c-1', { anchor: { ...anchor, quote: '长'.repeat(2001) } }),
    comment('c-1', { anchor: { ...anchor, from: 'root+' } }),
    comment('c-1', { anchor: { ...anchor, more: 1 } }),
    comment('__proto__'),
    comment('a b'),
    { ...suggestion('s-1'), act: { ...suggestion('s-1').act, replacement: '精准招商' } },
    { ...suggestion('s-1'), act: { ...suggestion('s-1').act, replacement: '两\n段' } },
    { ...suggestion('s-1'), act: { ...suggestion('s-1').act, anchor: { ...anchor, quote: '两\n段' } } },
    on('c-1', { type: 'decline', reason: '' }),
    on('c-1', { type: 'erase' }),
    { id: 'c-1' },
  ];
  for (const body of wrong) expect((await put('mishu', body)).problem, JSON.stringify(body).slice(0, 200)).toBe('Malformed');
  expect((await read('mishu')).json['newest']).toBe(0);
});

test('hostile words are kept as they are and come back as data', async () => {
  const { put, read } = await inSession();
  const text = '<img src=x onerror=alert(1)> \u202e翻转 ${x} 😀 @zhuchi';
  await put('mishu', comment('c-1', { text }));
  expect((await read('zhuchi')).json['entries']).toMatchObject([{ act: { text } }]);
});

test('B9 thirty at once of one person, then as many as time brings; another has their own', async () => {
  const { at, put } = await inSession();
  for (let n = 0; n < 30; n += 1) expect((await put('mishu', comment(`c-${n}`))).status).toBe(200);
  expect(await put('mishu', comment('c-30'))).toMatchObject({ status: 429, problem: 'TooManyRequests' });
  expect((await put('zhuchi', comment('d-1'))).status).toBe(200);
  at.pass(2000);
  expect((await put('mishu', comment('c-30'))).status).toBe(200);
});

test('B8 nothing on the disk can be changed or taken out', async () => {
  const { at, put } = await inSession();
  await put('mishu', comment('c-1'));
  const disk = new DatabaseSync(at.folder.database);
  for (const act of ["update remarks set act = '{}'", 'delete from remarks', 'delete from remarks_seen where 1 = 0; delete from remarks'])
    expect(() => disk.exec(act)).toThrow(/append-only/);
  disk.close();
});

test('a restarted server has the remarks, and says how many', async () => {
  const { at, put } = await inSession();
  await put('mishu', comment('c-1'));
  expect(at.remarks.newest(meeting)).toBe(1);

  const again = await openRemarkBook({
    store: at.store.remarks,
    clock: at.now,
    state: async (id) => (await at.rooms.host(id))?.history().state ?? null,
  });
  expect(again.newest(meeting)).toBe(1);
  expect(await again.readFor(meeting, 'zhuchi', 0, 10)).toMatchObject({ newest: 1, entries: [{ id: 'c-1' }] });
});
