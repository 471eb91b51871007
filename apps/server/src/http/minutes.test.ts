import { DatabaseSync } from 'node:sqlite';
import { meetingId, personId, type Command } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { asking, convened, hall, type Hall } from '../testing/hall.ts';

const meeting = meetingId('m-1');
const address = '/api/meetings/m-1/minutes';

/** A convened meeting with a second secretary, and a way to send commands to it. */
async function atMeeting() {
  const at = await hall();
  const { secretary } = await convened(at);
  const ask = asking(at);
  const mishu2 = { person: 'mishu2', name: '武秘书', role: 'secretary' } as Extract<Command, { type: 'AddAttendee' }>['attendee'];
  await ask('mishu', { type: 'AddAttendee', attendee: mishu2, reason: '增派' });
  return { at, secretary, ask };
}

async function issue(ask: (by: string, body: Command) => Promise<void>): Promise<void> {
  await ask('zhuchi', { type: 'OpenMeeting' });
  await ask('zhuchi', { type: 'ConcludeMeeting' });
  await ask('mishu', { type: 'SubmitMinutes' });
  await ask('mishu2', { type: 'PassMinutes' });
  await ask('zhuchi', { type: 'CountersignMinutes' });
  await ask('zhuchi', { type: 'IssueMinutes', number: '〔2026〕1号' });
}

const statuses = async (at: Hall, path: string): Promise<Record<string, number>> => {
  const people = [
    ['mishu', 'secretary'],
    ['zhuchi', 'moderator'],
    ['li', 'member'],
    ['bumen', 'departmentRep'],
    ['pangting', 'observer'],
    ['guanli', 'admin'],
    ['stranger', 'member'],
  ] as const;
  const answers = await Promise.all(people.map(async ([who, role]) => at.ask('GET', path, { cookie: await at.as(who, role) })));
  return Object.fromEntries(people.map(([who], place) => [who, answers[place]?.status ?? 0]));
};

test('M10 a draft is read by the office alone, as data and as Word', async () => {
  const { at } = await atMeeting();
  const office = { mishu: 200, zhuchi: 200, li: 404, bumen: 404, pangting: 404, guanli: 404, stranger: 404 };
  expect(await statuses(at, address)).toEqual(office);
  expect(await statuses(at, `${address}.docx`)).toEqual(office);
});

test('M10 once issued also by members and departments, never by observers', async () => {
  const { at, ask } = await atMeeting();
  await issue(ask);
  const readers = { mishu: 200, zhuchi: 200, li: 200, bumen: 200, pangting: 404, guanli: 404, stranger: 404 };
  expect(await statuses(at, address)).toEqual(readers);
  expect(await statuses(at, `${address}.docx`)).toEqual(readers);
});

test('M15 a department that was named to countersign reads the text until it goes back', async () => {
  const { at, ask } = await atMeeting();
  await ask('zhuchi', { type: 'OpenMeeting' });
  await ask('zhuchi', { type: 'ConcludeMeeting' });
  await ask('mishu', { type: 'SubmitMinutes' });
  await ask('mishu2', { type: 'PassMinutes' });
  const others = { mishu: 200, zhuchi: 200, li: 404, pangting: 404, guanli: 404, stranger: 404 };
  expect(await statuses(at, address)).toEqual({ ...others, bumen: 404 });
  await ask('mishu', { type: 'NameCountersigners', persons: [personId('bumen')] });
  expect(await statuses(at, address)).toEqual({ ...others, bumen: 200 });
  await ask('bumen', { type: 'ReturnMinutes', reason: '数字不符' });
  expect(await statuses(at, address)).toEqual({ ...others, bumen: 404 });
});

test('law 13 what is read is what was issued, under the hash of the log', async () => {
  const { at, secretary, ask } = await atMeeting();
  await issue(ask);
  const { json } = await at.ask('GET', address, { cookie: secretary });
  const state = (await at.rooms.host(meeting))?.history().state;
  const minutes = state?.phase === 'concluded' ? state.minutes : undefined;
  expect(minutes).toMatchObject({ phase: 'issued', hash: json['hash'] });
  expect(json['manuscript']).toMatchObject({ number: '〔2026〕1号' });
});

test('law 13 an issued text that was changed on the disk is not shown', async () => {
  const { at, secretary, ask } = await atMeeting();
  await issue(ask);
  const disk = new DatabaseSync(at.folder.database);
  disk.exec('drop trigger issued_minutes_refuse_update');
  disk.exec("update issued_minutes set manuscript = replace(manuscript, '〔2026〕1号', '〔2026〕2号')");
  disk.close();
  expect((await at.ask('GET', address, { cookie: secretary })).status).toBe(500);
});

test('a Word file is an attachment with its Chinese name, kept by no cache', async () => {
  const { at, secretary } = await atMeeting();
  const { headers } = await at.ask('GET', `${address}.docx`, { cookie: secretary });
  expect(headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
  expect(headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''%E/);
  expect(headers.get('cache-control')).toBe('no-store');
});
