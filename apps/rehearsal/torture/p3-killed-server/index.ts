// P3: a server that is killed again and again under people at work. What it acknowledged has to be there, once.
import { ownServer, type OwnServer } from '../../src/own-server.ts';
import { pause } from '../../src/course.ts';
import { randomFrom, type Random } from '../../src/prose.ts';
import { spreadOf } from '../../src/spread.ts';
import { kept } from '../../src/verdict.ts';
import type { Failure, Outcome, Programme, Size } from '../programme.ts';
import { comes } from '../in-time.ts';
import { gatherCrowd, type Crowd } from './crowd.ts';
import { faultsIn, readFolder } from './folder.ts';
import { judge } from './kept.ts';

const sizes = {
  short: { kills: 2, members: 8, writers: 3 },
  full: { kills: 50, members: 40, writers: 12 },
} as const;

/** A kill falls when so many more commands and strokes have been acknowledged, and up to so many ms later. */
const workBetween = { commands: 40, strokes: 8, ms: 120 } as const;
/** ms; p95 from the start of the process to `/readyz`. */
const readyWithin = 3000;
const lookEvery = 10;

export const killedServer: Programme = {
  name: 'P3',
  title: '有人表决、申请发言、写纪要时一次次强行结束服务（kill -9）',
  run: async (size, seed) => {
    const server = await ownServer();
    try {
      const crowd = await gatherCrowd(server.url, sizes[size], seed);
      try {
        return await torment(server, crowd, size, seed);
      } finally {
        crowd.leave();
      }
    } finally {
      await server.end();
    }
  },
};

async function torment(server: OwnServer, crowd: Crowd, size: Size, seed: number): Promise<Outcome> {
  const random = randomFrom(seed);
  const failures: Failure[] = [];
  const readyMs: number[] = [];
  let [lost, dup] = [0, 0];
  const look = (when: string): void => {
    const promised = { commands: promises(crowd), marks: crowd.ackedMarks() };
    const verdict = judge(readFolder(server.dataDir, crowd.meeting, crowd.document), promised);
    lost += verdict.lost.length;
    dup += verdict.doubled.length;
    const wrong = [...verdict.lost.map((one) => `${one} 不见了`), ...verdict.doubled.map((one) => `${one} 出现了不止一次`)];
    for (const sentence of [...wrong, ...faultsIn(server.dataDir)]) failures.push({ seed: null, sentence: `${when}：${sentence}` });
  };

  for (let kill = 1; kill <= sizes[size].kills; kill += 1) {
    if (!(await someWork(crowd, random))) failures.push({ seed: null, sentence: `第 ${kill} 次强行结束之前：不再有答复` });
    await server.kill();
    look(`第 ${kill} 次强行结束之后`);
    readyMs.push(await server.restart());
  }
  await someWork(crowd, random);
  if (!(await crowd.settle())) failures.push({ seed: null, sentence: '最后没有安静下来：有命令没有答复，或各处不一样' });
  const heard = kept(crowd.voters);
  await server.kill();
  look('最后');
  const typed = judge(readFolder(server.dataDir, crowd.meeting, crowd.document), { commands: [], marks: crowd.typedMarks() });
  for (const mark of typed.lost) failures.push({ seed: null, sentence: `打出的 ${mark} 最后不在纪要里` });
  const heads = new Set(crowd.voters.map((one) => `${one.picture().seq} ${one.picture().head}`));
  const broken = crowd.voters.filter((one) => one.picture().chain === 'broken').length;
  if (heads.size !== 1 || broken > 0) failures.push({ seed: null, sentence: `${heads.size} 种链头，${broken} 份副本的链断了` });
  if (heard.lost + heard.doubled > 0)
    failures.push({ seed: null, sentence: `答复过的命令在副本里少了 ${heard.lost}，重复 ${heard.doubled}` });
  const ready = spreadOf(readyMs);
  if (size === 'full' && ready && ready.p95 > readyWithin) failures.push({ seed: null, sentence: `重新就绪的 p95 为 ${ready.p95} 毫秒` });
  return {
    figures: {
      kills: readyMs.length,
      clients: crowd.voters.length + crowd.typists.length,
      commandsAcked: crowd.acked().length,
      strokesAcked: crowd.ackedMarks().length,
      lost: lost + heard.lost,
      dup: dup + heard.doubled,
      heads: heads.size,
      readyP50: ready?.p50 ?? 0,
      readyP95: ready?.p95 ?? 0,
    },
    failures,
  };
}

const promises = (crowd: Crowd) => crowd.acked().flatMap(({ id, answer }) => (answer.ok ? [{ id, seq: answer.seq }] : []));

/** Until enough has been acknowledged for a loss to show; false when that does not come. */
async function someWork(crowd: Crowd, random: Random): Promise<boolean> {
  const commands = crowd.acked().length + workBetween.commands;
  const strokes = crowd.ackedMarks().length + workBetween.strokes;
  const isEnough = await comes(() => crowd.acked().length >= commands && crowd.ackedMarks().length >= strokes, lookEvery);
  await pause(random() * workBetween.ms);
  return isEnough;
}
