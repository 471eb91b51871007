// P9: a hall full of people whose lines break at random, and a server that is started anew in the middle. Everybody ends with the server's state.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { motionId, requestId, type Choice, type MotionId } from '@xieshang/meeting';
import { attendee, type Attendee } from '../../src/attendee.ts';
import { must, pause, stateOf } from '../../src/course.ts';
import { frontDoor } from '../../src/front-door.ts';
import { gather, onTheFloor, type Gathering } from '../../src/gathering.ts';
import { ownServer, type OwnServer } from '../../src/own-server.ts';
import { randomFrom, type Random } from '../../src/prose.ts';
import { spreadOf, tenth } from '../../src/spread.ts';
import { kept } from '../../src/verdict.ts';
import type { Failure, Outcome, Programme, Size } from '../programme.ts';
import { done } from '../in-time.ts';
import { gapsOf, hashOf, repeatsOf } from './same.ts';

/** Everything in seconds of the meeting, which runs `faster` than the clock on the wall. */
const sizes = {
  short: { members: 8, meetingSecs: 24, faster: 6 },
  full: { members: 184, meetingSecs: 180, faster: 6 },
} as const;
const awaySecs = { least: 1, most: 30 } as const;
/** Between two absences of one person, and between two commands of one person, on average. */
const hereSecs = 30;
const actEverySecs = 75;
/** ms on the wall; p95 from the attempt to connect until nothing is missing. */
const caughtUpWithin = 1000;
const choices: readonly Choice[] = ['approve', 'oppose', 'abstain'];

interface Pace {
  readonly faster: number;
  readonly signal: AbortSignal;
}

export const reconnect: Programme = {
  name: 'P9',
  title: '两百条连接随机断开，中途服务重启',
  run: async (size, seed) => {
    const server = await ownServer();
    try {
      const door = frontDoor(server.url, null);
      const { members } = sizes[size];
      const gathering = await gather({ url: server.url, door, account: 'mishu1', password: 'xieshang-demo', original: 'demo', members });
      try {
        return await meet(server, gathering, size, seed);
      } finally {
        gathering.leave();
      }
    } finally {
      await server.end();
    }
  },
};

async function meet(server: OwnServer, gathering: Gathering, size: Size, seed: number): Promise<Outcome> {
  const { everybody } = gathering;
  const { meetingSecs, faster } = sizes[size];
  await Promise.all(everybody.map((one) => one.join()));
  const from = new Map(everybody.map((one) => [one, one.picture().seq]));
  const { chair } = await onTheFloor(everybody);
  const [motion] = Object.values(stateOf(chair).recommendations).map((one) => motionId(one.motionId));
  if (!motion) throw new Error('照着开的会议没有建议稿。');
  await must(chair, { type: 'OpenVoting', motionIds: [motion] });

  const loop = monitorEventLoopDelay({ resolution: 10 });
  loop.enable();
  const ending = new AbortController();
  const pace: Pace = { faster, signal: ending.signal };
  const breaking = everybody.map((one, place) => breakOften(one, pace, randomFrom(seed + place)));
  const acting = everybody.map((one, place) => act(one, motion, pace, randomFrom(seed + 10_000 + place)));
  await pause((meetingSecs * 500) / faster);
  await server.stop();
  const readyMs = await server.restart();
  await pause((meetingSecs * 500) / faster);
  ending.abort();
  const cuts = (await Promise.all(breaking)).reduce((sum, one) => sum + one, 0);
  const isQuiet = (await done(Promise.all(acting))) && (await done(Promise.all(everybody.map((one) => one.confirm()))));
  loop.disable();
  const figures = await judge(server.url, gathering, from);
  const catchUps = spreadOf(everybody.flatMap((one) => one.catchUps));
  const failures: Failure[] = figures.wrong.map((sentence) => ({ seed: null, sentence }));
  if (!isQuiet) failures.push({ seed: null, sentence: '有命令没有答复，或有人一直没有补齐' });
  if (size === 'full' && (catchUps?.p95 ?? 0) > caughtUpWithin)
    failures.push({ seed: null, sentence: `补齐缺失的 p95 为 ${catchUps?.p95} 毫秒` });
  const { wrong: _wrong, ...counts } = figures;
  return {
    figures: {
      clients: everybody.length,
      cuts,
      reconnects: catchUps?.count ?? 0,
      ...counts,
      catchUpP50: catchUps?.p50 ?? 0,
      catchUpP95: catchUps?.p95 ?? 0,
      catchUpP99: catchUps?.p99 ?? 0,
      restartReady: tenth(readyMs),
      driverLoopP99: tenth(loop.percentile(99) / 1e6),
    },
    failures,
  };
}

/** Away and back until the end, where everybody is back. Answers with how often. */
async function breakOften(one: Attendee, { faster, signal }: Pace, random: Random): Promise<number> {
  const secs = (meeting: number): Promise<void> => pauseUntil(signal, (meeting * 1000) / faster);
  let cuts = 0;
  for (await secs(random() * 2 * hereSecs); !signal.aborted; await secs(random() * 2 * hereSecs)) {
    one.cut();
    cuts += 1;
    await secs(awaySecs.least + random() * (awaySecs.most - awaySecs.least));
    one.back();
  }
  return cuts;
}

/** Shorter when it is over before. */
function pauseUntil(signal: AbortSignal, ms: number): Promise<void> {
  return new Promise((done) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

/** Votes, asks and withdraws, connected or not: what is said while the line is down goes when it is back. */
async function act(one: Attendee, motion: MotionId, { faster, signal }: Pace, random: Random): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    await pauseUntil(signal, (random() * 2 * actEverySecs * 1000) / faster);
    if (signal.aborted) return;
    await one.send({ type: 'CastVote', motionId: motion, choice: choices[turn % choices.length] ?? 'approve' });
    const request = requestId(`p9-${one.person}-${turn}`);
    const { answer } = await one.send({ type: 'RequestFloor', requestId: request, kind: 'openFloorSpeech' });
    if (!answer.ok) continue;
    await one.applied(answer.seq);
    await one.send({ type: 'WithdrawRequest', requestId: request });
  }
}

interface Judged {
  readonly acked: number;
  readonly lost: number;
  readonly dup: number;
  readonly gaps: number;
  /** Delivered again, and dropped by the replica. */
  readonly repeats: number;
  readonly heads: number;
  /** Replicas that show something else than a newcomer of the same place would see. */
  readonly strays: number;
  readonly wrong: readonly string[];
}

async function judge(url: string, { meeting, everybody, admitted }: Gathering, from: ReadonlyMap<Attendee, number>): Promise<Judged> {
  const newcomers = admitted.map((pass) => attendee(url, meeting, pass));
  try {
    await Promise.all(newcomers.map((one) => one.join()));
    const lines = everybody.map((one) => ({ delivered: one.delivered, from: from.get(one) ?? 0, to: one.picture().seq }));
    const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
    const { acked, lost, doubled: dup } = kept(everybody);
    const gaps = sum(lines.map(gapsOf));
    const heads = new Set([...everybody, ...newcomers].map((one) => `${one.picture().seq} ${one.picture().head}`)).size;
    const strays = everybody.filter((one, place) => hashOf(one.picture().state) !== hashOf(newcomers[place]?.picture().state)).length;
    const broken = everybody.filter((one) => one.picture().chain === 'broken').length;
    const wrong = [
      ...(lost + dup > 0 ? [`答复过的命令少了 ${lost}，重复 ${dup}`] : []),
      ...(gaps > 0 ? [`${gaps} 条事件没有送到`] : []),
      ...(heads === 1 && broken === 0 ? [] : [`${heads} 种链头，${broken} 份副本的链断了`]),
      ...(strays > 0 ? [`${strays} 份副本的状态与服务器不同`] : []),
    ];
    return { acked, lost, dup, gaps, repeats: sum(lines.map(repeatsOf)), heads, strays, wrong };
  } finally {
    for (const one of newcomers) one.leave();
  }
}
