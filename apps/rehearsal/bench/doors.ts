// Measures how long a bystander waits at each door while somebody floods one of them, and prints a line of figures.
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { meetingId } from '@xieshang/meeting';
import { io } from 'socket.io-client';
import { frontDoor } from '../src/front-door.ts';
import { ownServer } from '../src/own-server.ts';
import { openBystander, type Waits } from './doors/bystander.ts';
import { floods, floodWords, type Flood } from './doors/floods.ts';
import { writeFigures, type Figure } from './figure.ts';

const say = (row: object): void => void process.stderr.write(`${JSON.stringify(row)}\n`);
const password = 'xieshang-demo';
/** What nothing that a client sends may exceed for anybody else, ms. */
const p99AtMost = 250;

const quantile = (waits: readonly number[], share: number): number => {
  const sorted = waits.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0) * 10) / 10;
};
const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The minutes may be written from the opening on. */
async function openMeeting(url: string, cookie: string): Promise<void> {
  const socket = io(`${url}/meeting`, { transports: ['websocket'], extraHeaders: { cookie }, forceNew: true });
  const answer: { readonly ok: boolean } = await socket.emitWithAck('command', {
    id: randomUUID(),
    meetingId: 'demo',
    type: 'OpenMeeting',
  });
  socket.disconnect();
  if (!answer.ok) throw new Error(`the meeting was not opened: ${JSON.stringify(answer)}`);
}

interface Round {
  readonly worstDoor: string;
  readonly p99: number;
  readonly max: number;
}

async function measure(flood: Flood, profile: string, ms: number): Promise<Round> {
  const server = await ownServer({ env: profile === 'usual' ? {} : { BENCH_PROFILE: profile } });
  try {
    const door = frontDoor(server.url, null);
    const [member, secretary, flooding] = await Promise.all([
      door.signIn('weiyuan02', password),
      door.signIn('mishu1', password),
      door.signIn(flood === 'meeting' ? 'weiyuan01' : 'mishu2', password),
    ]);
    const document = await door.minutesDocument(secretary, meetingId('demo'));
    await openMeeting(server.url, await door.signIn('zhuchi', password));
    const bystander = await openBystander(server.url, { member, secretary }, document);
    const args = [flood, server.url, flooding, document];
    const flooder = flood === 'none' ? null : fork(join(import.meta.dirname, 'doors/flooder.ts'), args);
    const waits = await bystander.watch(ms);
    const lived = (await fetch(`${server.url}/healthz`)).ok;
    flooder?.kill();
    bystander.end();
    return judge(flood, profile, waits, lived);
  } finally {
    await server.end();
  }
}

function judge(flood: Flood, profile: string, waits: Waits, lived: boolean): Round {
  const doors = Object.entries(waits).map(([door, all]) => ({
    door,
    ...{ n: all.length, p50: quantile(all, 0.5), p99: quantile(all, 0.99), max: quantile(all, 1) },
  }));
  say({ flood, profile, lived, ...Object.fromEntries(doors.map(({ door, ...figures }) => [door, figures])) });
  const worst = doors.toSorted((a, b) => b.p99 - a.p99)[0];
  return { worstDoor: worst?.door ?? '', p99: worst?.p99 ?? 0, max: Math.max(...doors.map(({ max }) => max)) };
}

/** Writes to the minutes' log so far. */
async function commits(url: string): Promise<number> {
  const page = await (await fetch(`${url}/metrics`)).text();
  return Number(/^xieshang_commit_seconds_count\{log="text",outcome="ok"\} (\d+)$/m.exec(page)?.[1] ?? 0);
}

/** Under a flood without a pace the disk goes on being written, and the polite end comes: ms until the process is gone. */
async function stopUnderFlood(ms: number): Promise<{ readonly stopMs: number; readonly written: number }> {
  const server = await ownServer({ env: { BENCH_PROFILE: 'unpaced' } });
  try {
    const door = frontDoor(server.url, null);
    const cookie = await door.signIn('mishu2', password);
    const document = await door.minutesDocument(cookie, meetingId('demo'));
    await openMeeting(server.url, await door.signIn('zhuchi', password));
    const flooder = fork(join(import.meta.dirname, 'doors/flooder.ts'), ['minutes', server.url, cookie, document]);
    await new Promise((resolve) => setTimeout(resolve, ms / 2));
    const before = await commits(server.url);
    await new Promise((resolve) => setTimeout(resolve, ms / 2));
    const written = (await commits(server.url)) - before;
    const began = performance.now();
    await server.stop();
    const stopMs = Math.round(performance.now() - began);
    flooder.kill();
    say({ flood: 'minutes', stopMs, written });
    return { stopMs, written };
  } finally {
    await server.end();
  }
}

/** A service manager kills after a while; ours promises three seconds. */
const stopAtMost = 3000;

async function stopFigure(rounds: number, ms: number): Promise<Figure> {
  const all = [];
  for (let round = 0; round < rounds; round += 1) all.push(await stopUnderFlood(ms));
  const stopMs = median(all.map((one) => one.stopMs));
  return {
    goal: 'D2',
    measure: '纪要被不停地灌入修改时（不限速的测速档），从 SIGTERM 到进程结束',
    ...{ unit: 'ms', floor: null, peer: null, ours: stopMs, judged: stopMs, limit: { atMost: stopAtMost }, rounds },
    note: `灌入期间每轮写盘的提交数：${all.map(({ written }) => written).join('、')}`,
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean' },
      only: { type: 'string' },
      profile: { type: 'string', multiple: true },
      secs: { type: 'string' },
    },
  });
  const rounds = values.quick ? 1 : 3;
  const ms = 1000 * Number(values.secs ?? (values.quick ? 2 : 5));
  const chosen = floods.filter((flood) => values.only === undefined || values.only.split(',').includes(flood));
  const figures: Figure[] = [];
  for (const profile of values.profile ?? ['usual', 'unpaced']) {
    // Without a pace only what the turns themselves hold back is measured; the other floods know no pace of ours.
    for (const flood of chosen.filter((one) => profile === 'usual' || one === 'meeting' || one === 'minutes')) {
      const all: Round[] = [];
      for (let round = 0; round < rounds; round += 1) all.push(await measure(flood, profile, ms));
      const p99 = median(all.map((one) => one.p99));
      figures.push({
        goal: 'D1',
        measure: `旁人在各扇门等回答的 p99，最慢的一扇：${floodWords[flood]}${profile === 'usual' ? '' : '（不限速的测速档）'}`,
        ...{ unit: 'ms', floor: null, peer: null, ours: p99, judged: p99, limit: { atMost: p99AtMost }, rounds },
        note: `最长 ${Math.max(...all.map(({ max }) => max))} ms；最慢的门：${all.map(({ worstDoor }) => worstDoor).join('、')}`,
      });
    }
  }
  if (values.only === undefined || values.only.split(',').includes('stop')) figures.push(await stopFigure(rounds, ms));
  writeFigures('doors', figures);
}

await main();
process.exit(0);
