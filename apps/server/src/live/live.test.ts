import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { meetingId } from '@xieshang/meeting';
import { frame, meeting, stage, type Client, type Stage } from './testing.ts';

let hall: Stage;
beforeEach(async () => {
  hall = await stage();
});
afterEach(() => hall.close());

/** Everything that was heard before this is answered is heard by then: messages keep their order. */
const heardAll = (client: Client) => client.socket.emitWithAck('time', {});

test('law 4: a newcomer gets the state, the newest seq and the head of the chain', async () => {
  const zhang = await hall.client('zhang');
  const welcome = await zhang.hello();
  expect(welcome).toMatchObject({ ok: true, you: 'zhang', seq: 2, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(welcome).toHaveProperty('snapshot');
});

test('law 4: one who was away gets what came meanwhile, in order', async () => {
  const zhang = await hall.client('zhang');
  await zhang.command(frame('CheckIn'));
  const welcome = await zhang.hello(2);
  expect(welcome).toMatchObject({ ok: true, seq: 3, events: [{ seq: 3 }] });
});

test('law 3: the same id has one effect and the same answer', async () => {
  const zhang = await hall.client('zhang');
  const checkIn = frame('CheckIn');
  const answers = [await zhang.command(checkIn), await zhang.command(checkIn)];
  expect(answers).toEqual([
    { ok: true, seq: 3 },
    { ok: true, seq: 3 },
  ]);
});

test('law 3: an id that another person has used is refused', async () => {
  const [zhang, li] = [await hall.client('zhang'), await hall.client('li')];
  const checkIn = frame('CheckIn');
  await zhang.command(checkIn);
  expect(await li.command(checkIn)).toEqual({ ok: false, refusal: { type: 'CommandIdTaken' } });
});

test('law 6: how others vote reaches a member as a digest only', async () => {
  const [zhuchi, zhang, li] = [await hall.client('zhuchi'), await hall.client('zhang'), await hall.client('li')];
  for (const member of [zhang, li]) await member.command(frame('CheckIn'));
  await zhuchi.command(frame('OpenMeeting'));
  await zhuchi.command(frame('OpenVoting', { motionIds: ['m1'] }));
  await li.hello();
  const cast = await zhang.command(frame('CastVote', { motionId: 'm1', choice: 'oppose' }));
  expect(cast).toMatchObject({ ok: true });
  await zhuchi.command(frame('CloseQueue'));
  await heardAll(li);
  expect(li.heard).toEqual([
    { seq: expect.any(Number), digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    { seq: expect.any(Number), bytes: expect.stringContaining('QueueClosed') },
  ]);
});

test('polling alone is enough', async () => {
  const [zhang, li] = [await hall.client('zhang', { transports: ['polling'] }), await hall.client('li', { transports: ['polling'] })];
  await zhang.hello();
  await li.command(frame('CheckIn'));
  await heardAll(zhang);
  expect(zhang.heard).toMatchObject([{ seq: 3, bytes: expect.stringContaining('"CheckedIn"') }]);
});

test.each([
  ['another origin', 'http://evil.test'],
  ['the null origin', 'null'],
])('%s is refused', async (_name, origin) => {
  await expect(hall.client('zhang', { origin })).rejects.toThrow();
});

test.each([
  ['another origin', 'http://evil.test', 403],
  ['the null origin', 'null', 403],
  ['our own', 'http://hall.test', 200],
])('a session that polls goes on from where it began only: %s', async (_name, origin, status) => {
  const address = `${hall.url}/socket.io/?EIO=4&transport=polling`;
  const began = await fetch(address, { headers: { cookie: 'zhang' } });
  const { sid } = JSON.parse((await began.text()).slice(1)) as { sid: string };
  const said = await fetch(`${address}&sid=${sid}`, { method: 'POST', body: '40/meeting,', headers: { cookie: 'zhang', origin } });
  expect(said.status).toBe(status);
});

test('our own origin is let in', async () => {
  expect((await (await hall.client('zhang', { origin: 'http://hall.test' })).hello()).ok).toBe(true);
});

test('nobody is let in without a session, and is told why', async () => {
  await expect(hall.client('')).rejects.toMatchObject({ data: { type: 'SignInRequired' } });
});

test('one who is not on the roll hears nothing', async () => {
  expect(await (await hall.client('stranger')).hello()).toEqual({ ok: false, refusal: { type: 'NotOnRoll' } });
});

test('an invite to another meeting opens nothing here', async () => {
  const zhang = await hall.client('zhang', { scope: meetingId('other') });
  expect(await zhang.hello()).toEqual({ ok: false, refusal: { type: 'OtherMeetingOnly' } });
  expect(await zhang.command(frame('CheckIn'))).toEqual({ ok: false, refusal: { type: 'OtherMeetingOnly' } });
});

test('a meeting nobody knows is refused by name', async () => {
  const zhang = await hall.client('zhang');
  expect(await zhang.command({ ...frame('CheckIn'), meetingId: 'elsewhere' })).toEqual({ ok: false, refusal: { type: 'UnknownMeeting' } });
});

test('a page of another protocol is told which one is spoken here', async () => {
  const zhang = await hall.client('zhang');
  expect(await zhang.socket.emitWithAck('hello', { protocol: 2, meetingId: meeting, lastSeq: 0 })).toEqual({
    ok: false,
    refusal: { type: 'ProtocolMismatch', protocol: 1 },
  });
});

test.each([
  ['a forged author', frame('CheckIn', { by: 'zhuchi' })],
  ['a forged time', frame('CheckIn', { at: 1 })],
  ['an unknown command', frame('Erase')],
  ['no object', 'CheckIn'],
  ['nothing', undefined],
])('%s is refused to the sender, and nobody else hears of it', async (_name, bad) => {
  const [zhang, li] = [await hall.client('zhang'), await hall.client('li')];
  await li.hello();
  expect(await zhang.command(bad)).toMatchObject({ ok: false });
  await heardAll(li);
  expect(li.heard).toEqual([]);
});

test('a prototype key forges nobody: the author is who signed in', async () => {
  const zhang = await hall.client('zhang');
  await zhang.hello();
  await zhang.command(JSON.parse('{"id":"x","meetingId":"demo","type":"CheckIn","__proto__":{"by":"zhuchi","person":"zhuchi"}}'));
  await heardAll(zhang);
  expect(zhang.heard).toMatchObject([{ bytes: expect.stringMatching(/"by":"zhang".*"person":"zhang"/) }]);
});

test('a frame without an acknowledgement harms nobody', async () => {
  const zhang = await hall.client('zhang');
  zhang.socket.emit('command', { garbage: true });
  zhang.socket.emit('hello');
  expect((await zhang.hello()).ok).toBe(true);
});

test('twenty malformed frames end the connection, with the reason, and no other', async () => {
  const [zhang, li] = [await hall.client('zhang'), await hall.client('li')];
  for (let sent = 0; sent < 20; sent += 1) zhang.socket.emit('hello', { garbage: sent });
  expect(await zhang.bye).toBe('badFrames');
  await zhang.closed;
  expect((await li.hello()).ok).toBe(true);
});

test('a frame of more than 256 KiB ends its own connection only', async () => {
  const [zhang, li] = [await hall.client('zhang'), await hall.client('li')];
  zhang.socket.emit('command', frame('CheckIn', { padding: 'x'.repeat(300 * 1024) }));
  await zhang.closed;
  expect((await li.hello()).ok).toBe(true);
});

test('a flood is told to wait; what was taken before stands', async () => {
  const zhang = await hall.client('zhang');
  const answers = await Promise.all(Array.from({ length: 60 }, () => zhang.command(frame('CheckIn'))));
  expect(answers.slice(0, 40).every(({ ok }) => ok)).toBe(true);
  expect(answers.at(-1)).toMatchObject({ ok: false, refusal: { type: 'TooManyCommands', retryAfterMs: expect.any(Number) } });
});

test('signing out closes the sockets of that session and of no other', async () => {
  const [zhang, li] = [await hall.client('zhang'), await hall.client('li')];
  hall.signOut('zhang');
  expect(await zhang.bye).toBe('signedOut');
  await zhang.closed;
  expect((await li.hello()).ok).toBe(true);
});

test('the ninth socket of a person closes the first', async () => {
  const first = await hall.client('zhang');
  for (let opened = 1; opened < 9; opened += 1) await hall.client('zhang');
  expect(await first.bye).toBe('tooMany');
  await first.closed;
  expect(hall.sockets()).toBe(8);
});

test('an upgrade at no door of ours is answered 404 and closed', async () => {
  const socket = connect(hall.port, '127.0.0.1');
  socket.write('GET /elsewhere HTTP/1.1\r\nHost: hall.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  let said = '';
  for await (const chunk of socket) said += String(chunk);
  expect(said).toMatch(/^HTTP\/1\.1 404/);
});

test('garbage after the handshake ends that connection, not the process', async () => {
  const socket = connect(hall.port, '127.0.0.1');
  socket.write(
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: hall.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  socket.once('data', () => socket.write(Buffer.from([0xff, 0xff, 0xff, 0xff, 0x00])));
  await new Promise((resolve) => socket.once('close', resolve));
  expect((await (await hall.client('li')).hello()).ok).toBe(true);
});
