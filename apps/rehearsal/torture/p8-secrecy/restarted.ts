// P8, the restart: everybody gives a sealed ballot within two seconds, the server is killed in the middle and comes back. Each is counted, once.
import { motionId, voteId } from '@xieshang/meeting';
import { ballotHash, type Mark } from '@xieshang/protocol/sealed';
import { must, pause, stateOf } from '../../src/course.ts';
import { frontDoor } from '../../src/front-door.ts';
import { gather, onTheFloor } from '../../src/gathering.ts';
import { ownServer } from '../../src/own-server.ts';
import { comes, done } from '../in-time.ts';
import { seal } from './page.ts';
import { voter } from './voter.ts';

const withinMs = 2000;
const marks: readonly Mark[] = ['approve', 'approve', 'oppose', 'abstain'];

export interface Restarted {
  readonly sent: number;
  /** Acknowledged before the kill; neither none nor all, or nothing was in the middle. */
  readonly ackedBefore: number;
  readonly returned: number;
  readonly spoilt: number;
  /** Hashes of the count that are of a ballot that was sent. */
  readonly right: number;
  /** What was marked and what was counted, one after the other. */
  readonly marked: string;
  readonly counted: string;
}

/** Rejects where people cannot get in or are not answered. */
export async function sealedAcrossARestart(members: number): Promise<Restarted> {
  const server = await ownServer();
  const door = frontDoor(server.url, null);
  const patience = { firstMs: 50, lastMs: 200 } as const;
  try {
    const occasion = { url: server.url, door, account: 'mishu1', password: 'xieshang-demo', original: 'demo', members, patience };
    const { everybody, admitted, meeting, leave } = await gather(occasion);
    try {
      await Promise.all(everybody.map((one) => one.join()));
      const { chair, members: comers } = await onTheFloor(everybody);
      for (const one of everybody) if (one !== chair) one.leave();
      const names = new Set<string>(comers.map(({ person }) => person));
      const voters = await Promise.all(admitted.filter(({ person }) => names.has(person)).map((pass) => voter(server.url, meeting, pass)));
      const id = voteId('p8-restart');
      const terms = { form: 'secret', voteId: id, receipt: 'hash', custody: 'server', change: 'never' } as const;
      const { answer } = await must(chair, { type: 'OpenVoting', motionIds: [motionId('m1')], terms });
      if (answer.ok) await chair.applied(answer.seq);
      const issued = stateOf(chair).secretVotes[id];
      if (issued?.keys.custody !== 'server') throw new Error('没有发票');
      const vote = { voteId: id, keys: issued.keys, receipt: issued.receipt, ...issued.paper };
      const ballots = voters.map((_one, place) => ({ mark: marks[place % marks.length] ?? 'approve' }));
      const pages = ballots.map(({ mark }) => seal(vote, mark));
      let acked = 0;
      const giving = Promise.all(
        voters.map(async (one, place) => {
          await pause((withinMs * place) / voters.length);
          const given = await one.give({ type: 'CastSealedBallot', voteId: id, revision: 1, ciphertext: pages[place]?.ciphertext ?? '' });
          if (!given.ok) throw new Error(`${one.person} 的一票被拒绝：${given.refusal.type}`);
          acked += 1;
        }),
      );
      await comes(() => acked >= voters.length / 2, 1);
      await server.kill();
      const ackedBefore = acked;
      await server.restart();
      if (!(await done(giving))) throw new Error(`只有 ${acked} 票有答复`);
      await chair.confirm();
      const closed = await must(chair, { type: 'CloseVoting', motionIds: [motionId('m1')] });
      if (closed.answer.ok) await chair.applied(closed.answer.seq);
      for (const one of voters) one.leave();
      const counted = stateOf(chair).secretVotes[id];
      if (counted?.phase !== 'counted') throw new Error('没有计票');
      const { returned, spoilt, hashes, tallies } = counted.count;
      const sent = new Set(pages.map(({ ciphertext }) => ballotHash(ciphertext)));
      const each = (count: (mark: Mark) => number): string => (['approve', 'oppose', 'abstain'] as const).map(count).join(' ');
      return {
        ...{ sent: voters.length, ackedBefore, returned, spoilt },
        right: hashes.filter((hash) => sent.has(hash)).length,
        marked: each((mark) => ballots.filter((one) => one.mark === mark).length),
        counted: each((mark) => tallies['m1']?.[mark] ?? 0),
      };
    } finally {
      leave();
    }
  } finally {
    await server.end();
  }
}
