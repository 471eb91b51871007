// P6: whatever comes in at any door, the server lives, nothing changes that may not, and whoever works beside it does not notice.
import { readDocument } from '@xieshang/minutes';
import * as Y from 'yjs';
import { pause } from '../../src/course.ts';
import { spreadOf, tenth } from '../../src/spread.ts';
import type { Failure, Outcome, Programme, Size } from '../programme.ts';
import { bystanders, openArena, stateHash, type Arena } from './arena.ts';
import { letLoose, type Attack, type Counts } from './attack.ts';
import { awareness } from './awareness.ts';
import { setToWork, type Bystanders } from './bystanders.ts';
import { packets } from './packets.ts';
import { rawBytes } from './raw-bytes.ts';
import { requests } from './requests.ts';
import { soundFrames, updateIn, yjsFrames } from './yjs-frames.ts';

/** Beside what was warmed up before, MB. */
const mayGrowMb = 64;
/** p99 of whoever works beside it, ms. */
const mayWaitMs = 250;
/** A twentieth of everything comes before anything is measured. */
const warmUp = 20;
const soundFrameCount = 400;
/** Four for each connection that an attack has open, and the typist's. */
const mayShow = 14 * 4 + 1;
/** The garbage collector has its own idea of when, ms. */
const settleWithin = 15_000;

interface Prepared {
  readonly attacks: readonly Attack[];
  readonly taken: Uint8Array[];
  readonly before: Uint8Array;
}

function prepare(arena: Arena, seed: number): Prepared {
  const before = textOf(arena, () => true);
  const taken: Uint8Array[] = [];
  return { before, taken, attacks: [rawBytes, packets, requests, yjsFrames(soundFrames(before, soundFrameCount, seed), taken), awareness] };
}

/** The text as it stands in the log, of those updates. */
function textOf(arena: Arena, isOf: (author: string | null) => boolean): Uint8Array {
  const doc = new Y.Doc({ gc: false });
  const database = arena.database();
  for (const { author, bytes } of database
    .prepare('select author, bytes from minutes_updates where document = ? order by seq')
    .all(arena.document)) {
    if (bytes instanceof Uint8Array && isOf(author === null ? null : String(author))) Y.applyUpdate(doc, bytes);
  }
  database.close();
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}

const readable = (...updates: readonly Uint8Array[]): string => {
  const doc = new Y.Doc({ gc: false });
  for (const update of updates) Y.applyUpdate(doc, update);
  const isWhole = doc.store.pendingStructs === null && doc.store.pendingDs === null;
  return `${isWhole} ${JSON.stringify(readDocument(doc))}`;
};

function hashOf(arena: Arena): string {
  const database = arena.database();
  try {
    return stateHash(database);
  } finally {
    database.close();
  }
}

async function settledMb(arena: Arena, target: number): Promise<number> {
  let least = arena.rssMb();
  for (const end = performance.now() + settleWithin; performance.now() < end && least > target && arena.isAlive();) {
    await pause(250);
    least = Math.min(least, arena.rssMb());
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
  const { attacks, taken, before } = prepare(arena, seed);
  const hash = hashOf(arena);
  let first = seed;
  for (const attack of attacks) {
    const { failures: found } = await letLoose(attack, arena, first + 500_000, Math.ceil(attack.sizes[size] / warmUp));
    failures.push(...found);
  }
  if (arena.isAlive()) await others.ask('figures');
  const beganMb = arena.isAlive() ? arena.rssMb() : 0;
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
  const { strangers, lost, typed, onDisk, mostCursors, left, isShown } = await others.ask('end');
  if (strangers.length > 0) note(`出现了冒名的光标：${strangers.length}`);
  if (lost.length > 0) note(`旁人断开了：${lost[0]}`);
  if (typed + 1 - onDisk > 100) note(`旁人打了 ${typed} 次，只有 ${onDisk} 次到了磁盘`);
  if (left > 0 || !isShown) note(`还留着 ${left} 个光标，旁人自己的${isShown ? '还在' : '不见了'}`);
  if (mostCursors > mayShow) note(`一度有 ${mostCursors} 个光标`);
  await pause(300);
  const changed = hashOf(arena) === hash ? 0 : 1;
  if (changed > 0 && (counts.get('commandsTaken') ?? 0) === 0) note('会议的数据被改动了');
  const trusted = textOf(arena, (author) => author === null || (bystanders as readonly string[]).includes(author));
  const updates = taken.flatMap((frame) => updateIn(frame) ?? []);
  const isText = readable(before, trusted, ...updates) === readable(textOf(arena, () => true));
  if (!isText) note('被拒绝的帧改动了纪要');
  const troubles = arena
    .said()
    .split('\n')
    .filter((line) => line !== '');
  if (troubles.length > 0) note(`服务器记下了 ${troubles.length} 处意外：${troubles[0]?.slice(0, 400)}`);
  return {
    figures: {
      ...{ exits: 0, troubles: troubles.length, changed, textChanged: isText ? 0 : 1 },
      ...Object.fromEntries([...counts].toSorted(([one], [other]) => one.localeCompare(other))),
      ...figures,
      ...{
        rssMb: tenth(beganMb),
        grownMb,
        strangers: strangers.length,
        mostCursors,
        p99: spreadOf(waits)?.p99 ?? 0,
        roundTrips: waits.length,
      },
    },
    failures,
  };
}

export const doors: Programme = {
  name: 'P6',
  title: 'garbage at every door, beside two people at work',
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
      for (const attack of prepare(arena, 1).attacks) {
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
