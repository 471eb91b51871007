// P14: a bundle of a real server is tampered with by chance, and both verifiers are asked. Knows neither from inside.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingPython, newSigner, nodeTools, secondVerdicts, signerFrom, verifyBundle } from '@xieshang/record/testing';
import type { Verified } from '@xieshang/record/verify';
import { asAPageDoes, frontDoor } from '../../src/front-door.ts';
import { serverProcess } from '../child.ts';
import type { Failure, Outcome, Programme } from '../programme.ts';
import { countOf, forgery, type Forgery, type Target } from './forgeries.ts';
import { formBundles, voteForgery } from './vote-forgeries.ts';

const sizes = { short: 60, full: 500 } as const;
/** The first verifier leaves the second one's pipe its turn. */
const forgeriesAtOnce = 20;

export const p14: Programme = {
  name: 'P14',
  title: '篡改存证包，两个互相独立的核对程序都要指出来',
  run: async (size, seed, seeds) => judge(await realBundle(), seed, seeds ?? sizes[size]),
  replay: async (seed, say) => {
    const target = await realBundle();
    say(isOfVotes(seed) ? voteForgery(seed, formBundles(target.own), target.own).name : forgery(seed, target).name);
    return judge(target, seed, 1);
  },
};

interface Real extends Target {
  readonly key: string;
  readonly head: string;
}

/** The office's bundle of the demo's finished meeting, as a server hands it out. Its salts and key are new each time: a seed chooses the same deed, not the same bytes. */
async function realBundle(): Promise<Real> {
  const place = await mkdtemp(join(tmpdir(), 'xieshang-p14-'));
  const server = await serverProcess(place);
  try {
    const cookie = await frontDoor(server.url, null).signIn('mishu1', 'xieshang-demo');
    const answer = await asAPageDoes(() => fetch(`${server.url}/api/meetings/demo-done/bundle.zip`, { headers: { cookie } }));
    if (!answer.ok) throw new Error(`no bundle: ${answer.status} ${await answer.text()}`);
    const bundle = new Uint8Array(await answer.arrayBuffer());
    const own = signerFrom(await readFile(join(place, 'keys/server-key.pem'), 'utf8'));
    const right = verifyBundle(bundle, await nodeTools());
    if (!right.ok) throw new Error(`the bundle itself was refused: ${right.reason} ${right.detail}`);
    return { bundle, own, other: newSigner(), key: right.fingerprint, head: right.head };
  } finally {
    await server.stop();
    await rm(place, { recursive: true, force: true });
  }
}

const reasonOf = (verdict: Verified | undefined): string => (verdict === undefined ? 'nothing' : verdict.ok ? 'accepted' : verdict.reason);

/** Every fourth seed is a vote changed by who has the key, where there is no paper to hold it against. */
const isOfVotes = (seed: number): boolean => seed % 4 === 0;

interface Group {
  readonly original: readonly Uint8Array[];
  readonly forgeries: readonly (Forgery & { readonly seed: number })[];
  readonly wanted: { readonly key: string; readonly head: string | null };
}

function groups({ bundle, key, head, ...target }: Real, seeds: readonly number[]): readonly Group[] {
  const forms = formBundles(target.own);
  const make = (some: readonly number[], one: (seed: number) => Forgery) => some.map((seed) => ({ ...one(seed), seed }));
  return [
    {
      original: [bundle],
      forgeries: make(
        seeds.filter((seed) => !isOfVotes(seed)),
        (seed) => forgery(seed, { bundle, ...target }),
      ),
      wanted: { key, head: head.slice(0, 16) },
    },
    {
      original: forms,
      forgeries: make(seeds.filter(isOfVotes), (seed) => voteForgery(seed, forms, target.own)),
      wanted: { key, head: null },
    },
  ];
}

async function judge(target: Real, seed: number, count: number): Promise<Outcome> {
  const missing = missingPython();
  if (missing !== null) throw new Error(missing);
  const seeds = Array.from({ length: count }, (_, place) => seed + place);
  const failures: Failure[] = [];
  const reasons = new Map<string, number>();
  const figures = { forgeries: count, ofVotes: seeds.filter(isOfVotes).length, refusedByFirst: 0, refusedBySecond: 0, same: 0 };
  for (const { original, forgeries, wanted } of groups(target, seeds)) {
    const all = [...original, ...forgeries.map(({ bytes }) => bytes)];
    const [first, second] = await Promise.all([
      firstVerdicts(all, wanted),
      secondVerdicts(all, { ...wanted, head: wanted.head ?? undefined }),
    ]);
    const right = [...first.slice(0, original.length), ...second.slice(0, original.length)];
    if (!right.every(({ ok }) => ok)) failures.push({ seed: null, sentence: `the original: ${right.map(reasonOf).join(', ')}` });
    for (const [place, { seed: own, name }] of forgeries.entries()) {
      const [one, other] = [first, second].map((verdicts) => reasonOf(verdicts[original.length + place]));
      reasons.set(one ?? '', (reasons.get(one ?? '') ?? 0) + 1);
      figures.refusedByFirst += Number(one !== 'accepted');
      figures.refusedBySecond += Number(other !== 'accepted');
      figures.same += Number(one === other);
      if (one === 'accepted' || one !== other) failures.push({ seed: own, sentence: `${name}: ${one}, ${other}` });
    }
  }
  const named = Object.fromEntries([...reasons].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return { figures: { ...figures, facts: countOf(target.bundle), ...named }, failures };
}

async function firstVerdicts(bundles: readonly Uint8Array[], wanted: Group['wanted']): Promise<readonly Verified[]> {
  const tools = await nodeTools();
  const verdicts: Verified[] = [];
  for (const bundle of bundles) {
    if (verdicts.length % forgeriesAtOnce === 0) await new Promise(setImmediate);
    verdicts.push(verifyBundle(bundle, tools, wanted));
  }
  return verdicts;
}
