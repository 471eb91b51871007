// People who vote, ask for the floor and write the minutes without a pause, and the account of what they were promised. Judges nothing.
import { motionId, requestId, type Choice, type Command, type MotionId } from '@xieshang/meeting';
import type { Attendee, Sent } from '../../src/attendee.ts';
import { must, pause, stateOf } from '../../src/course.ts';
import { frontDoor } from '../../src/front-door.ts';
import { gather, onTheFloor } from '../../src/gathering.ts';
import { randomFrom, type Random, type Stroke } from '../../src/prose.ts';
import { seenBy } from '../../src/seen.ts';
import { typist, type Typist } from '../../src/typist.ts';
import { permitted } from '../../src/writing.ts';
import { comes, done } from '../in-time.ts';

export interface CrowdSize {
  readonly members: number;
  /** Of these so many write; the others vote and ask for the floor. */
  readonly writers: number;
}

export interface Crowd {
  readonly meeting: string;
  readonly document: string;
  readonly voters: readonly Attendee[];
  readonly typists: readonly Typist[];
  /** Commands answered with yes, by whoever sent them. */
  acked(): readonly Sent[];
  /** Marks whose receipts said that they are on disk. */
  ackedMarks(): readonly string[];
  /** All that was typed, promised or not. */
  typedMarks(): readonly string[];
  /** No more is begun. True when every command has its answer and every replica holds what the server holds; false when that does not come. */
  settle(): Promise<boolean>;
  leave(): void;
}

const choices: readonly Choice[] = ['approve', 'oppose', 'abstain'];
/** ms between two strokes or commands of one person: as fast as a door lets an honest client go on for minutes. */
const gap = { stroke: 150, command: 120 } as const;
/** ms a broken line waits: what is tested is the server's memory, not people's patience. */
const patience = { firstMs: 50, lastMs: 200 } as const;

export async function gatherCrowd(url: string, { members, writers }: CrowdSize, seed: number): Promise<Crowd> {
  const door = frontDoor(url, null);
  const occasion = { url, door, account: 'mishu1', password: 'xieshang-demo', original: 'demo', members, patience };
  const gathering = await gather(occasion);
  const { everybody, admitted, secretary, meeting } = gathering;
  await Promise.all(everybody.map((one) => one.join()));
  const cast = await onTheFloor(everybody);
  const [motion] = Object.values(stateOf(cast.chair).recommendations).map((one) => motionId(one.motionId));
  if (!motion) throw new Error('照着开的会议没有建议稿。');
  await must(cast.chair, { type: 'OpenVoting', motionIds: [motion] });

  const pens = await permitted(everybody, admitted, writers);
  const document = await door.minutesDocument(secretary, meeting);
  process.setMaxListeners(process.getMaxListeners() + writers + 1);
  const desk = { url, document, seen: seenBy(0), backoffMs: patience.lastMs };
  const typists = pens.map((pass, place) => typist(desk, pass, randomFrom(seed + place)));
  await Promise.all(typists.map(({ synced }) => synced));

  const writing = new Set(pens.map(({ person }) => person));
  const voters = cast.members.filter(({ person }) => !writing.has(person));
  const stopping = new AbortController();
  const { signal } = stopping;
  const busy = Promise.all([
    ...voters.map((one, place) => act(one, motion, randomFrom(seed + 1000 + place), signal)),
    ...typists.map((one, place) => type(one, place + 1, randomFrom(seed + 2000 + place), signal)),
  ]);
  const allMarks = (): readonly string[] => typists.flatMap((one) => one.strokes.flatMap(({ mark }) => (mark === null ? [] : [mark])));

  return {
    meeting,
    document,
    voters,
    typists,
    acked: () => everybody.flatMap(({ sent }) => sent.filter(({ answer }) => answer.ok)),
    ackedMarks: () => typists.flatMap(({ receipts }) => receipts.marks()),
    typedMarks: allMarks,
    settle: async () => {
      stopping.abort();
      const isQuiet = (): boolean =>
        typists.every(({ receipts }) => receipts.open() === 0) && new Set(typists.map((one) => one.content().hash)).size === 1;
      return (await done(busy)) && (await comes(isQuiet)) && done(Promise.all(everybody.map((one) => one.confirm())));
    },
    leave: () => {
      stopping.abort();
      for (const one of typists) one.leave();
      gathering.leave();
    },
  };
}

/** Votes otherwise than before, asks for the floor, withdraws: one command after the other, each kept until it is answered. */
async function act(one: Attendee, motion: MotionId, random: Random, signal: AbortSignal): Promise<void> {
  for (let turn = 1; !signal.aborted; turn += 1) {
    const request = requestId(`p3-${one.person}-${turn}`);
    await say(one, { type: 'CastVote', motionId: motion, choice: choices[turn % choices.length] ?? 'approve' });
    await say(one, { type: 'RequestFloor', requestId: request, kind: 'openFloorSpeech' });
    await say(one, { type: 'WithdrawRequest', requestId: request });
    await pause(3 * gap.command * (0.5 + random()));
  }
}

/** The next command goes by what this one changed. */
async function say(one: Attendee, body: Command): Promise<void> {
  const { answer } = await one.send(body);
  if (answer.ok) await one.applied(answer.seq);
}

/** A mark with every stroke, so that each one can be found again. */
async function type(one: Typist, number: number, random: Random, signal: AbortSignal): Promise<void> {
  for (let turn = 1; !signal.aborted && one.refusals().length === 0; turn += 1) {
    const mark = `〔${number}-${turn}〕`;
    const kind: Stroke['kind'] = turn % 20 === 1 ? 'paragraph' : 'own';
    one.write({ kind, text: mark, mark });
    await pause(gap.stroke * (0.5 + random()));
  }
}
