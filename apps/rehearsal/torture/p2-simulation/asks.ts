// Knows how people ask for what they wish, through their replica or past it; not what else happens.
import type { Command, CommandType } from '@xieshang/meeting';
import type { Deed, Scene } from './scene.ts';
import type { Client, Posted, World } from './world.ts';

/** Would end most meetings early: seldom wished for. */
const endings: ReadonlySet<CommandType> = new Set(['ConcludeMeeting', 'CancelMeeting', 'SuspendMeeting', 'RemoveAttendee', 'UndoCheckIn']);

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

export const ask: Deed = (scene) => {
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
export const post: Deed = (scene) => {
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
