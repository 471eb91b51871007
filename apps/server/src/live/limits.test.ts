import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { limits } from './limits.ts';
import { frame, meeting, stage, type Client } from './testing.ts';

async function openStage(options?: Parameters<typeof stage>[0]) {
  const hall = await stage(options);
  onTestFinished(() => hall.close());
  return hall;
}

const many = <Result>(count: number, make: (n: number) => Result): Result[] => Array.from({ length: count }, (_, n) => make(n));
const refusalsOf = (answers: readonly unknown[]): readonly unknown[] =>
  answers.filter((answer) => !(answer as { readonly ok: boolean }).ok);
const tooMany = { ok: false, refusal: { type: 'TooManyCommands', retryAfterMs: expect.any(Number) } };
/** What takes its turn behind all that was sent before. */
const answered = (client: Client) => client.socket.emitWithAck('time', {});

test('one person has one pace over all of their devices; others have their own', async () => {
  const hall = await openStage();
  const devices = await Promise.all(many(4, () => hall.client('zhang')));
  const li = await hall.client('li');
  const answers = await Promise.all(devices.flatMap((device) => many(35, () => device.command(frame('CheckIn')))));
  const refused = refusalsOf(answers);
  // No device is beyond its own 40; all together are beyond their 80.
  expect(refused.length).toBeGreaterThan(20);
  expect(refused).toEqual(refused.map(() => tooMany));
  expect((await li.command(frame('CheckIn'))).ok).toBe(true);
});

test('a flood of greetings, each answered with a whole meeting, is told to wait', async () => {
  const zhang = await (await openStage()).client('zhang');
  const welcomes = await Promise.all(many(30, () => zhang.hello()));
  expect(welcomes.slice(0, 20).every(({ ok }) => ok)).toBe(true);
  expect(refusalsOf(welcomes).length).toBeGreaterThan(0);
  expect(refusalsOf(welcomes)[0]).toEqual(tooMany);
});

test('S8: who reads nothing is let go; whoever reads stays', async () => {
  const hall = await openStage();
  const li = await hall.client('li');
  const deaf = new WebSocket(`${hall.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, { headers: { cookie: 'zhang' } });
  onTestFinished(() => deaf.terminate());
  deaf.on('error', () => undefined);
  const joined = Promise.withResolvers<void>();
  deaf.on('message', (data: Buffer) => {
    const text = data.toString();
    if (text.startsWith('0')) deaf.send('40/meeting,');
    if (text.startsWith('40/meeting')) joined.resolve();
  });
  await joined.promise;
  expect(hall.sockets()).toBe(2);
  deaf.pause();
  const gone = new Promise<void>((resolve) => {
    const look = setInterval(() => {
      if (hall.sockets() > 1) return hall.shout(1024 * 1024);
      clearInterval(look);
      resolve();
    }, 20);
    onTestFinished(() => clearInterval(look));
  });
  await gone;
  expect((await li.hello()).ok).toBe(true);
  expect(hall.sockets()).toBe(1);
});

test('of those who poll, one request holds a few hundred packets at most', async () => {
  const hall = await openStage();
  const address = `${hall.url}/socket.io/?EIO=4&transport=polling`;
  const post = async (sid: string, packets: readonly string[]) =>
    fetch(`${address}&sid=${sid}`, { method: 'POST', body: packets.join('\u001e'), headers: { cookie: 'zhang' } });
  const began = await (await fetch(address, { headers: { cookie: 'zhang' } })).text();
  const { sid } = JSON.parse(began.slice(1)) as { sid: string };
  await post(sid, ['40/meeting,']);
  const time = '42/meeting,["time",{}]';
  expect(
    (
      await post(
        sid,
        many(limits.packetsOfOneRequest, () => time),
      )
    ).status,
  ).toBe(200);
  await post(
    sid,
    many(limits.packetsOfOneRequest + 1, () => time),
  ).catch(() => undefined);
  expect((await post(sid, [time])).status).toBe(400);
});

test('who goes on far beyond the pace is sent away', async () => {
  const hall = await openStage();
  const zhang = await hall.client('zhang', { transports: ['polling'] });
  // In portions, each of which one request can hold.
  const flood = async (): Promise<void> => {
    while (zhang.socket.connected) {
      for (let n = 0; n < 100; n += 1) zhang.socket.emit('command', frame('CheckIn'));
      await answered(zhang);
    }
  };
  flood().catch(() => undefined);
  expect(await zhang.bye).toBe('badFrames');
});

test('strangers who never say who they are make room for those who do', async () => {
  const hall = await openStage();
  const address = `${hall.url}/socket.io/?EIO=4&transport=polling`;
  const began = async (): Promise<string> => (JSON.parse((await (await fetch(address)).text()).slice(1)) as { sid: string }).sid;
  const first = await began();
  const zhang = await hall.client('zhang');
  for (let opened = 0; opened < limits.strangers; opened += 50) await Promise.all(many(50, began));
  const later = await fetch(`${address}&sid=${first}`, { method: 'POST', body: '40/meeting,' });
  expect(later.status).toBe(400);
  expect((await (await hall.client('li')).hello()).ok).toBe(true);
  expect((await zhang.hello()).ok).toBe(true);
});

test('a server that is behind puts off what can wait, by name; votes and check-ins go first', async () => {
  const overload = { wait: () => 700, isFull: () => false, follow: <Result>(work: Promise<Result>) => work, stop: () => undefined };
  const zhang = await (await openStage({ overload })).client('zhang');
  expect(await zhang.command(frame('RequestFloor', { requestId: 'r1', kind: 'openFloorSpeech' }))).toEqual({
    ok: false,
    refusal: { type: 'TooManyCommands', retryAfterMs: 700 },
  });
  expect(await zhang.command(frame('CheckIn'))).toMatchObject({ ok: true });
});

test('a server that is full takes nothing more, and says so', async () => {
  const overload = { wait: () => 700, isFull: () => true, follow: <Result>(work: Promise<Result>) => work, stop: () => undefined };
  const zhang = await (await openStage({ overload })).client('zhang');
  expect(await zhang.command(frame('CheckIn'))).toEqual({ ok: false, refusal: { type: 'TooManyCommands', retryAfterMs: 700 } });
});

test('one who floods with what is no event of ours is read slowly, and the others at once', async () => {
  const hall = await openStage();
  const [zhang, li] = [await hall.client('zhang'), await hall.client('li')];
  for (let n = 0; n < 2000; n += 1) zhang.socket.emit('noise', n);
  let over = false;
  answered(zhang).then(
    () => (over = true),
    () => undefined,
  );
  for (let n = 0; n < 150; n += 1) await answered(li);
  expect(over).toBe(false);
});

test('the meeting of one who floods goes on for the others', async () => {
  const hall = await openStage();
  const [zhang, li] = [await hall.client('zhang'), await hall.client('li')];
  for (let n = 0; n < 5000; n += 1) zhang.socket.emit('command', frame('CheckIn'));
  const welcome = await li.hello();
  expect(welcome).toMatchObject({ ok: true, you: 'li' });
  expect((await li.command({ ...frame('CheckIn'), meetingId: meeting })).ok).toBe(true);
});
