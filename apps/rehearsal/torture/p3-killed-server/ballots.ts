// P3, the ballots: everybody votes within two seconds, the server is killed in the middle and comes back. Each vote is counted, once.
import { motionId, type Choice, type MotionId } from '@xieshang/meeting';
import { frontDoor } from '../../src/front-door.ts';
import { castOf, must, pause, stateOf } from '../../src/course.ts';
import { gather } from '../../src/gathering.ts';
import { ownServer } from '../../src/own-server.ts';
import type { Attendee } from '../../src/attendee.ts';
import { comes, done } from '../in-time.ts';
import { castIn } from './folder.ts';

const withinMs = 2000;
const choices: readonly Choice[] = ['approve', 'approve', 'oppose', 'abstain'];
const choiceAt = (place: number): Choice => choices[place % choices.length] ?? 'approve';
/** ms a broken line waits: what is tested is the server's memory, not people's patience. */
const patience = { firstMs: 50, lastMs: 200 } as const;

export interface Ballots {
  readonly sent: number;
  /** Acknowledged before the kill; neither none nor all, or nothing was in the middle. */
  readonly ackedBefore: number;
  /** Votes of the result that are what was sent. */
  readonly right: number;
  /** Facts of the log that are a vote, and voters they are of. */
  readonly facts: number;
  readonly voters: number;
  readonly sum: number;
  readonly roll: number;
}

/** Rejects where people cannot get in or are not answered. */
export async function ballotsAcrossARestart(members: number): Promise<Ballots> {
  const server = await ownServer();
  try {
    const door = frontDoor(server.url, null);
    const occasion = { url: server.url, door, account: 'mishu1', password: 'xieshang-demo', original: 'demo', members, patience };
    const gathering = await gather(occasion);
    try {
      const { chair, voters, motion } = await opened(gathering.everybody);
      let acked = 0;
      const votes = Promise.all(
        voters.map(async (one, place) => {
          await pause((withinMs * place) / voters.length);
          const { answer } = await one.send({ type: 'CastVote', motionId: motion, choice: choiceAt(place), round: 1 });
          if (!answer.ok) throw new Error(`${one.person} 的一票被拒绝：${answer.refusal.type}`);
          acked += 1;
        }),
      );
      await comes(() => acked >= voters.length / 2, 1);
      await server.kill();
      const ackedBefore = acked;
      await server.restart();
      if (!(await done(votes))) throw new Error(`只有 ${acked} 票有答复`);
      await chair.confirm();
      await must(chair, { type: 'CloseVoting', motionIds: [motion] });
      const result = resultOf(chair, motion);
      const sent = new Map<string, Choice>(voters.map(({ person }, place) => [person, choiceAt(place)]));
      const facts = castIn(server.dataDir, gathering.meeting);
      const { approve, oppose, abstain, notPressed } = result.tally;
      return {
        sent: voters.length,
        ackedBefore,
        right: result.votes.filter(({ voter, choice }) => sent.get(voter) === choice).length,
        facts: facts.length,
        voters: new Set(facts).size,
        sum: approve + oppose + abstain + notPressed,
        roll: result.roll,
      };
    } finally {
      gathering.leave();
    }
  } finally {
    await server.end();
  }
}

async function opened(everybody: readonly Attendee[]): Promise<{ chair: Attendee; voters: readonly Attendee[]; motion: MotionId }> {
  await Promise.all(everybody.map((one) => one.join()));
  const { chair, members } = castOf(everybody);
  await Promise.all(members.map((one) => must(one, { type: 'CheckIn' })));
  await must(chair, { type: 'OpenMeeting' });
  const [motion] = Object.values(stateOf(chair).recommendations).map((one) => motionId(one.motionId));
  if (!motion) throw new Error('照着开的会议没有建议稿。');
  await must(chair, { type: 'OpenVoting', motionIds: [motion] });
  await Promise.all(members.map((one) => one.confirm()));
  return { chair, voters: members, motion };
}

function resultOf(chair: Attendee, motion: MotionId) {
  const decided = stateOf(chair).motions[motion];
  if (decided?.phase !== 'closed' || decided.result.form === 'acclamation') throw new Error('表决没有结果');
  return decided.result;
}
