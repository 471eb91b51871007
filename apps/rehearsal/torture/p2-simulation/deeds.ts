// Knows everything that can happen to a simulated meeting and how often; judges nothing.
import { initial, timersOf } from '@xieshang/meeting';
import type { Way } from '@xieshang/room/testing';
import { ask, post } from './asks.ts';
import type { Deed, Scene } from './scene.ts';
import type { Client } from './world.ts';

const anyone = ({ world, chance }: Scene): Client | undefined => chance.pick(world.clients);

/** A frame in flight of somebody, if any. */
function frame(scene: Scene): { readonly client: Client; readonly way: Way; readonly frames: number } | null {
  const { world, chance, step } = scene;
  const from = chance.below(world.clients.length);
  for (let offset = 0; offset < world.clients.length; offset += 1) {
    const client = world.clients[(from + offset) % world.clients.length];
    if (!client || client.stalledUntil > step) continue;
    const { up, down } = client.wire.inFlight();
    if (up + down === 0) continue;
    const way = up > 0 && (down === 0 || chance.happens(1, 2)) ? 'up' : 'down';
    return { client, way, frames: way === 'up' ? up : down };
  }
  return null;
}

const carry: Deed = (scene) => {
  const found = frame(scene);
  if (!found) return null;
  scene.counts.carried += 1;
  if (found.way === 'up') found.client.wire.carryUp();
  else found.client.wire.carryDown();
  return `${found.client.name} ${found.way === 'up' ? '上' : '下'}行一帧`;
};

const overtake: Deed = (scene) => {
  const found = frame(scene);
  if (!found || found.frames < 2) return null;
  const place = 1 + scene.chance.below(found.frames - 1);
  scene.counts.reorders += 1;
  if (found.way === 'up') found.client.wire.carryUp(place);
  else found.client.wire.carryDown(place);
  return `${found.client.name} ${found.way === 'up' ? '上' : '下'}行第 ${place + 1} 帧先到`;
};

const lose: Deed = (scene) => {
  const found = frame(scene);
  if (!found) return null;
  scene.counts.drops += 1;
  found.client.hasLost = true;
  found.client.wire.lose(found.way, scene.chance.below(found.frames));
  return `${found.client.name} ${found.way === 'up' ? '上' : '下'}行丢一帧`;
};

const repeat: Deed = (scene) => {
  const found = frame(scene);
  if (!found) return null;
  scene.counts.dups += 1;
  found.client.wire.repeat(found.way, scene.chance.below(found.frames));
  return `${found.client.name} ${found.way === 'up' ? '上' : '下'}行重一帧`;
};

const breakLine: Deed = (scene) => {
  const client = anyone(scene);
  if (!client?.wire.connected()) return null;
  scene.counts.breaks += 1;
  client.wire.drop();
  return `${client.name} 断线`;
};

const join: Deed = (scene) => {
  if (!scene.world.host()) return null;
  const apart = scene.world.clients.filter(({ wire }) => !wire.connected());
  const client = scene.chance.pick(apart);
  if (!client) return null;
  client.hasLost = false;
  client.join();
  return `${client.name} 重连`;
};

const stall: Deed = (scene) => {
  const client = anyone(scene);
  if (!client) return null;
  scene.counts.partitions += 1;
  client.stalledUntil = scene.step + 1 + scene.chance.below(200);
  return `${client.name} 隔离到第 ${client.stalledUntil} 步`;
};

const again: Deed = (scene) => {
  const client = anyone(scene);
  client?.again();
  return client ? `${client.name} 稍后重发` : null;
};

const restart: Deed = (scene) => {
  const place = scene.chance.below(scene.world.clients.length);
  scene.counts.restarts += 1;
  scene.world.restart(place);
  return `${scene.world.clients[place]?.name ?? ''} 从零重开`;
};

const turn: Deed = async ({ world }) => {
  await world.hands.settle();
  return '一轮';
};

const diskStep: Deed = ({ world }) => world.disk.step(false);
const diskError: Deed = ({ world }) => world.disk.step(true);
const straggle: Deed = ({ world }) => world.disk.straggle();

const crash: Deed = ({ world, counts }) => {
  if (!world.host() && !world.isBooting()) return null;
  const progress = world.crash();
  counts.crashes += 1;
  if (progress === 'asked') counts.crashesAtWrite += 1;
  if (progress === 'written') counts.crashesAtCommit += 1;
  if (progress === 'committed') counts.crashesAtAck += 1;
  return `进程死亡（磁盘：${progress}）`;
};

const boot: Deed = ({ world, counts }) => {
  if (world.host() || world.isBooting()) return null;
  counts.boots += 1;
  world.boot();
  return '进程重启';
};

const pass: Deed = async ({ world, chance }) => {
  const ms = chance.pick([1, 1000, 20_000, 400_000]) ?? 1;
  await world.hands.pass(ms);
  return `过 ${ms} 毫秒`;
};

const setBack: Deed = ({ world: { hands }, chance, counts }) => {
  counts.clockSteps += 1;
  hands.setClock(hands.now() - 1 - chance.below(60_000));
  return '钟拨回';
};

const ringEarly: Deed = async ({ world }) => {
  await world.hands.ringEarly();
  return '闹钟早响';
};

/** Between the ring and the turn there is time for the clock to be set. */
const ringAndSetBack: Deed = async ({ world: { hands, host }, chance, counts }) => {
  const [timer] = timersOf(host()?.history().state ?? initial);
  if (!timer) return null;
  counts.clockSteps += 1;
  hands.setClock(Math.max(hands.now(), timer.at));
  const ringing = hands.ringEarly();
  hands.setClock(hands.now() - 1 - chance.below(2000));
  await ringing;
  return `${timer.body.type} 到时，钟随即拨回`;
};

const often: readonly (readonly [weight: number, deed: Deed])[] = [
  [300, carry],
  [80, diskStep],
  [50, ask],
  [40, turn],
  [20, join],
  [15, overtake],
  [12, post],
  [10, repeat],
  [8, lose],
  [8, boot],
  [6, again],
  [6, breakLine],
  [5, pass],
  [3, ringAndSetBack],
  [2, setBack],
  [2, ringEarly],
  [4, diskError],
  [4, straggle],
  [3, stall],
  [3, crash],
  [2, restart],
];
const deck: readonly Deed[] = often.flatMap(([weight, deed]) => Array.from({ length: weight }, () => deed));

/** One step: chance picks until something can be done. */
export async function oneStep(scene: Scene): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const done = await scene.chance.pick(deck)?.(scene);
    if (done !== null && done !== undefined) return done;
  }
  return '无事';
}
