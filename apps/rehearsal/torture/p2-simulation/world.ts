// One simulated meeting: a host on a disk, people on bad lines, a clock that jumps; everything that happens is a step somebody chose. Knows no chance.
import { commandId, meetingId, type Command, type CommandId, type PersonId } from '@xieshang/meeting';
import { attendees, livelyStart, m1, t0, zhang, zhuchi, type Step } from '@xieshang/meeting/testing';
import type { Answer } from '@xieshang/protocol';
import { openHost, type Host } from '@xieshang/room';
import { byHand, openBox, quiet, takePart, type ByHand, type Participant } from '@xieshang/room/testing';
import type { Disk, Progress } from './disk.ts';
import { watched, type Fault, type Told } from './watch.ts';

export interface Client extends Participant {
  readonly name: string;
  /** Nothing passes on this line before that step. */
  stalledUntil: number;
  /** A frame was lost since the line was made: what is missing may show only at the next one. */
  hasLost: boolean;
}

/** Sent past a replica, by hand. */
export interface Posted {
  readonly id: CommandId;
  readonly by: PersonId;
  readonly body: Command;
  answer: Answer | null;
}

export interface World {
  readonly disk: Disk;
  readonly hands: ByHand;
  readonly told: Told;
  /** Twelve: everybody on the roll, and one with two devices. */
  readonly clients: Client[];
  /** Devices that were started anew, with what they had sent. */
  readonly gone: Client[];
  readonly posted: Posted[];
  readonly faults: Fault[];
  readonly host: () => Host | null;
  /** The process begins to read its log; it is up once the disk has answered. */
  boot(): void;
  readonly isBooting: () => boolean;
  /** The process dies where it stands, and every line with it. Says how far its write had come. */
  crash(): Progress | 'idle';
  /** A device forgets everything. */
  restart(place: number): void;
  /** Sends under an id of one's own, or one used before. */
  post(client: Client, body: Command, id?: CommandId): void;
  /** Everything is mended and carried to its end, with hours for whatever waits for time. */
  heal(): Promise<void>;
}

export const meeting = meetingId('small');

/** `start`: how the meeting begins. */
export async function openWorld(disk: Disk, start: readonly Step[] = livelyStart): Promise<World> {
  const hands = byHand(t0);
  const { box: ballotBox, forget: forgetKeys } = openBox();
  const surroundings = { ...hands.world, ballotBox };
  const told: Told = { facts: new Map(), newest: 0, acks: 0, votes: [], sealed: [], ballots: [] };
  const faults: Fault[] = [];
  const found = (fault: Fault): void => void faults.push(fault);
  const posted: Posted[] = [];
  const gone: Client[] = [];
  let host: Host | null = null;
  let booting = 0;
  let boots = 0;
  let ids = 0;
  const newId = (by: PersonId): CommandId => commandId(`${by}.${(ids += 1)}`);
  const up = (): Host => {
    if (!host) throw new Error('no line reaches a process that is down');
    return host;
  };

  const device = (person: PersonId, name: string): Client => ({
    ...takePart({ meeting, person, host: up, now: hands.now, newId }),
    name,
    stalledUntil: 0,
    hasLost: false,
  });
  const clients = [...attendees.map(({ person }) => device(person, person)), device(zhang, 'zhang的手机')];

  const boot = (): void => {
    if (host || booting > 0) return;
    booting = boots += 1;
    const mine = booting;
    openHost(meeting, disk.log, surroundings).then(
      (opened) => {
        if (mine !== booting) return;
        booting = 0;
        host = watched(opened, disk, told, found);
      },
      () => {
        if (mine === booting) booting = 0;
      },
    );
  };

  const crash = (): Progress | 'idle' => {
    for (const { wire } of clients) wire.drop();
    hands.forget();
    forgetKeys();
    host = null;
    booting = 0;
    return disk.die();
  };

  /** Until neither the disk nor a turn has anything left to do. */
  const rest = async (): Promise<void> => {
    await hands.settle();
    while (disk.busy()) {
      disk.step(false);
      await hands.settle();
    }
  };

  const carryAll = async (): Promise<void> => {
    await rest();
    const busy = (): boolean => clients.some(({ wire }) => wire.inFlight().up + wire.inFlight().down > 0);
    for (let round = 0; busy(); round += 1) {
      if (round > 1000) return found({ figure: 'behind', sentence: '线路上的消息没完没了' });
      for (const { wire } of clients) {
        while (wire.inFlight().up > 0) wire.carryUp();
        while (wire.inFlight().down > 0) wire.carryDown();
      }
      await rest();
    }
  };

  const hours = async (): Promise<void> => {
    for (let hour = 0; hour < 3; hour += 1) {
      await hands.pass(3_600_000);
      await rest();
    }
  };

  /** Law 4 without any help: whoever has a line that lost nothing holds everything once all is carried, in whatever order it came. */
  const calm = async (): Promise<void> => {
    await carryAll();
    const { seq, head } = host?.history() ?? { seq: 0, head: '' };
    for (const { name, wire, replica, hasLost } of clients) {
      const { refused, ...picture } = replica.picture();
      if (!wire.connected() || hasLost || refused !== null || picture.head === head) continue;
      found({ figure: 'behind', sentence: `${name} 的线路什么也没丢，却停在第 ${picture.seq} 条（会议室第 ${seq} 条）` });
    }
  };

  const heal = async (): Promise<void> => {
    disk.failAt(0);
    await calm();
    crash();
    while (disk.straggle() !== null) continue;
    boot();
    await rest();
    await hours();
    for (let time = 0; time < 2; time += 1) {
      for (const one of clients) one.join();
      await carryAll();
      for (const one of clients) one.again();
      await carryAll();
      await hours();
      await carryAll();
    }
  };

  boot();
  await rest();
  for (const [by, body] of [...start, [zhuchi, { type: 'OpenVoting', motionIds: [m1] }] as const]) {
    void up().submit(body, { by, command: newId(by) });
    await rest();
  }
  for (const one of clients) one.join();
  await carryAll();
  await quiet();

  return {
    disk,
    hands,
    told,
    clients,
    gone,
    posted,
    faults,
    host: () => host,
    boot,
    isBooting: () => booting > 0,
    crash,
    restart: (place) => {
      const old = clients[place];
      if (!old) return;
      old.wire.drop();
      gone.push(old);
      clients[place] = device(old.person, old.name);
    },
    post: (client, body, id = newId(client.person)) => {
      const one: Posted = { id, by: client.person, body, answer: null };
      posted.push(one);
      client.wire.line.command(id, body).then(
        (answer) => void (one.answer = answer),
        () => undefined,
      );
    },
    heal,
  };
}
