// Elections in the bundle: accepted by both verifiers as they were, refused by both for the same reason once anything is changed. E8, E9, E12–E14, E16, E18.
import { played } from '@xieshang/meeting/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundled } from '../testing/bundled.ts';
import { electionDeeds, electionOpeningDeeds } from '../testing/election-forgeries.ts';
import { electionsHeld } from '../testing/elections-held.ts';
import { filesIn, missingPython, newSigner, nodeTools, secondVerdicts, verifyBundle } from '../testing/evidence.ts';
import { placesFor, voteForged } from '../testing/vote-forgeries.ts';

const signer = newSigner();
const made = bundled(played(...electionsHeld), signer);
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
    for (const [verdict] of await verdicts(bundled(played(...electionsHeld), signer, circle)))
      expect(verdict).toMatchObject({ ok: true, elections: 5, votes: 0 });
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
    expect(fileOf('elections/e3.1.json')).toMatchObject({ form: 'secret', ballots: { marked: 4 }, secret: { voteId: 'v-chosen' } });
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
