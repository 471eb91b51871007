// Every form of a vote in the bundle: accepted by both verifiers as it was, refused by both for the same reason once anything of it is changed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { played } from '@xieshang/meeting/testing';
import { forms } from '@xieshang/minutes/testing';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { bundled } from '../testing/bundled.ts';
import { ballotDeeds, openingDeeds, placesFor, voteDeeds, voteForged } from '../testing/vote-forgeries.ts';
import { filesIn, missingPython, newSigner, nodeTools, secondVerdicts, verifyBundle } from '../testing/evidence.ts';

const { everyForm, put, weighed } = forms;
const signer = newSigner();
const everything = played(...everyForm);
const withoutPython = missingPython();
let tools: Awaited<ReturnType<typeof nodeTools>>;
beforeAll(async () => {
  tools = await nodeTools();
});

async function verdicts(...bundles: readonly Uint8Array[]) {
  const first = bundles.map((bytes) => verifyBundle(bytes, tools));
  return [first, withoutPython === null ? await secondVerdicts(bundles) : first] as const;
}

const fileOf = (bundle: Uint8Array, name: string): Record<string, unknown> =>
  JSON.parse(new TextDecoder().decode(filesIn(bundle).get(name) ?? new Uint8Array()));

describe('each form', () => {
  test.each(['office', 'members', 'public'] as const)('is accepted by both in the bundle of %s, with its outcome named', async (circle) => {
    const [[first], [second]] = await verdicts(bundled(everything, signer, circle));
    const outcomes = [
      { motionId: 'm1', round: 1, outcome: 'passed', form: 'named', tally: { approve: 25, oppose: 1, abstain: 2, notPressed: 0 } },
      { motionId: 'm2', round: 1, outcome: 'passed', form: 'unnamed', spoilt: 0 },
      { motionId: 'm3', round: 1, outcome: 'passed', form: 'showOfHands' },
      { motionId: 'm4', round: 1, outcome: 'passed', form: 'showOfHands' },
      { motionId: 'm5', round: 1, outcome: 'passed', form: 'paper', tally: { notPressed: 3 }, spoilt: 2 },
      { motionId: 'm6', round: 1, outcome: 'passed', form: 'secret', tally: { approve: 20, notPressed: 2 }, spoilt: 1 },
      { motionId: 'm11', round: 1, outcome: 'failed', form: 'secret' },
      { motionId: 'm12', round: 1, outcome: 'passed', form: 'secret', tally: { approve: 28 } },
      { motionId: 'm7', round: 1, outcome: 'voided', number: 7 },
      { motionId: 'm9', round: 2, outcome: 'failed' },
      { motionId: 'm10', round: 1, outcome: 'failed', tally: { approve: 25 } },
    ];
    for (const verdict of [first, second]) expect(verdict).toMatchObject({ ok: true, votes: 11, outcomes });
    expect(first).toMatchObject(second?.ok ? { outcomes: second.outcomes } : {});
  });

  test('V23, V24: votes that weigh, and one cast by proxy, are counted as such', async () => {
    const made = bundled(played(...weighed), signer);
    for (const [verdict] of await verdicts(made))
      expect(verdict).toMatchObject({ ok: true, outcomes: [{ tally: { approve: 20, oppose: 9, abstain: 0, notPressed: 2 } }] });
    expect(fileOf(made, 'votes/m1.1.json')).toMatchObject({ weights: { zhang: 3 }, proxies: { weiyuan32: 'li' }, roll: 31 });
  });

  test('V44, V48: of a secret vote its file holds all that is ever published, and that the ballots were destroyed', () => {
    const made = bundled(everything, signer, 'public');
    const ballots = fileOf(made, 'ballots/v-secret.json');
    expect(ballots).toMatchObject({ voteId: 'v-secret', count: { issued: 28, returned: 27, spoilt: 1 } });
    expect(ballots['destroyed']).toBeGreaterThan(Number(ballots['seq']));
    expect(fileOf(made, `votes/${put.secret}.1.json`)).toMatchObject({
      votes: [],
      secret: { voteId: 'v-secret', issued: 28, returned: 27 },
    });
  });

  test('V48: ballots that nobody recorded as destroyed are found once the minutes are issued', async () => {
    const last = everything.at(-1);
    if (!last) throw new Error('no facts');
    const issued = { ...last, type: 'MinutesIssued', payload: { number: '1', copyTo: '', hash: 'a'.repeat(64) } } as unknown as typeof last;
    const kept = [...everything.filter(({ type }) => type !== 'BallotsDestroyed'), issued];
    // The text itself is not in this bundle, which is looked at later.
    const reasons = async (made: Uint8Array) => (await verdicts(made)).map(([verdict]) => verdict?.ok === false && verdict.reason);
    expect(await reasons(bundled(kept, signer))).toEqual(['votes', 'votes']);
    expect(await reasons(bundled([...everything, issued], signer))).toEqual(['minutes', 'minutes']);
  });

  test('its file says what there is to know: who entered, who counted, who confirmed, why it was voided, whether enough were there', () => {
    const made = bundled(everything, signer);
    const named = fileOf(made, `votes/${put.named}.1.json`);
    expect(named).toMatchObject({ confirmedBy: [{ person: 'zhang' }, { person: 'li' }] });
    expect(named['votes']).toContainEqual({ voter: 'weiyuan28', choice: 'approve', enteredBy: 'mishu1' });
    expect(fileOf(made, `votes/${put.paper}.1.json`)).toMatchObject({
      terms: { form: 'paper' },
      countedBy: ['mishu1', 'mishu2'],
      spoilt: 2,
    });
    expect(fileOf(made, `votes/${put.voided}.1.json`)).toMatchObject({ voided: '付表决的文本有误', paper: { number: 7 } });
    expect(fileOf(made, `votes/${put.withoutQuorum}.1.json`)).toMatchObject({
      passed: false,
      quorum: { needed: 17, atOpening: 28, atClosing: 16, met: false },
    });
  });
});

test('as programs of their own: a published result is accepted and told, a tampered copy refused with the reason', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xieshang-forms-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const made = bundled(everything, signer, 'members');
  const [deed] = voteDeeds;
  const [place] = deed ? placesFor(made, deed) : [];
  if (!deed || !place) throw new Error('nothing to forge');
  writeFileSync(join(folder, 'right.zip'), made);
  writeFileSync(join(folder, 'wrong.zip'), voteForged(made, deed, place, signer));
  const run = (program: string, name: string, file: string) => {
    writeFileSync(join(folder, name), readFileSync(join(import.meta.dirname, 'verifiers', name)));
    return spawnSync(program, [name, file], { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'] } });
  };
  const [right, wrong] = ['right.zip', 'wrong.zip'].map((file) => run(process.execPath, 'verify.mjs', file));
  expect([right?.status, right?.stderr, wrong?.status]).toEqual([0, '', 1]);
  expect(right?.stdout).toContain('建议6　第1轮　通过　无记名投票　赞成20 反对4 弃权2 未按2（其中废票1）');
  expect(right?.stdout).toContain('建议7　第1轮　作废\n');
  expect(wrong?.stdout).toContain('没有通过：表决结果与记录不符，或票数、结论算不对（votes：');
  if (withoutPython !== null) return;
  const [accepted, refused] = ['right.zip', 'wrong.zip'].map((file) => run('python3', 'verify.py', file));
  expect([accepted?.status, refused?.status]).toEqual([0, 1]);
  expect(JSON.parse(accepted?.stdout ?? '')).toMatchObject({ ok: true, votes: 11 });
  expect(JSON.parse(refused?.stdout ?? '')).toMatchObject({ ok: false, reason: 'votes' });
});

describe('refused by both for the same reason, wherever it can be done, though all is signed anew', () => {
  /** The first and the last two are of different forms. */
  const some = <One>(all: readonly One[]): readonly One[] => [...new Set([...all.slice(0, 1), ...all.slice(-2)])];
  const bundles = [bundled(everything, signer), bundled(played(...weighed), signer)];

  test.each([...voteDeeds, ...openingDeeds, ...ballotDeeds].map((deed) => [deed.name, deed] as const))('%s', async (_name, deed) => {
    const attacked = bundles.flatMap((made) => some(placesFor(made, deed)).map((place) => voteForged(made, deed, place, signer)));
    expect(attacked.length).toBeGreaterThan(0);
    const [first, second] = await verdicts(...attacked);
    const reason = /nobody knows|otherwise/.test(deed.name) ? 'format' : 'votes';
    for (const said of [first, second]) expect(said.map((verdict) => verdict.ok || verdict.reason)).toEqual(attacked.map(() => reason));
  });
});
