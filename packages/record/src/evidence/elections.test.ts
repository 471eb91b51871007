// Elections in the bundle: accepted by both verifiers as they were, refused by both for the same reason once anything is changed. E8, E9, E12–E14.
import {
  c1,
  c2,
  c3,
  e1,
  electionPaper,
  inSession,
  li,
  mishu,
  mishu2,
  played,
  voting,
  wang,
  wei,
  zhang,
  zhuchi,
  type Step,
} from '@xieshang/meeting/testing';
import { electionId, type CandidateId, type PersonId } from '@xieshang/meeting';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundled } from '../testing/bundled.ts';
import { electionDeeds, electionOpeningDeeds } from '../testing/election-forgeries.ts';
import { filesIn, missingPython, newSigner, nodeTools, secondVerdicts, verifyBundle } from '../testing/evidence.ts';
import { placesFor, voteForged } from '../testing/vote-forgeries.ts';

const e2 = electionId('e2');
const cast = (by: PersonId, chosen: readonly CandidateId[], writeIns: readonly PersonId[] = []): Step => [
  by,
  { type: 'CastElection', electionId: e1, chosen, writeIns },
];
const close = (id = e1): Step => [zhuchi, { type: 'CloseElection', electionId: id }];
const count = (by: PersonId): Step => [
  by,
  {
    type: 'EnterElectionCount',
    electionId: e2,
    marked: 2,
    blank: 1,
    spoilt: 1,
    votes: [
      { candidateId: c1, votes: 2 },
      { candidateId: c2, votes: 1 },
    ],
    writeIns: [{ person: wei, votes: 1 }],
  },
];
const rule = { base: 'cast', threshold: { kind: 'atLeast', parts: 1, of: 4 } } as const;

/** By name with a tie, then a run-off; on paper, voided and put again; confirmed by a scrutineer. */
const course: readonly Step[] = [
  ...inSession(voting, [zhang, li, wang, wei]),
  [mishu, { type: 'NameScrutineers', persons: [li] }],
  [mishu, { type: 'TableElection', electionId: e1, paper: electionPaper({ rule }) }],
  [zhuchi, { type: 'OpenElection', electionId: e1 }],
  cast(zhang, [c1, c2]),
  cast(li, [c1, c3]),
  cast(wang, [c1], [wei]),
  [mishu, { type: 'EnterElection', electionId: e1, voter: wang, ballot: { chosen: [c2], writeIns: [] }, reason: '平板故障' }],
  [mishu, { type: 'EnterElection', electionId: e1, voter: wei, ballot: { chosen: [], writeIns: [] }, reason: '平板故障' }],
  close(),
  [li, { type: 'ConfirmElectionCount', electionId: e1 }],
  [zhuchi, { type: 'RepeatElection', electionId: e1, reason: '末位票数相等', candidates: [c2, c3] }],
  cast(zhang, [c2]),
  cast(li, [c2]),
  cast(wang, [c3]),
  close(),
  [zhuchi, { type: 'AnnounceElection', electionId: e1 }],
  [mishu, { type: 'TableElection', electionId: e2, paper: electionPaper({ rule: 'plurality' }) }],
  [zhuchi, { type: 'OpenElection', electionId: e2, terms: { form: 'paper' } }],
  [zhuchi, { type: 'VoidElection', electionId: e2, reason: '名单有误' }],
  [zhuchi, { type: 'OpenElection', electionId: e2, terms: { form: 'paper' } }],
  count(mishu),
  count(mishu2),
  close(e2),
];
const signer = newSigner();
const made = bundled(played(...course), signer);
const withoutPython = missingPython();
let tools: Awaited<ReturnType<typeof nodeTools>>;
beforeAll(async () => {
  tools = await nodeTools();
});

async function verdicts(...bundles: readonly Uint8Array[]) {
  const first = bundles.map((bytes) => verifyBundle(bytes, tools));
  return [first, withoutPython === null ? await secondVerdicts(bundles) : first] as const;
}

describe('elections in the bundle', () => {
  test.each(['office', 'members', 'public'] as const)('are accepted by both in the bundle of %s', async (circle) => {
    for (const [verdict] of await verdicts(bundled(played(...course), signer, circle)))
      expect(verdict).toMatchObject({ ok: true, elections: 4, votes: 0 });
  });

  test('each round has its file, a voided one its reason', () => {
    const fileOf = (name: string): unknown => JSON.parse(new TextDecoder().decode(filesIn(made).get(name) ?? new Uint8Array()));
    expect(fileOf('elections/e1.1.json')).toMatchObject({
      round: 1,
      ballots: { marked: 3, blank: 1 },
      confirmedBy: [{ person: 'li' }],
      votes: [
        { voter: 'zhang' },
        { voter: 'li' },
        { voter: 'wang', marks: ['c1', 'person:wei'] },
        { voter: 'wei', marks: [], enteredBy: 'mishu1' },
      ],
      standings: [{ outcome: 'elected' }, { outcome: 'tied' }, { outcome: 'tied' }, { outcome: 'tied' }],
    });
    expect(fileOf('elections/e1.2.json')).toMatchObject({ reason: '末位票数相等', seated: [{ candidateId: 'c1' }], paper: { seats: 1 } });
    expect(fileOf('elections/e2.1.json')).toMatchObject({ voided: '名单有误' });
    expect(fileOf('elections/e2.2.json')).toMatchObject({ countedBy: ['mishu1', 'mishu2'], ballots: { spoilt: 1 } });
    expect(new TextDecoder().decode(filesIn(made).get('events.ndjson'))).not.toContain('ElectionCast');
  });

  const deeds = [...electionDeeds, ...electionOpeningDeeds];
  test('whatever is changed of one, in the log and in its file, is found by both', async () => {
    const forged = deeds.flatMap((deed) => placesFor(made, deed).map((place) => ({ deed, bytes: voteForged(made, deed, place, signer) })));
    expect(new Set(forged.map(({ deed }) => deed.name)).size).toBe(deeds.length);
    const [first, second] = await verdicts(...forged.map(({ bytes }) => bytes));
    for (const [place, { deed }] of forged.entries()) {
      const reason = deed.name === 'a form nobody knows' ? 'format' : 'votes';
      for (const verdict of [first[place], second[place]])
        expect([deed.name, verdict?.ok === false ? verdict.reason : 'accepted']).toEqual([deed.name, reason]);
    }
  });
});
