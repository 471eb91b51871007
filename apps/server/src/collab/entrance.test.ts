import { personId } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { limits } from './limits.ts';
import { paragraph } from './testing/pen.ts';
import { meeting, minutes, ourOrigin, stage } from './testing/stage.ts';

const zhang = personId('zhang');

const statusOf = (url: string, headers: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers });
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('open', () => {
      resolve(101);
      socket.terminate();
    });
    socket.on('error', reject);
  });

test.each([
  ['nobody who is signed in', null, {}, 4401, 'SignInRequired'],
  ['a stranger', 'stranger', {}, 4403, 'NotPermitted'],
  ['an observer', 'pangting1', {}, 4403, 'NotPermitted'],
  ['a department before the issue', 'bumen1', {}, 4403, 'NotPermitted'],
  ['a member who was not asked to write', 'zhang', {}, 4403, 'NotPermitted'],
  ['an invite to another meeting', 'mishu1 other', {}, 4403, 'NotPermitted'],
  ['a meeting that is not there', 'mishu1', { document: 'none.minutes.2.1' }, 4404, 'NoSuchDocument'],
  ['what names no document', 'mishu1', { document: 'demo' }, 4404, 'NoSuchDocument'],
  ['P1: an editor of an old schema', 'mishu1', { document: 'demo.minutes.99.1' }, 4404, 'NoSuchDocument'],
  ['Y2: a replica of another generation', 'mishu1', { document: 'demo.minutes.2.2' }, 4404, 'NoSuchDocument'],
] as const)('%s is let in and sent away for good', async (_who, account, options, code, reason) => {
  const at = await stage();
  const pen = await at.pen(account, options);
  expect(await pen.closed).toEqual({ code, reason });
});

test('M15 a department that was named to countersign reads the manuscript, not the text with its past', async () => {
  const at = await stage();
  await at.act('zhuchi', { type: 'OpenMeeting' });
  await at.act('zhuchi', { type: 'ConcludeMeeting' });
  await at.act('mishu1', { type: 'SubmitMinutes' });
  await at.act('mishu2', { type: 'PassMinutes' });
  await at.act('mishu1', { type: 'NameCountersigners', persons: [personId('bumen1')] });
  const pen = await at.pen('bumen1');
  expect(await pen.closed).toEqual({ code: 4403, reason: 'NotPermitted' });
});

test('Y2: what a replica of another generation brings is in no log', async () => {
  const at = await stage();
  await at.reader('mishu1');
  const before = await at.count();
  const stale = await at.pen('mishu1', { document: 'demo.minutes.2.7' });
  stale.write((fragment) => fragment.insert(0, [paragraph('旧的一份')]));
  expect((await stale.closed).code).toBe(4404);
  expect(await at.count()).toBe(before);
});

test('S10: an upgrade from another page is refused, a missing Origin is not', async () => {
  const at = await stage();
  const url = `ws://127.0.0.1:${at.port}/collab/${minutes}`;
  expect(await statusOf(url, { cookie: 'mishu1', origin: 'http://evil.test' })).toBe(403);
  expect(await statusOf(url, { cookie: 'mishu1', origin: 'null' })).toBe(403);
  expect(await statusOf(url, { cookie: 'mishu1', origin: ourOrigin })).toBe(101);
  expect(await statusOf(url, { cookie: 'mishu1' })).toBe(101);
});

test('H1: what is nobody’s door is answered 404', async () => {
  const at = await stage();
  expect(await statusOf(`ws://127.0.0.1:${at.port}/elsewhere`, { cookie: 'mishu1' })).toBe(404);
});

test('S9: signing out ends the connections of that session and of no other', async () => {
  const at = await stage();
  const [gone, staying] = [await at.reader('mishu1'), await at.reader('mishu2')];
  at.signOut('mishu1');
  expect(await gone.closed).toEqual({ code: 4401, reason: 'SignInRequired' });
  staying.write((fragment) => fragment.insert(0, [paragraph('照写')]));
  await staying.until(() => staying.heard.onDisk === 1);
});

test('one connection of a person more than there may be ends the first', async () => {
  const at = await stage();
  const first = await at.reader('mishu1');
  await Promise.all(Array.from({ length: limits.connectionsOfOne }, () => at.reader('mishu1')));
  expect(await first.closed).toEqual({ code: 4429, reason: 'TooMuch' });
});

test('a permitted member writes while in session, and is out when the meeting ends', async () => {
  const at = await stage();
  for (const person of ['zhang', 'li', 'wang']) await at.act(person, { type: 'CheckIn' });
  await at.act('zhuchi', { type: 'OpenMeeting' });
  await at.act('mishu1', { type: 'PermitWriter', person: zhang });
  const member = await at.reader('zhang');
  member.write((fragment) => fragment.insert(0, [paragraph('委员所记')]));
  await member.until(() => member.heard.onDisk === 1);
  await at.act('zhuchi', { type: 'ConcludeMeeting' });
  expect(await member.closed).toEqual({ code: 4403, reason: 'NotPermitted' });
});

test('who loses only the right to write keeps the connection; what comes then is refused', async () => {
  const at = await stage();
  for (const person of ['zhang', 'li', 'wang']) await at.act(person, { type: 'CheckIn' });
  await at.act('zhuchi', { type: 'OpenMeeting' });
  const [author, checker] = [await at.reader('mishu1'), await at.reader('mishu2')];
  await at.act('zhuchi', { type: 'ConcludeMeeting' });
  await at.act('mishu1', { type: 'SubmitMinutes' });
  checker.write((fragment) => fragment.insert(0, [paragraph('校核所改')]));
  await author.until(() => author.heard.updates > 0);
  const before = await at.count();
  author.write((fragment) => fragment.insert(0, [paragraph('送校以后')]));
  expect(await author.closed).toEqual({ code: 4409, reason: 'NotWritable' });
  expect(await at.count()).toBe(before);
});

test('the same person may read on after that, and their replica adds nothing', async () => {
  const at = await stage();
  const reader = await at.reader('zhuchi');
  const other = await at.reader('mishu1');
  other.write((fragment) => fragment.insert(0, [paragraph('新的一段')]));
  await reader.until(() => reader.heard.updates === 1);
  expect(await at.collab().read(meeting)).toBeDefined();
});

test('one person has one pace over all connections, and others have their own', async () => {
  const start = Date.now();
  const at = await stage({ clock: () => start });
  const pens = await Promise.all(Array.from({ length: 5 }, () => at.reader('mishu1')));
  const other = await at.reader('mishu2');
  // Each of them less than a connection may ask, all together more than a person.
  for (const pen of pens) for (let sent = 0; sent < 2500; sent += 1) pen.send(new Uint8Array([3]));
  expect(await Promise.race(pens.map((pen) => pen.closed))).toEqual({ code: 4429, reason: 'TooMuch' });
  other.write((fragment) => fragment.insert(0, [paragraph('照写')]));
  await other.until(() => other.heard.onDisk === 1);
});
