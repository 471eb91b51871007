// Knows how bundles are forged and how both verifiers are asked; for tests and fault programmes only.
import { spawn, spawnSync } from 'node:child_process';
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { canonical, digestOf, firstHead, nextHead, type Hash } from '@xieshang/protocol';
import { leafOfFact, originOf, rootOf, signCheckpoint, treeOf, verifierKey, type NoteSigner } from '../evidence/index.ts';
import { packed } from '../evidence/zip.ts';
import type { Verified } from '../evidence/verifiers/verify.mjs';

export { nodeTools, verifyBundle } from '../evidence/verifiers/verify.mjs';
export { bundled, everyForm } from './bundled.ts';
export { ballotDeeds, openingDeeds, placesFor, voteDeeds, voteForged, type Deed } from './vote-forgeries.ts';
export { electionDeeds, electionOpeningDeeds } from './election-forgeries.ts';

function signerOf(key: KeyObject): NoteSigner {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
  return { publicKey, sign: (text) => sign(null, Buffer.from(text), key).toString('hex') };
}

export const newSigner = (): NoteSigner => signerOf(generateKeyPairSync('ed25519').privateKey);
export const signerFrom = (pem: string): NoteSigner => signerOf(createPrivateKey(pem));

export type Files = Map<string, Uint8Array>;

/** The files of a bundle of ours, as far as an archive of ours is read. */
export function filesIn(bundle: Uint8Array): Files {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  const files: Files = new Map();
  for (let at = 0; view.getUint32(at, true) === 0x04034b50;) {
    const [size, nameSize] = [view.getUint32(at + 22, true), view.getUint16(at + 26, true)];
    const start = at + 30 + nameSize;
    files.set(Buffer.from(bundle.subarray(at + 30, start)).toString(), bundle.slice(start, start + size));
    at = start + size;
  }
  return files;
}

/**
 * How far somebody goes who changes a file of a bundle: packs it again; mends the list; signs the list anew as well; signs the checkpoint
 * anew, too.
 */
export const lengths = ['packed', 'listed', 'signed', 'checkpointed'] as const;
export type Length = (typeof lengths)[number];

const utf8 = new TextEncoder();
const textOf = (content: Uint8Array | undefined): string => new TextDecoder().decode(content);

/** A bundle with something changed in it, by somebody who goes so far and signs with that key. */
export function forged(bundle: Uint8Array, change: (files: Files) => void, how: Length, signer: NoteSigner): Uint8Array<ArrayBuffer> {
  const files = filesIn(bundle);
  change(files);
  const step = lengths.indexOf(how);
  const manifest: Record<string, unknown> = JSON.parse(textOf(files.get('manifest.json')));
  const meeting = String(manifest['meeting']);
  const heads = headsOf(textOf(files.get('events.ndjson')), meeting);
  const [size, head] = [heads.length, heads.at(-1) ?? firstHead(meeting)];
  const root = rootOf(treeOf(heads.map(leafOfFact)));
  const origin = originOf(signer.publicKey, meeting);
  if (step >= 3) {
    for (const name of [...files.keys()]) if (name.startsWith('checkpoints/')) files.delete(name);
    files.set('checkpoint.note', utf8.encode(signCheckpoint({ origin, size, root, head }, signer)));
  }
  if (step >= 2) {
    files.set('server.pub', utf8.encode(`${verifierKey(signer.publicKey)}\n`));
    Object.assign(manifest, { seq: size, head, root, origin, key: signer.publicKey });
  }
  if (step >= 1) {
    const listed = [...files].filter(([name]) => !name.startsWith('manifest.')).toSorted(([one], [other]) => (one < other ? -1 : 1));
    const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
    manifest['files'] = listed.map(([name, content]) => ({ name, bytes: content.length, sha256: sha256(content) }));
    const text = canonical(manifest as Parameters<typeof canonical>[0]);
    files.set('manifest.json', utf8.encode(text));
    if (step >= 2) files.set('manifest.sig', utf8.encode(`${signer.sign(`xieshang/bundle/v1\n${text}`)}\n`));
  }
  return packed([...files].map(([name, content]) => ({ name, content })));
}

/** Of lines that are no JSON, of their digests all the same. */
function headsOf(lines: string, meeting: string): readonly Hash[] {
  const heads: Hash[] = [];
  for (const line of lines.split('\n').slice(0, -1)) {
    const sealed = /^\{"digest":"([0-9a-f]{64})","seq":\d+\}$/.exec(line)?.[1];
    heads.push(nextHead(heads.at(-1) ?? firstHead(meeting), sealed ?? digestOf(line)));
  }
  return heads;
}

/** Changes the lines of the log. */
export const linesChanged =
  (change: (lines: string[]) => void) =>
  (files: Files): void => {
    const lines = textOf(files.get('events.ndjson')).split('\n').slice(0, -1);
    change(lines);
    files.set('events.ndjson', utf8.encode(lines.map((line) => `${line}\n`).join('')));
  };

/** Changes the text of a file. */
export const textChanged =
  (name: string, change: (text: string) => string) =>
  (files: Files): void =>
    void files.set(name, utf8.encode(change(textOf(files.get(name)))));

/** Null when there is a Python to run the second verifier with, else why not. */
export const missingPython = (): string | null =>
  spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0 ? null : 'no python3 on this machine';

export interface Wanted {
  readonly key?: string | undefined;
  readonly head?: string | undefined;
}

/** What the second verifier says of each. Rejects when it ends early. */
export function secondVerdicts(bundles: readonly Uint8Array[], { key, head }: Wanted = {}): Promise<readonly Verified[]> {
  const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  const words = [here('second.py'), here('../evidence/verifiers/verify.py'), key?.replaceAll(' ', '') ?? '-', head ?? '-'];
  const child = spawn('python3', ['-B', ...words], { stdio: ['pipe', 'pipe', 'pipe'] });
  const [said, trouble]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => trouble.push(chunk));
  child.stdin.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      const lines = Buffer.concat(said).toString().split('\n').slice(0, -1);
      if (lines.length === bundles.length) resolve(lines.map((line): Verified => JSON.parse(line)));
      else reject(new Error(`the second verifier ended early: ${Buffer.concat(trouble).toString()}`));
    });
    for (const bundle of bundles) {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(bundle.length);
      child.stdin.write(length);
      child.stdin.write(bundle);
    }
    child.stdin.end();
  });
}
