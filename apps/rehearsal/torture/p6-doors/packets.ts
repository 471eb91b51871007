// Packets that no client of socket.io sends, by WebSocket and by polling. Twenty of them at most, and the connection is over.
import { WebSocket } from 'ws';
import type { Random } from '../../src/prose.ts';
import { bytes, meeting, oneOf, roles, upTo } from './arena.ts';
import type { Attack, Attempt } from './attack.ts';
import { spoiled } from './mutate.ts';

/** docs/protocol.md: malformed frames after which a connection is closed. */
const borne = 20;
const ends = ['/meeting', '/meeting', '/meeting', '/collab', '/', '/none', '/__proto__', `/${'n'.repeat(300)}`];
const events = [
  'command',
  'command',
  'command',
  'command',
  'command',
  'hello',
  'time',
  'frame',
  'error',
  'disconnecting',
  '__proto__',
  'constructor',
  'toString',
  'x'.repeat(200),
];
/** To be refused by whoever is not who may. */
const commands = ['CheckIn', 'OpenVoting', 'CastVote', 'IssueMinutes', '__proto__', 'constructor', 'hasOwnProperty', 'AddAttendee'];

const nested = (depth: number, open: string, close: string): string => `${open.repeat(depth)}1${close.repeat(depth)}`;

/** Right in everything but what it asks for. */
const asked = (random: Random): string =>
  `{"id":"q${upTo(random, 9)}","meetingId":"${meeting}","type":"${oneOf(random, commands)}","where":7}`;

const values: readonly ((random: Random) => string)[] = [
  asked,
  asked,
  asked,
  () => 'null',
  () => '1e999',
  () => '"x"',
  () => '[]',
  () => '{}',
  (random) => nested(2 + upTo(random, 40), '[', ']'),
  (random) => nested(1000 * (1 + upTo(random, 60)), '[', ']'),
  (random) => nested(1000 * (1 + upTo(random, 20)), '{"a":', '}'),
  (random) => `{"__proto__":{"id":"a","meetingId":"demo","type":"${oneOf(random, commands)}"}}`,
  (random) => `{"constructor":{"prototype":{"type":"${oneOf(random, commands)}"}}}`,
  (random) =>
    `{"id":"q","meetingId":"${meeting}","type":"${oneOf(random, commands)}","__proto__":{"by":"zhuchi"},"extra":[${upTo(random, 9)}]}`,
  (random) => `{"id":${upTo(random, 9)},"meetingId":"${meeting}","type":"CastVote","motionId":{},"choice":"approve"}`,
  () => `{"id":"${'i'.repeat(70)}","meetingId":"../demo","type":"CheckIn"}`,
  () => `{"protocol":1,"meetingId":"__proto__","lastSeq":0}`,
  () => `{"protocol":1e308,"meetingId":"demo","lastSeq":-1}`,
  () => `{"protocol":1,"meetingId":"demo","lastSeq":9007199254740993}`,
  (random) => JSON.stringify({ id: 'q', meetingId: meeting, type: 'CheckIn', where: 'x'.repeat(upTo(random, 300_000)) }),
  () => '{"_placeholder":true,"num":0}',
  () => '{"_placeholder":true,"num":-1}',
  () => '{"_placeholder":true,"num":"__proto__"}',
  () => '{"id":"\\ud800","meetingId":"\\u0000","type":"CheckIn"}',
  () => `[${'{},'.repeat(5000)}1]`,
];

const ids: readonly string[] = ['', '1', '1', '1', '0', '99999999999999999999999', '-1', `${'9'.repeat(400)}`, '1e3', '0x10'];

/** One in so many is more than the transport reads. */
const hugeEvery = 400;

/** One packet, or one with what should come with it. */
function packet(random: Random): readonly (string | Uint8Array)[] {
  if (upTo(random, hugeEvery) === 0)
    return [oneOf(random, [`42/meeting,1["command","${'x'.repeat(2_200_000)}"]`, Buffer.alloc(2_200_000)])];
  const event = `["${oneOf(random, events)}",${oneOf(random, values)(random)}]`;
  const whole = `${oneOf(random, ends)},${oneOf(random, ids)}${event}`;
  switch (upTo(random, 10)) {
    case 0:
      return [Buffer.from(spoiled(Buffer.from(`42${whole}`), random)).toString('latin1')];
    case 1:
      return [`45${oneOf(random, ['1', '9', '11', '99999999999', '0', '-1', '1.5', ''])}-${whole}`, bytes(random, 8)];
    case 2:
      return [`4${upTo(random, 10)}${whole}`];
    case 3:
      return [oneOf(random, ['', '4', '40', '41/none,', '43/meeting,1[]', '44/meeting,"x"', '5', '6', '9', '2probe', '1'])];
    case 4:
      return [bytes(random, 1 + upTo(random, 100))];
    case 5:
      return [`40${oneOf(random, ends)},${oneOf(random, values)(random)}`];
    default:
      return [`42${whole}`];
  }
}

/** Says everything on one connection, until it is over or there is nothing more to say. */
async function bySocket({ arena, random, count, wrong, say }: Attempt, account: string): Promise<void> {
  const url = `${arena.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(url, { headers: { cookie: arena.cookies.get(account) ?? '' }, perMessageDeflate: false });
  socket.on('error', () => undefined);
  let malformed = 0;
  let isOver = false;
  let heard = 0;
  let wake = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    socket.on('close', () => {
      isOver = true;
      wake();
      resolve();
    });
  });
  socket.on('message', (data: Buffer) => {
    const text = data.toString();
    heard += 1;
    if (text.includes('"Malformed"')) malformed += 1;
    if (text.startsWith('43') && text.includes('{"ok":true,"seq":') && !text.includes('"head"')) count('commandsTaken');
    if (text === '2') socket.send('3');
    wake();
  });
  const more = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  while (heard < 1 && !isOver) await more();
  socket.send('40/meeting,');
  while (heard < 2 && !isOver) await more();
  // Some send nothing but what is answered, so that it is seen how long that is borne.
  const isPatient = upTo(random, 6) === 0;
  for (let packets = 0; packets < (isPatient ? 60 : 30) && !isOver; packets += 1) {
    const parts = isPatient ? [`42/meeting,${packets}["command",{}]`] : packet(random);
    for (const part of parts) {
      say(typeof part === 'string' ? part.slice(0, 200) : Buffer.from(part).toString('base64'));
      if (!isOver && socket.readyState === socket.OPEN) socket.send(part);
    }
    count('packets');
    // Its answer, or that of the question after it.
    const before = heard;
    if (socket.readyState === socket.OPEN) socket.send('42/meeting,7["time",{}]');
    while (heard === before && !isOver) await more();
  }
  if (!isOver) {
    if (malformed >= borne) wrong(`在 ${malformed} 个坏帧之后仍未关闭`);
    socket.terminate();
  } else count('packetsEnded');
  if (malformed > borne) wrong(`回答了 ${malformed} 个坏帧`);
  await over;
}

/** The minutes over socket.io: what is no frame there ends the namespace with a word, as a WebSocket is closed. */
async function byFallback({ arena, random, count, wrong, say }: Attempt, account: string): Promise<void> {
  const url = `${arena.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(url, { headers: { cookie: arena.cookies.get(account) ?? '' }, perMessageDeflate: false });
  socket.on('error', () => undefined);
  const heard = new Promise<string>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.startsWith('0')) socket.send(`40/collab,{"document":"${arena.document}"}`);
      if (text.startsWith('40/collab')) {
        const noise = Buffer.concat([Uint8Array.of(5 + upTo(random, 90)), bytes(random, upTo(random, 60))]);
        say(`fallback ${noise.toString('base64')}`);
        const isBinary = upTo(random, 4) > 0;
        socket.send(
          isBinary ? '451-/collab,["frame",{"_placeholder":true,"num":0}]' : `42/collab,["frame",${oneOf(random, values)(random)}]`,
        );
        if (isBinary) socket.send(noise);
      }
      if (text.startsWith('42/collab,["closed"')) resolve(text);
    });
    socket.on('close', (code) => resolve(`closed ${code}`));
  });
  const text = await heard;
  count('packets');
  count('packetsEnded');
  if (!/"code":44\d\d|^closed/.test(text)) wrong(`/collab 以 ${text.slice(0, 80)} 结束`);
  socket.terminate();
}

async function byPolling({ arena, random, count, wrong, say }: Attempt, account: string): Promise<void> {
  const headers = { cookie: arena.cookies.get(account) ?? '' };
  const polling = `${arena.url}/socket.io/?EIO=4&transport=polling`;
  const opened = await fetch(polling, { headers });
  const sid = /"sid":"([^"]+)"/.exec(await opened.text())?.[1] ?? 'none';
  for (let posts = 0; posts < 4; posts += 1) {
    const first = String(packet(random)[0]);
    const body = oneOf(random, [
      first,
      `${first}\u001e${first}`,
      '\u001e'.repeat(200),
      `b${Buffer.from(bytes(random, 30)).toString('base64')}`,
      '4'.repeat(5000),
    ]);
    const id = upTo(random, 8) === 0 ? oneOf(random, ['__proto__', 'constructor', '', 'x'.repeat(500)]) : sid;
    say(`POST ${id} ${body.slice(0, 200)}`);
    const type = oneOf(random, ['text/plain;charset=UTF-8', 'application/octet-stream', 'application/json', '']);
    const response = await fetch(`${polling}&sid=${encodeURIComponent(id)}`, {
      method: 'POST',
      headers: { ...headers, origin: arena.url, ...(type === '' ? {} : { 'content-type': type }) },
      body,
    }).catch(() => null);
    count('packets');
    const text = (await response?.text()) ?? '';
    if (response && response.status >= 500) wrong(`轮询得到 ${response.status} ${text.slice(0, 100)}`);
    if (response === null || response.status >= 400) break;
  }
}

const attackers = [...roles.member, ...roles.moderator, ...roles.secretary, ...roles.departmentRep, ...roles.observer];

export const packets: Attack = {
  name: '坏的 socket.io 包',
  unit: 'packets',
  sizes: { short: 300, full: 10_000 },
  atOnce: 24,
  attempt: async (attempt) => {
    const account = attackers[attempt.seed % attackers.length] ?? 'weiyuan01';
    const way = upTo(attempt.random, 8);
    if (way === 0) await byFallback(attempt, 'mishu2');
    else await (way < 3 ? byPolling(attempt, account) : bySocket(attempt, account));
  },
};
