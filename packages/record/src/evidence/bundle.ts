// Knows what is in a meeting's evidence bundle and how its parts vouch for one another; not where they are kept or who may have it.
import { audienceOf, type Circle } from '@xieshang/meeting';
import {
  canonical,
  digestOf,
  digestOfBytes,
  readRecord,
  type Hash,
  type Json,
  type ReadRecord,
  type SignedEpoch,
} from '@xieshang/protocol';
import { originOf, readCheckpoint, verifierKey, type NoteSigner } from './note.ts';
import { electionFiles } from './election-files.ts';
import { voteFiles } from './vote-files.ts';
import { packed, type PackedFile } from './zip.ts';

export interface BundleParts {
  readonly meeting: string;
  /** Whoever receives it reads what this circle may; of the rest there are digests (law 6). */
  readonly circle: Circle;
  /** All of the log, in order. */
  readonly facts: readonly { readonly seq: number; readonly bytes: string }[];
  /** Signed under this key, oldest first; the last one is of the whole log. */
  readonly checkpoints: readonly string[];
  readonly epochs: readonly SignedEpoch[];
  /** How many of both a former key had signed: they are left out, and that is said. */
  readonly former: { readonly checkpoints: number; readonly epochs: number };
  /** The issued text as it is kept, and its Word file. */
  readonly minutes: { readonly text: string; readonly word: Uint8Array } | null;
  /** What explains and checks the bundle, and a time stamp where there is one. */
  readonly besides: readonly PackedFile[];
}

const utf8 = new TextEncoder();

/** What is signed of a manifest. */
const manifestTag = 'xieshang/bundle/v1\n';

/** The same parts give the same bytes. Throws when the newest checkpoint is not of all facts. */
export function bundle(parts: BundleParts, signer: NoteSigner): Uint8Array<ArrayBuffer> {
  const { meeting, circle, facts, checkpoints, former } = parts;
  const newest = readCheckpoint(checkpoints.at(-1) ?? '');
  if (newest?.size !== facts.length) throw new Error(`the newest checkpoint of ${meeting} is not of all its facts`);
  const key = signer.publicKey;
  const files = [...contents(parts, key)].toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const listed = files.map(({ name, content }) => ({ name, bytes: content.length, sha256: digestOfBytes(content) }));
  const { head, root, size } = newest;
  const about: Json = { v: 1, alg: 'ed25519', key, origin: originOf(key, meeting), meeting, circle, seq: size, head, root, former };
  const manifest = canonical({ ...about, files: listed });
  return packed([
    ...files,
    { name: 'manifest.json', content: utf8.encode(manifest) },
    { name: 'manifest.sig', content: utf8.encode(`${signer.sign(manifestTag + manifest)}\n`) },
  ]);
}

function contents({ circle, facts, checkpoints, epochs, minutes, besides }: BundleParts, key: string): readonly PackedFile[] {
  const file = (name: string, content: string): PackedFile => ({ name, content: utf8.encode(content) });
  const records = facts.map(({ bytes }) => readRecord(bytes));
  const mayRead = (record: ReadRecord | undefined): record is ReadRecord =>
    record !== undefined && audienceOf(record).circles.includes(circle);
  const lines = facts.map(({ seq, bytes }, place) => (mayRead(records[place]) ? bytes : sealedLine(seq, digestOf(bytes))));
  const notes = checkpoints.map((note, place) => {
    const isNewest = place === checkpoints.length - 1;
    return file(isNewest ? 'checkpoint.note' : `checkpoints/${readCheckpoint(note)?.size ?? 0}.note`, note);
  });
  return [
    file('events.ndjson', lines.map((line) => `${line}\n`).join('')),
    file('server.pub', `${verifierKey(key)}\n`),
    file('epochs.json', canonical(epochs.map(({ statement, signature }) => ({ statement, signature })))),
    ...notes,
    ...voteFiles(records.filter(mayRead)),
    ...electionFiles(records.filter(mayRead)),
    ...(minutes ? [file('minutes.json', minutes.text), { name: 'minutes.docx', content: minutes.word }] : []),
    ...besides,
  ];
}

const sealedLine = (seq: number, digest: Hash): string => canonical({ digest, seq });
