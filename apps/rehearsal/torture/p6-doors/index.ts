// P6: whatever comes in at any door, the server lives, nothing changes that may not, and whoever works beside it does not notice.
import * as Y from 'yjs';
import { pause } from '../../src/course.ts';
import { spreadOf, tenth } from '../../src/spread.ts';
import type { Failure, Outcome, Programme, Size } from '../programme.ts';
import { firstUse, openArena, type Arena } from './arena.ts';
import { letLoose, type Attack, type Counts } from './attack.ts';
import { awareness } from './awareness.ts';
import { setToWork, type Bystanders } from './bystanders.ts';
import { hashOf, smuggled, textOf } from './kept.ts';
import { packets } from './packets.ts';
import { rawBytes } from './raw-bytes.ts';
import { requests } from './requests.ts';
import { yjsFrames } from './yjs-frames.ts';

/** Beside what was warmed up before, MB. */
const mayGrowMb = 64;
/** p99 of whoever works beside it, ms. */
const mayWaitMs = 250;
/** How long they work before anything happens, so that the machine's own noise is told too, ms. */
const calmMs = 3000;
/** A twentieth of everything comes before anything is measured. */
const warmUp = 20;
/** Four for each connection that an attack has open, and the typist's. */
const mayShow = 14 * 4 + 1;
/** What was freed goes back to the system a little later, ms. */
const settleWithin = 15_000;

interface Prepared {
  readonly attacks: readonly Attack[];
  readonly taken: Uint8Array[];
}

function prepare(arena: Arena): Prepared {
  const before = Y.encodeStateAsUpdate(textOf(arena));
  const taken: Uint8Array[] = [];
  return { taken, attacks: [rawBytes, packets, requests, yjsFrames(before, taken), awareness] };
}

async function settledMb(arena: Arena, target: number): Promise<number> {
  let least = await arena.rssMb();
  for (const end = performance.now() + settleWithin; performance.now() < end && least > target && arena.isAlive();) {
    await pause(2500);
    least = Math.min(least, await arena.rssMb());
  }
  return least;
}

async function attackAll(arena: Arena, size: Size, seed: number): Promise<Outcome> {
  const others = await setToWork(arena);
  try {
    return await attackBeside(others, arena, size, seed);
  } finally {
    await others.dismiss();
  }
}

async function attackBeside(others: Bystanders, arena: Arena, size: Size, seed: number): Promise<Outcome> {
  const failures: Failure[] = [];
  const counts: Counts = new Map();
  const note = (sentence: string): void => void failures.push({ seed: null, sentence });
  const { attacks, taken } = prepare(arena);
  const hash = hashOf(arena);
  if (size === 'full') await pause(calmMs);
  const calm = spreadOf((await others.ask('figures')).ms)?.p99 ?? 0;
  let first = seed;
  for (const attack of attacks) {
    const { failures: found } = await letLoose(attack, arena, first + 500_000, Math.ceil(attack.sizes[size] / warmUp));
    failures.push(...found);
  }
  if (arena.isAlive()) await firstUse(arena);
  const beganMb = arena.isAlive() ? await arena.rssMb() : 0;
  // All of the heap was looked through for that, twice: whoever waited meanwhile waited for us, and not for an attack.
  if (arena.isAlive()) await others.ask('figures');
  const figures: Record<string, number> = {};
  const waits: number[] = [];
  for (const attack of attacks) {
    if (!arena.isAlive()) break;
    const began = performance.now();
    const { counts: counted, failures: found } = await letLoose(attack, arena, first, attack.sizes[size]);
    failures.push(...found.slice(0, 10));
    for (const [what, many] of counted) counts.set(what, (counts.get(what) ?? 0) + many);
    figures[`${attack.unit}Seconds`] = tenth((performance.now() - began) / 1000);
    first += 1;
    if (!arena.isAlive()) break;
    const { ms } = await others.ask('figures');
    waits.push(...ms);
    const p99 = spreadOf(ms)?.p99 ?? 0;
    figures[`${attack.unit}P99`] = p99;
    if (size === 'full' && p99 > mayWaitMs) note(`${attack.name}：旁人的 p99 为 ${p99} 毫秒`);
  }
  if (!arena.isAlive()) {
    note(`服务器进程结束了：${arena.said().slice(-600)}`);
    return { figures: { exits: 1, ...Object.fromEntries(counts), ...figures }, failures };
  }
  const grownMb = tenth((await settledMb(arena, beganMb + mayGrowMb)) - beganMb);
  if (size === 'full' && grownMb > mayGrowMb) note(`内存增加了 ${grownMb} MB`);
  const { strangers, lost, typed, onDisk, mostCursors, left, isShown, text } = await others.ask('end');
  if (strangers.length > 0) note(`出现了冒名的光标：${strangers.length}`);
  if (lost.length > 0) note(`旁人断开了：${lost[0]}`);
  if (typed + 1 - onDisk > 100) note(`旁人打了 ${typed} 次，只有 ${onDisk} 次到了磁盘`);
  if (left > 0 || !isShown) note(`还留着 ${left} 个光标，旁人自己的${isShown ? '还在' : '不见了'}`);
  if (mostCursors > mayShow) note(`一度有 ${mostCursors} 个光标`);
  await pause(300);
  const changed = hashOf(arena) === hash ? 0 : 1;
  if (changed > 0 && (counts.get('commandsTaken') ?? 0) === 0) note('会议的数据被改动了');
  const strange = smuggled(arena, taken);
  if (strange > 0) note(`${strange} 个被拒绝的帧进了纪要`);
  const doc = textOf(arena);
  const isText = doc.getXmlFragment('minutes').toJSON() === text && doc.store.pendingStructs === null && doc.store.pendingDs === null;
  if (!isText) note('旁人看到的纪要与磁盘上的不同');
  const troubles = arena
    .said()
    .split('\n')
    .filter((line) => line !== '');
  if (troubles.length > 0) note(`服务器记下了 ${troubles.length} 处意外：${troubles[0]?.slice(0, 400)}`);
  return {
    figures: {
      ...{ exits: 0, troubles: troubles.length, changed, smuggled: strange, textDiffers: isText ? 0 : 1 },
      ...Object.fromEntries([...counts].toSorted(([one], [other]) => one.localeCompare(other))),
      ...figures,
      ...{
        rssMb: tenth(beganMb),
        grownMb,
        strangers: strangers.length,
        mostCursors,
        p99: spreadOf(waits)?.p99 ?? 0,
        calmP99: calm,
        roundTrips: waits.length,
      },
    },
    failures,
  };
}

export const doors: Programme = {
  name: 'P6',
  title: '往每个入口灌垃圾，旁边两个人照常开会',
  run: async (size, seed) => {
    const arena = await openArena();
    try {
      return await attackAll(arena, size, seed);
    } finally {
      await arena.end();
    }
  },
  /** Of each kind of try the one with that seed. */
  replay: async (seed, say) => {
    const arena = await openArena();
    try {
      const failures: Failure[] = [];
      for (const attack of prepare(arena).attacks) {
        const found = await letLoose({ ...attack, atOnce: 1 }, arena, seed, 1, (sentence) => say(`${attack.name} ${sentence}`));
        failures.push(...found.failures);
        if (!arena.isAlive()) say(arena.said().slice(-2000));
      }
      return { figures: { exits: arena.isAlive() ? 0 : 1 }, failures };
    } finally {
      await arena.end();
    }
  },
};
