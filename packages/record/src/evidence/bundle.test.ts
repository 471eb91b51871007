import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MeetingEvent } from '@xieshang/meeting';
import { commandId, meetingId, personId } from '@xieshang/meeting';
import { canonical, digestOf, firstHead, nextHead, writeRecord } from '@xieshang/protocol';
import { fingerprintOf, writeEpoch } from '@xieshang/protocol/epoch';
import { createPrivateKey } from 'node:crypto';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import {
  filesIn,
  forged,
  linesChanged,
  missingPython,
  newSigner,
  nodeTools,
  secondVerdicts,
  signerFrom,
  textChanged,
  verifyBundle,
  type Files,
  type Length,
  type Wanted,
} from '../testing/evidence.ts';
import { packed } from './zip.ts';
import { bundle, leafOfFact, originOf, rootOf, signCheckpoint, treeOf, type BundleParts, type NoteSigner } from './index.ts';

/** The private key of RFC 8032 §7.1, test 1, so that bundles are the same in every run. */
const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const signer = signerFrom(
  createPrivateKey({ key: Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex'), format: 'der', type: 'pkcs8' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString(),
);
const key = fingerprintOf(signer.publicKey);

const text = '{"title":"会议纪要"}';
const [li, wang, zhao] = ['li', 'wang', 'zhao'].map(personId);
const roll = [li, wang, zhao];
const rule = { base: 'present', threshold: { kind: 'moreThan', parts: 1, of: 2 } };
const tally = { approve: 2, oppose: 0, abstain: 0, notPressed: 1 };
const votes = [
  { voter: li, choice: 'approve' },
  { voter: wang, choice: 'approve' },
  { voter: zhao, choice: 'notPressed' },
];
const motions = [{ motionId: 'm1', paper: { number: 1, text: '建议一。', version: 1, units: [] }, rule, round: 1 }];
const closed = { motionId: 'm1', tally, roll: 3, base: 3, needed: 2, passed: true, votes };
const course = [
  { type: 'MeetingOpened', payload: {} },
  { type: 'VotingOpened', payload: { motions, voterRoll: roll, eligible: 4, ms: 60_000 } },
  { type: 'VoteCast', payload: { motionId: 'm1', voter: li, choice: 'approve' } },
  { type: 'VoteCast', payload: { motionId: 'm1', voter: wang, choice: 'approve' } },
  { type: 'VotingClosed', payload: { motions: [closed] } },
  { type: 'ResultAnnounced', payload: { motionIds: ['m1'] } },
  { type: 'MeetingConcluded', payload: { present: 3 } },
  { type: 'MinutesIssued', payload: { number: '〔2026〕1号', hash: digestOf(text) } },
];
const facts = course.map((event, place) => ({
  seq: place + 1,
  bytes: writeRecord(
    {
      ...{ meeting: meetingId('demo'), seq: place + 1, by: personId('zhuchi'), at: 1_653_544_800_000 + place },
      ...{ command: commandId(`c-${place + 1}`), salt: `${place}`.padStart(32, '0') },
    },
    event as unknown as MeetingEvent,
  ),
}));
const heads = facts.reduce<string[]>((so, { bytes }) => [...so, nextHead(so.at(-1) ?? firstHead('demo'), digestOf(bytes))], []);

function parts(by: NoteSigner, more: Partial<BundleParts> = {}): BundleParts {
  const checkpoints = [5, 8].map((size) => {
    const some = heads.slice(0, size);
    return signCheckpoint(
      { origin: originOf(by.publicKey, 'demo'), size, root: rootOf(treeOf(some.map(leafOfFact))), head: some.at(-1) ?? '' },
      by,
    );
  });
  const statement = writeEpoch({ v: 1, meeting: 'demo', seq: 2, head: heads[1] ?? '', takenAt: 1, restoredAt: 2 });
  const epochs = [{ statement, signature: by.sign(`xieshang/epoch/v1\n${statement}`) }];
  const minutes = { text, word: Uint8Array.of(80, 75, 3, 4) };
  const besides = [{ name: 'VERIFY.md', content: Uint8Array.of(35) }];
  return {
    ...{ meeting: 'demo', circle: 'office', facts, checkpoints, epochs, minutes, besides },
    former: { checkpoints: 0, epochs: 0 },
    ...more,
  };
}
const original = bundle(parts(signer), signer);
const withoutPython = missingPython();
let tools: Awaited<ReturnType<typeof nodeTools>>;
beforeAll(async () => {
  tools = await nodeTools();
});

/** What both say; where there is no Python, the first alone. */
async function verdicts(bytes: Uint8Array, wanted: Wanted = { key }) {
  const first = verifyBundle(bytes, tools, { key: wanted.key ?? null, head: wanted.head ?? null });
  const second = withoutPython === null ? (await secondVerdicts([bytes], wanted))[0] : first;
  return [first, second];
}
const reasons = async (bytes: Uint8Array, wanted?: Wanted) =>
  (await verdicts(bytes, wanted)).map((verdict) => (verdict?.ok ? 'accepted' : `${verdict?.reason}`));
const both = (reason: string) => [reason, reason];

test('both verifiers accept what was made, and say the same of it', async () => {
  for (const circle of ['office', 'members', 'public'] as const) {
    const made = bundle(parts(signer, { circle }), signer);
    const [first, second] = await verdicts(made, { key, head: heads.at(-1)?.slice(0, 16) });
    const about = { ok: true, meeting: 'demo', circle, seq: 8, head: heads[7], fingerprint: key.replaceAll(' ', ''), sealed: 2 };
    const counts = { checkpoints: 2, votes: 1, minutes: digestOf(text), epochs: 1 };
    for (const verdict of [first, second]) expect(verdict).toMatchObject({ ...about, ...counts });
  }
});

test('the same parts are the same bytes', () => expect(bundle(parts(signer), signer)).toEqual(original));

test('law 6: of a vote nobody but the voter reads more than a digest', () => {
  const lines = new TextDecoder().decode(filesIn(original).get('events.ndjson'));
  expect(lines).not.toContain('VoteCast');
  expect(lines.split('\n')[2]).toBe(`{"digest":"${digestOf(facts[2]?.bytes ?? '')}","seq":3}`);
});

test('a bundle that is not of all facts is not made', () => {
  expect(() => bundle(parts(signer, { checkpoints: parts(signer).checkpoints.slice(0, 1) }), signer)).toThrow(/not of all/);
});

const other = newSigner();
const replaced = (from: string | RegExp, to: string) =>
  linesChanged((lines) => void lines.splice(0, lines.length, ...lines.map((line) => line.replace(from, to))));

/** The same exchange in the log and in the files that are drawn from it. */
const everywhere =
  (from: string, to: string) =>
  (files: Files): void => {
    for (const name of ['events.ndjson', 'votes/m1.1.json']) textChanged(name, (was) => was.replaceAll(from, to))(files);
  };

const attacks: readonly (readonly [name: string, change: (files: Files) => void, how: Length, by: NoteSigner, reason: string])[] = [
  ['a fact altered', replaced('"present":3', '"present":4'), 'packed', signer, 'files'],
  ['a fact altered and listed anew', replaced('"present":3', '"present":4'), 'listed', signer, 'manifest'],
  ['a fact altered and signed anew', replaced('"present":3', '"present":4'), 'signed', signer, 'checkpoint'],
  ['a fact altered and all signed by another', replaced('"present":3', '"present":4'), 'checkpointed', other, 'key'],
  ['a fact dropped', linesChanged((lines) => void lines.splice(6, 1)), 'signed', signer, 'chain'],
  ['the last fact dropped', linesChanged((lines) => void lines.pop()), 'signed', signer, 'checkpoint'],
  ['two facts swapped', linesChanged((lines) => void lines.splice(5, 2, lines[6] ?? '', lines[5] ?? '')), 'signed', signer, 'chain'],
  ['a fact inserted', linesChanged((lines) => void lines.splice(6, 0, lines[6] ?? '')), 'signed', signer, 'chain'],
  ['a fact of another meeting', replaced('"meeting":"demo"', '"meeting":"other"'), 'checkpointed', signer, 'chain'],
  ['a tally that does not sum', replaced('"notPressed":1', '"notPressed":2'), 'checkpointed', signer, 'votes'],
  ['a vote turned', replaced('"choice":"notPressed"', '"choice":"oppose"'), 'checkpointed', signer, 'votes'],
  ['a verdict turned', replaced('"passed":true', '"passed":false'), 'checkpointed', signer, 'votes'],
  ['a threshold moved', replaced('"needed":2', '"needed":1'), 'checkpointed', signer, 'votes'],
  ['a voter who was not on the roll', replaced('"voter":"zhao"', '"voter":"qian"'), 'checkpointed', signer, 'votes'],
  ['a verdict turned, in its file too', everywhere('"passed":true', '"passed":false'), 'checkpointed', signer, 'votes'],
  ['a threshold moved, in its file too', everywhere('"needed":2', '"needed":1'), 'checkpointed', signer, 'votes'],
  ['a vote turned, in its file too', everywhere('"choice":"notPressed"', '"choice":"oppose"'), 'checkpointed', signer, 'votes'],
  ['a roll shortened, in its file too', everywhere('"roll":3', '"roll":4'), 'checkpointed', signer, 'votes'],
  ['another result file', textChanged('votes/m1.1.json', (was) => was.replace('建议一', '建议二')), 'signed', signer, 'votes'],
  ['no result file', (files) => void files.delete('votes/m1.1.json'), 'signed', signer, 'votes'],
  ['another text', textChanged('minutes.json', (was) => was.replace('会议', '会谈')), 'signed', signer, 'minutes'],
  ['another Word file', textChanged('minutes.docx', (was) => `${was} `), 'listed', signer, 'manifest'],
  ['no text', (files) => void files.delete('minutes.json'), 'signed', signer, 'minutes'],
  ['another earlier checkpoint', textChanged('checkpoints/5.note', (was) => was.replace('\n5\n', '\n4\n')), 'signed', signer, 'checkpoint'],
  [
    'a checkpoint that bears another signature',
    textChanged('checkpoints/5.note', (was) => was.replace(/(— \S+ .{8}).{6}/, '$1AAAAAA')),
    'signed',
    signer,
    'checkpoint',
  ],
  ['no restoration said', textChanged('epochs.json', () => ''), 'signed', signer, 'epochs'],
  ['another restoration said', textChanged('epochs.json', (was) => was.replace('\\"seq\\":2', '\\"seq\\":3')), 'signed', signer, 'epochs'],
  ['a file slipped in', (files) => void files.set('extra.txt', new Uint8Array(1)), 'packed', signer, 'files'],
  ['a file taken out', (files) => void files.delete('VERIFY.md'), 'packed', signer, 'files'],
  ['another key in the file', textChanged('server.pub', (was) => was.replace('+A', '+B')), 'packed', signer, 'key'],
  ['a manifest of the future', textChanged('manifest.json', (was) => was.replace('"v":1', '"v":2')), 'signed', signer, 'format'],
];

test.each(attacks)('refused by both: %s', async (_name, change, how, by, reason) => {
  const attacked = forged(original, change, how, by);
  expect(attacked).not.toEqual(original);
  expect(await reasons(attacked)).toEqual(both(reason));
});

test('refused by both: a manifest that says of the log what it is not', async () => {
  for (const change of [{ seq: 7 }, { head: heads[0] ?? '' }]) {
    const files = filesIn(original);
    const manifest: object = JSON.parse(new TextDecoder().decode(files.get('manifest.json')));
    const said = canonical({ ...manifest, ...change });
    files.set('manifest.json', new TextEncoder().encode(said));
    files.set('manifest.sig', new TextEncoder().encode(`${signer.sign(`xieshang/bundle/v1\n${said}`)}\n`));
    const attacked = packed([...files].map(([name, content]) => ({ name, content })));
    expect(await reasons(attacked)).toEqual(both('chain'));
  }
});

test('whoever holds the key can sign anew what was altered: only the head on the paper tells', async () => {
  const attacked = forged(original, replaced('"present":3', '"present":4'), 'checkpointed', signer);
  expect(await reasons(attacked)).toEqual(both('accepted'));
  expect(await reasons(attacked, { key, head: heads.at(-1)?.slice(0, 16) })).toEqual(both('head'));
  expect(await reasons(original, { key, head: heads.at(-1)?.slice(0, 16) })).toEqual(both('accepted'));
});

test('any one byte flipped is named and refused, alike by both', async () => {
  const flipped = Array.from(original, (_, place) => {
    const copy = original.slice();
    copy[place] = (copy[place] ?? 0) ^ (1 << (place % 8));
    return copy;
  });
  const first = flipped.map((bytes) => verifyBundle(bytes, tools, { key }));
  expect(first.filter(({ ok }) => ok)).toEqual([]);
  if (withoutPython !== null) return;
  const second = await secondVerdicts(flipped, { key });
  expect(second.map((verdict) => verdict.ok || verdict.reason)).toEqual(first.map((verdict) => verdict.ok || verdict.reason));
});

test('as programs: both end with 0 for what was made and with 1 and the reason for what was not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xieshang-bundle-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const here = join(import.meta.dirname, 'verifiers');
  for (const name of ['verify.mjs', 'verify.py']) writeFileSync(join(folder, name), readFileSync(join(here, name)));
  writeFileSync(join(folder, 'right.zip'), original);
  writeFileSync(join(folder, 'wrong.zip'), forged(original, replaced('"present":3', '"present":4'), 'signed', signer));
  const run = (program: string, script: string, file: string) =>
    spawnSync(program, ['-B', script, file, '--key', key].slice(program === 'python3' ? 0 : 1), { cwd: folder, encoding: 'utf8' });
  const programs = [[process.execPath, 'verify.mjs'], ...(withoutPython === null ? [['python3', 'verify.py']] : [])];
  for (const [program = '', script = ''] of programs) {
    const [right, wrong] = [run(program, script, 'right.zip'), run(program, script, 'wrong.zip')];
    expect([right.status, right.stderr, wrong.status]).toEqual([0, '', 1]);
    expect(wrong.stdout).toContain('checkpoint');
  }
});
