// Knows where the private key of an open secret vote lies and how nothing of it is left; not what it opens.
import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { MeetingId, VoteId } from '@xieshang/meeting';
import { makeKeyPair, publicKeyOf } from '@xieshang/protocol/sealed';
import { makeFolder } from '../folders.ts';

export interface KeyOf {
  readonly meeting: MeetingId;
  readonly vote: VoteId;
}

interface Written extends KeyOf {
  /** X25519, lower-case hex. */
  readonly privateKey: string;
}

/** One file a vote, in a folder that no backup takes: whoever has a backup has ciphertexts and nothing that opens them. */
export interface KeyFiles {
  /** The public key; the one there is already for the vote, if there is one. On disk when this returns. */
  make(key: KeyOf): string;
  /** Null when there is none, or it cannot be read. */
  find(key: KeyOf): string | null;
  /** Overwritten, then taken out of the folder; harmless where there is none. */
  destroy(key: KeyOf): void;
  all(): readonly KeyOf[];
}

const ending = '.key';
const isKey = /^[0-9a-f]{64}$/;

export function keyFiles(folder: string): KeyFiles {
  makeFolder(folder);
  // Of a process that was killed while it wrote one: no vote was opened with it.
  for (const name of readdirSync(folder)) if (!name.endsWith(ending)) shred(folder, name);

  const find = (key: KeyOf): string | null => read(join(folder, nameOf(key)))?.privateKey ?? null;

  return {
    make: (key) => {
      const known = find(key);
      const publicKey = known === null ? null : publicKeyOf(known);
      if (publicKey !== null) return publicKey;
      const pair = makeKeyPair((bytes) => randomBytes(bytes));
      const { meeting, vote } = key;
      write(folder, nameOf(key), { meeting, vote, privateKey: pair.privateKey });
      return pair.publicKey;
    },
    find,
    destroy: (key) => shred(folder, nameOf(key)),
    all: () =>
      readdirSync(folder).flatMap((name) => {
        const written = name.endsWith(ending) ? read(join(folder, name)) : null;
        return written ? [{ meeting: written.meeting, vote: written.vote }] : [];
      }),
  };
}

const nameOf = ({ meeting, vote }: KeyOf): string => `${createHash('sha256').update(`${meeting}\n${vote}`).digest('hex')}${ending}`;

/** Null: it is not there, or no key. A disk that does not answer throws: a vote is not void because of it. */
function read(file: string): Written | null {
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  try {
    const written: Written = JSON.parse(text);
    return isKey.test(written.privateKey) ? written : null;
  } catch {
    return null;
  }
}

/** Never half a key under the name of one. */
function write(folder: string, name: string, key: Written): void {
  const passing = join(folder, `${name}.part`);
  writeFileSync(passing, JSON.stringify(key), { mode: 0o600, flush: true });
  renameSync(passing, join(folder, name));
  syncFolder(folder);
}

/** The bytes first: a name that is gone would leave them where they were. */
function shred(folder: string, name: string): void {
  const file = join(folder, name);
  if (existsSync(file)) {
    const handle = openSync(file, 'r+');
    try {
      writeSync(handle, randomBytes(fstatSync(handle).size), 0, undefined, 0);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    unlinkSync(file);
  }
  syncFolder(folder);
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
