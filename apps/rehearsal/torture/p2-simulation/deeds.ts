// Knows everything that can happen to a simulated meeting and how often; judges nothing.
import { initial, timersOf, type Command, type CommandType, type PersonId } from '@xieshang/meeting';
import type { Way } from '@xieshang/room/testing';
import type { Chance } from './chance.ts';
import type { Client, Posted, World } from './world.ts';

export interface Counts {
  asked: number;
  posted: number;
  carried: number;
  reorders: number;
  drops: number;
  dups: number;
  breaks: number;
  partitions: number;
  restarts: number;
  crashes: number;
  crashesAtWrite: number;
  crashesAtCommit: number;
  crashesAtAck: number;
  boots: number;
  clockSteps: number;
}

export const noCounts = (): Counts => ({
  ...{ asked: 0, posted: 0, carried: 0, reorders: 0, drops: 0, dups: 0, breaks: 0, partitions: 0, restarts: 0 },
  ...{ crashes: 0, crashesAtWrite: 0, crashesAtCommit: 0, crashesAtAck: 0, boots: 0, clockSteps: 0 },
});

export interface Scene {
  readonly world: World;
  readonly chance: Chance;
  readonly counts: Counts;
  /** What people will want, in order. */
  readonly wishes: readonly (readonly [PersonId, Command])[];
  wish: number;
  step: number;
}

/** Does it and says what happened in a few words, or null when there was nothing to do. */
type Deed = (scene: Scene) => string | null | Promise<string | null>;

/** Would end most meetings early: seldom wished for. */
const endings: ReadonlySet<CommandType> = new Set(['ConcludeMeeting', 'CancelMeeting', 'SuspendMeeting', 'RemoveAttendee', 'UndoCheckIn']);

const anyone = ({ world, chance }: Scene): Client | undefined => chance.pick(world.clients);

function nextWish(scene: Scene, fits: (client: Client, body: Command) => boolean): readonly [Client, Command] | null {
  const { world, chance, wishes } = scene;
  for (let tries = 0; tries < 8; tries += 1) {
    const wish = wishes[scene.wish % wishes.length];
    scene.wish += 1;
    if (!wish || (endings.has(wish[1].type) && !chance.happens(1, 6))) continue;
    const client = chance.pick(world.clients.filter(({ person }) => person === wish[0]));
    if (client && fits(client, wish[1])) return [client, wish[1]];
  }
  return null;
}

const ask: Deed = (scene) => {
  const found = nextWish(scene, ({ replica }, body) => replica.may(body) === null);
  if (!found) return null;
  const [client, body] = found;
  scene.counts.asked += 1;
  void client.ask(body);
  return `${client.name} 请求 ${body.type}`;
};

/** Nobody sends again what was refused for good, whichever copy of it was answered. */
const isRefused = ({ posted }: World, { id }: Posted): boolean =>
  posted.some(({ id: same, answer }) => same === id && answer?.ok === false && answer.refusal.type !== 'NotStored');

/** Past the replica: what a page would not have sent, or what was sent and not refused before, once more or under another's name. */
const post: Deed = (scene) => {
  const { world, chance, counts } = scene;
  const found = nextWish(scene, ({ wire }) => wire.connected());
  if (!found) return null;
  const [client, body] = found;
  counts.posted += 1;
  const earlier = chance.happens(1, 2) ? chance.pick(world.posted.filter((one) => !isRefused(world, one))) : undefined;
  if (!earlier) {
    world.post(client, body);
    return `${client.name} 直接发送 ${body.type}`;
  }
  const sender = chance.happens(2, 3) ? (world.clients.find(({ person }) => person === earlier.by) ?? client) : client;
  if (!sender.wire.connected()) return null;
  world.post(sender, earlier.body, earlier.id);
  return `${sender.name} 再发 ${earlier.id}`;
};

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
