// P10: a full hall joins, votes and writes at the pace of people, and one screen watches. Are answers quick, and is everything counted?
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { attendeeOf, motionId, type Choice, type MotionId } from '@xieshang/meeting';
import { attendee, type Attendee, type Sent } from '../../src/attendee.ts';
import { castOf, must, pause, stateOf } from '../../src/course.ts';
import { frontDoor, type FrontDoor, type Ticket } from '../../src/front-door.ts';
import type { Admitted } from '../../src/gathering.ts';
import { ownServer } from '../../src/own-server.ts';
import { tenth } from '../../src/spread.ts';
import { miscounts } from '../../src/verdict.ts';
import { isKept, type Written } from '../../src/written.ts';
import { writing } from '../../src/writing.ts';
import type { Failure, Programme, Size } from '../programme.ts';
import { comes } from '../in-time.ts';
import { figuresOf, machineOf, missed } from './figures.ts';
import { member, type Member } from './member.ts';

/** `typingAlone`: voting begins so long after the typing, s. */
const sizes = {
  short: { members: 20, joinSecs: 1, voteSecs: 1, typists: 4, typeSecs: 2, typingAlone: 0 },
  full: { members: 300, joinSecs: 10, voteSecs: 5, typists: 60, typeSecs: 30, typingAlone: 5 },
} as const;
const choices: readonly Choice[] = ['approve', 'approve', 'oppose', 'abstain'];

export const load: Programme = {
  name: 'P10',
  title: '三百人的会场入会、表决、书写，一块大屏看着',
  run: async (size, _seed) => {
    const server = await ownServer();
    try {
      const figures = await fullHall(server.url, frontDoor(server.url, null), sizes[size]);
      const { wrong, ...counted } = figures;
      const failures = [...wrong, ...(size === 'full' ? missed(counted) : [])];
      return { figures: counted, failures: failures.map((sentence): Failure => ({ seed: null, sentence })) };
    } finally {
      await server.end();
    }
  },
};

type Sizes = (typeof sizes)[Size];

interface Hall {
  readonly url: string;
  readonly door: FrontDoor;
  /** Everybody but the members, each with a whole replica; the hall screen is one of them. */
  readonly office: readonly Attendee[];
  readonly officePasses: readonly Admitted[];
  readonly members: readonly Member[];
  readonly tickets: readonly Ticket[];
  readonly document: () => Promise<string>;
}

async function fullHall(url: string, door: FrontDoor, size: Sizes) {
  const hall = await prepare(url, door, size.members);
  const { office, members } = hall;
  const loop = monitorEventLoopDelay({ resolution: 10 });
  try {
    await Promise.all(office.map((one) => one.join()));
    await door.health();
    loop.enable();
    const arrivals = await spread(members, size.joinSecs, (one, place) => arrive(hall, one, place));
    const joining = await door.health();
    const passes = [...hall.officePasses, ...arrivals.map(({ pass }) => pass)];
    const { votes, written, working, shown, motion } = await work(hall, passes, size);
    loop.disable();
    const commands = [...arrivals.map(({ checkIn }) => checkIn), ...votes];
    return {
      ...figuresOf({ joins: arrivals.map(({ tookMs }) => tookMs), commands, shown, written }),
      ...machineOf([joining, working]),
      driverLoopP99: tenth(loop.percentile(99) / 1e6),
      gaps: members.reduce((sum, one) => sum + one.gaps(), 0),
      wrong: faultsIn(hall, motion, commands, written),
    };
  } finally {
    for (const one of [...office, ...members]) one.leave();
  }
}

async function prepare(url: string, door: FrontDoor, count: number): Promise<Hall> {
  const secretary = await door.signIn('mishu1', 'xieshang-demo');
  const { meeting, tickets: all } = await door.clone(secretary, 'demo', count);
  const isMember = ({ person }: Ticket): boolean => /^(weiyuan|yanlian)\d+$/.test(person);
  const tickets = all.filter(isMember);
  const others = all.filter((one) => !isMember(one));
  const officePasses = await Promise.all(others.map(async (one) => ({ ...one, cookie: await door.redeem(one) })));
  return {
    ...{ url, door, officePasses, tickets },
    office: officePasses.map((pass) => attendee(url, meeting, pass)),
    members: tickets.map(({ person }) => member(url, meeting, person)),
    document: () => door.minutesDocument(secretary, meeting),
  };
}

/** With a link of one's own, as far as being checked in. */
async function arrive({ door, tickets }: Hall, one: Member, place: number) {
  const ticket = tickets[place];
  if (!ticket) throw new Error(`${one.person} 没有邀请。`);
  const began = performance.now();
  const cookie = await door.redeem(ticket);
  await one.join(cookie);
  const tookMs = performance.now() - began;
  return { tookMs, pass: { ...ticket, cookie }, checkIn: await one.send({ type: 'CheckIn' }) };
}

/** The meeting is open, people write, and in the midst of it all vote. */
async function work({ url, door, office, members, document }: Hall, passes: readonly Admitted[], size: Sizes) {
  const { chair } = castOf(office);
  const { roll, recommendations } = stateOf(chair);
  const [motion] = Object.values(recommendations).map((one) => motionId(one.motionId));
  const screen = office.find(({ person }) => attendeeOf(roll, person)?.role === 'observer');
  if (!motion || !screen) throw new Error('照着开的会议没有建议稿，或没有旁听席。');
  await must(chair, { type: 'OpenMeeting' });
  const { typists, typeSecs: secs } = size;
  const minutes = writing({ url, typists, secs, passes, everybody: office, say: () => undefined, document });
  try {
    const [votes] = await Promise.all([vote(chair, members, motion, size), minutes.meanwhile()]);
    const working = await door.health();
    await minutes.beforeTheEnd();
    const shown = await Promise.all(votes.map(async ({ at, answer }) => (answer.ok ? (await screen.applied(answer.seq)) - at : 0)));
    await must(chair, { type: 'CloseVoting', motionIds: [motion] });
    const { answer } = await must(chair, { type: 'AnnounceResult', motionIds: [motion] });
    const end = answer.ok ? answer.seq : 0;
    await Promise.all(office.map((one) => one.applied(end)));
    await comes(() => members.every((one) => one.newest() >= end));
    return { votes, written: minutes.result(), working, shown, motion };
  } finally {
    minutes.leave();
  }
}

const newestOf = (office: readonly Attendee[]): number => Math.max(0, ...office.map((one) => one.picture().seq));

function faultsIn({ office, members }: Hall, motion: MotionId, commands: readonly Sent[], written: Written | null): readonly string[] {
  const [anyone] = office;
  return [
    ...new Set(commands.flatMap(({ body, answer }) => (answer.ok ? [] : [`${body.type} 被拒绝：${answer.refusal.type}`]))),
    ...(anyone ? miscounts(stateOf(anyone), motion, members) : []),
    ...(members.every((one) => one.gaps() === 0 && one.newest() >= newestOf(office)) ? [] : ['有人漏收了事件']),
    ...(written && isKept(written) ? [] : ['纪要少了字、重复了字，或各处不一样']),
    ...new Set(written?.refusals.map((reason) => `有书写人被断开：${reason}`)),
    ...(office.every((one) => one.picture().chain === 'holds') ? [] : ['有副本的链断了']),
  ];
}

/** Each of them once, evenly over so many seconds, whatever becomes of the others. */
const spread = <Done>(
  members: readonly Member[],
  secs: number,
  act: (one: Member, place: number) => Promise<Done>,
): Promise<readonly Done[]> =>
  Promise.all(
    members.map(async (one, place) => {
      await pause((secs * 1000 * place) / members.length);
      return act(one, place);
    }),
  );

async function vote(chair: Attendee, members: readonly Member[], motion: MotionId, size: Sizes): Promise<readonly Sent[]> {
  await pause(size.typingAlone * 1000);
  await must(chair, { type: 'OpenVoting', motionIds: [motion] });
  return spread(members, size.voteSecs, (one, place) =>
    one.send({ type: 'CastVote', motionId: motion, choice: choices[place % choices.length] ?? 'approve' }),
  );
}
