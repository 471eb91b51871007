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

const sizes = { short: 60, full: 500 } as const;
/** The first verifier leaves the second one's pipe its turn. */
const forgeriesAtOnce = 20;

export const p14: Programme = {
  name: 'P14',
  title: '篡改存证包，两个互相独立的核对程序都要指出来',
  run: async (size, seed, seeds) => judge(await realBundle(), seed, seeds ?? sizes[size]),
  replay: async (seed, say) => {
    const target = await realBundle();
    say(forgery(seed, target).name);
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

async function judge(target: Real, seed: number, count: number): Promise<Outcome> {
  const missing = missingPython();
  if (missing !== null) throw new Error(missing);
  const { bundle, key, head } = target;
  const wanted = { key, head: head.slice(0, 16) };
  const forgeries: readonly Forgery[] = Array.from({ length: count }, (_, place) => forgery(seed + place, target));
  const all = [bundle, ...forgeries.map(({ bytes }) => bytes)];
  const [first, second] = await Promise.all([firstVerdicts(all, wanted), secondVerdicts(all, wanted)]);
  const failures: Failure[] = [];
  if (!first[0]?.ok || !second[0]?.ok)
    failures.push({ seed: null, sentence: `the original: ${reasonOf(first[0])}, ${reasonOf(second[0])}` });
  const reasons = new Map<string, number>();
  for (const [place, { name }] of forgeries.entries()) {
    const [one, other] = [reasonOf(first[place + 1]), reasonOf(second[place + 1])];
    reasons.set(one, (reasons.get(one) ?? 0) + 1);
    if (one === 'accepted' || one !== other) failures.push({ seed: seed + place, sentence: `${name}: ${one}, ${other}` });
  }
  const refused = (verdicts: readonly Verified[]): number => verdicts.slice(1).filter(({ ok }) => !ok).length;
  const same = forgeries.filter((_, place) => reasonOf(first[place + 1]) === reasonOf(second[place + 1])).length;
  const named = Object.fromEntries([...reasons].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return {
    figures: { forgeries: count, refusedByFirst: refused(first), refusedBySecond: refused(second), same, facts: countOf(bundle), ...named },
    failures,
  };
}

async function firstVerdicts(
  bundles: readonly Uint8Array[],
  wanted: { readonly key: string; readonly head: string },
): Promise<readonly Verified[]> {
  const tools = await nodeTools();
  const verdicts: Verified[] = [];
  for (const bundle of bundles) {
    if (verdicts.length % forgeriesAtOnce === 0) await new Promise(setImmediate);
    verdicts.push(verifyBundle(bundle, tools, wanted));
  }
  return verdicts;
}
