// Sealed ballots under random ends, failing disks and dying processes; fast-check prints seed and path of a failure.
import fc from 'fast-check';
import { meetingId, voteId, type PersonId } from '@xieshang/meeting';
import { inCustodyOf, m1, mishu, plan, t0, voters, withMembers, zhuchi } from '@xieshang/meeting/testing';
import { digestOf, type Answer } from '@xieshang/protocol';
import { expect, test } from 'vitest';
import { plainBallot } from './testing/ballot-box.ts';
import { openStage, type Stage } from './testing/stage.ts';
import type { AppendTrouble } from './testing/troubled-log.ts';

const meeting = meetingId('small');
const here = voters(6);
/** One after the other, each opened when the one before has ended. */
const votes = ['v1', 'v2', 'v3'];

type Deed =
  | {
      readonly do: 'give';
      readonly who: number;
      readonly revision: number;
      readonly mark: 'approve' | 'oppose';
      readonly vote: number | null;
    }
  | { readonly do: 'again'; readonly place: number }
  | { readonly do: 'close' | 'void' | 'open' | 'turn' | 'crash' }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'cling' }
  | { readonly do: 'trouble'; readonly kind: AppendTrouble; readonly healthy: number };

const weighted = (weight: number, arbitrary: fc.Arbitrary<Deed>) => ({ weight, arbitrary });
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  weighted(
    30,
    fc.record({
      do: fc.constant('give'),
      who: fc.nat(here.length - 1),
      revision: fc.integer({ min: 1, max: 3 }),
      mark: fc.constantFrom('approve', 'oppose'),
      vote: fc.option(fc.nat(votes.length - 1), { nil: null, freq: 1 }),
    }),
  ),
  weighted(6, fc.record({ do: fc.constant('again'), place: fc.nat(100) })),
  weighted(16, fc.record({ do: fc.constantFrom('turn', 'turn', 'turn', 'close', 'open', 'open', 'void') })),
  weighted(3, fc.record({ do: fc.constant('crash') })),
  weighted(4, fc.record({ do: fc.constant('pass'), ms: fc.constantFrom(1, 1000, 5000) })),
  weighted(1, fc.record({ do: fc.constant('cling') })),
  weighted(4, fc.record({ do: fc.constant('trouble'), kind: fc.constantFrom('refused', 'unsure', 'silent'), healthy: fc.nat(2) })),
);

interface Given {
  readonly vote: string;
  readonly voter: PersonId;
  readonly revision: number;
  readonly ciphertext: string;
  answer: Answer | null;
}

async function begin(): Promise<Stage> {
  const stage = await openStage(meeting, t0);
  await stage.submit(mishu, { type: 'ConveneMeeting', plan: plan(withMembers(6)) });
  for (const person of here) await stage.submit(person, { type: 'CheckIn' });
  await stage.submit(zhuchi, { type: 'OpenMeeting' });
  return stage;
}

/** The vote whose ballots are out, if there is one. */
function openNow(stage: Stage): string | undefined {
  const state = stage.stateNow();
  return state.phase === 'notConvened' ? undefined : Object.values(state.secretVotes).find(({ phase }) => phase === 'open')?.voteId;
}

function post(stage: Stage, given: Given): void {
  const { vote, voter, revision, ciphertext } = given;
  const answering = stage.post(voter, { type: 'CastSealedBallot', voteId: voteId(vote), revision, ciphertext });
  void answering.then((answer) => {
    if (!given.answer?.ok) given.answer = answer;
  });
}

async function act(stage: Stage, given: Given[], opened: { count: number }, deed: Deed): Promise<void> {
  switch (deed.do) {
    case 'give': {
      const { revision, mark } = deed;
      const vote = deed.vote === null ? openNow(stage) : votes[deed.vote];
      const one = { vote: vote ?? 'v1', voter: here[deed.who] ?? zhuchi, revision, answer: null };
      given.push({ ...one, ciphertext: plainBallot('m1', mark, given.length) });
      return post(stage, given[given.length - 1] ?? { ...one, ciphertext: '' });
    }
    case 'again': {
      const one = given[deed.place % Math.max(given.length, 1)];
      return one && post(stage, one);
    }
    case 'open': {
      const terms = inCustodyOf('server', votes[opened.count % votes.length] ?? '');
      opened.count += 1;
      const put = { motionIds: [m1], terms } as const;
      void stage.post(zhuchi, { type: 'OpenVoting', ...put });
      void stage.post(zhuchi, { type: 'RepeatVoting', reason: '重来', ...put });
      return;
    }
    case 'close':
      void stage.post(zhuchi, { type: 'CloseVoting', motionIds: [m1] });
      return;
    case 'void':
      void stage.post(zhuchi, { type: 'VoidVoting', motionIds: [m1], reason: '作废' });
      return;
    case 'turn':
      return stage.hands.settle();
    case 'pass':
      return stage.hands.pass(deed.ms);
    case 'cling':
      return stage.ballots.clings(1);
    case 'trouble':
      return stage.log.trouble(deed.kind, deed.healthy);
    case 'crash':
      return stage.crash();
  }
}

/** Mended, and whatever is open is closed. */
async function heal(stage: Stage): Promise<void> {
  stage.log.mend();
  stage.ballots.clings(0);
  await stage.crash();
  await stage.submit(zhuchi, { type: 'CloseVoting', motionIds: [m1] });
  await stage.hands.pass(10_000);
}

/** What was acknowledged is counted, and what is counted was given; the last of a voter, once. */
function counted(stage: Stage, given: readonly Given[]): void {
  const state = stage.stateNow();
  if (state.phase === 'notConvened') throw new Error('there is no meeting');
  for (const vote of Object.values(state.secretVotes)) {
    expect(vote.phase === 'counted' || vote.phase === 'void').toBe(true);
    expect(stage.ballots.gone.has(vote.voteId)).toBe(true);
    if (vote.phase !== 'counted') continue;
    const { participants, hashes, returned } = vote.count;
    expect(new Set(participants).size).toBe(returned);
    const cast = given.filter((one) => one.vote === vote.voteId);
    const known = new Map(cast.map((one) => [digestOf(one.ciphertext), one]));
    const byHash = hashes.flatMap((hash) => known.get(hash) ?? []);
    expect(byHash.map(({ voter }) => voter).toSorted()).toEqual(participants);
    for (const one of cast) {
      if (!one.answer?.ok) continue;
      const inCount = byHash.find(({ voter }) => voter === one.voter);
      expect(inCount && (inCount === one || inCount.revision > one.revision)).toBe(true);
    }
    const approved = byHash.filter(({ ciphertext }) => ciphertext.includes('approve')).length;
    expect(vote.count.tallies['m1']).toEqual({ approve: approved, oppose: returned - approved, abstain: 0 });
  }
}

test('law 7: after any faults every ballot acknowledged before the count is in it, none is in it twice, and none is left', async () => {
  let [acknowledged, countedVotes] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(anyDeed, { minLength: 60, maxLength: 160, size: 'max' }), async (deeds) => {
      const stage = await begin();
      const given: Given[] = [];
      const opened = { count: 0 };
      await act(stage, given, opened, { do: 'open' });
      for (const deed of deeds) await act(stage, given, opened, deed);
      await heal(stage);
      counted(stage, given);
      expect(await stage.log.log.ballots(meeting)).toEqual([]);
      const events = await stage.log.log.read(meeting, 0);
      const written = events.map(({ bytes }) => bytes).join('\n');
      expect(given.filter(({ ciphertext }) => written.includes(ciphertext))).toEqual([]);
      const sent = new Set((await stage.log.log.answers(meeting)).map(({ by }) => by));
      // Whoever only gave ballots has one command in the table, the check-in.
      const table = await stage.log.log.answers(meeting);
      for (const voter of here) expect(table.filter(({ by }) => by === voter)).toHaveLength(sent.has(voter) ? 1 : 0);
      expect(stage.hands.troubles.filter(({ kind }) => kind === 'bug')).toEqual([]);
      acknowledged += given.filter(({ answer }) => answer?.ok).length;
      countedVotes += events.filter(({ bytes }) => bytes.includes('"BallotsCounted"')).length;
    }),
    { numRuns: 150 },
  );
  expect({ acknowledged: acknowledged > 500, countedVotes: countedVotes > 50 }).toEqual({ acknowledged: true, countedVotes: true });
});
