// Knows the C2SP signed note and the tree head in it (c2sp.org/signed-note, c2sp.org/tlog-checkpoint); not when one is signed.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Hash } from '@xieshang/protocol';
import { fingerprintOf, isSignedText } from '@xieshang/protocol/epoch';

/** What a server promises of a meeting's log: so many facts, their root, and the head of the chain after them. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
  readonly head: Hash;
}

/** Signs a text's UTF-8 bytes; `publicKey` and the answer are lower-case hex. */
export interface NoteSigner {
  readonly publicKey: string;
  sign(text: string): string;
}

/** Whether a text bears a key's signature; both hex. */
export type Check = (text: string, signature: string, key: string) => boolean;

/** The signature types of a note; one kind is made today, and whoever meets another leaves it unread. */
const ed25519Type = Uint8Array.of(1);

/** Under this name a key stands in notes: the first half of its fingerprint. */
export const keyName = (key: string): string => `xieshang/${fingerprintOf(key).replaceAll(' ', '').slice(0, 16)}`;

/** Of one meeting's log on one server. */
export const originOf = (key: string, meeting: string): string => `${keyName(key)}/${meeting}`;

const keyIdOf = (key: string): string =>
  bytesToHex(sha256(concatBytes(utf8ToBytes(`${keyName(key)}\n`), ed25519Type, hexToBytes(key)))).slice(0, 8);

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

/** A key as verifiers of notes are given it: name, id, type and key. */
export const verifierKey = (key: string): string =>
  `${keyName(key)}+${keyIdOf(key)}+${toBase64(concatBytes(ed25519Type, hexToBytes(key)))}`;

/** The signed text. The head of the chain is an extension line: a page that follows the chain needs no tree to check it. */
export const checkpointText = ({ origin, size, root, head }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(hexToBytes(root))}\nhead ${head}\n`;

export function signCheckpoint(checkpoint: Checkpoint, { publicKey, sign }: NoteSigner): string {
  const text = checkpointText(checkpoint);
  const signature = toBase64(concatBytes(hexToBytes(keyIdOf(publicKey)), hexToBytes(sign(text))));
  return `${text}\n— ${keyName(publicKey)} ${signature}\n`;
}

const noteForm = /^((\S+)\n(0|[1-9]\d*)\n([A-Za-z0-9+/]{43}=)\nhead ([0-9a-f]{64})\n)\n((?:— \S+ [A-Za-z0-9+/]+=*\n)+)$/;

/** Null for what is no note of ours. Says nothing about the signature. */
export function readCheckpoint(note: string): Checkpoint | null {
  const [, , origin, size, root, head] = noteForm.exec(note) ?? [];
  if (origin === undefined || size === undefined || root === undefined || head === undefined) return null;
  return { origin, size: Number(size), root: bytesToHex(fromBase64(root)), head };
}

/** `check`: where there is a faster way than a page has. `own`: signed under this key. `other`: under another one alone. `forged`: under this key's name, by somebody else; or no note. */
export function signatureOn(note: string, key: string, check: Check = isSignedText): 'own' | 'other' | 'forged' {
  const [, text, , , , , signatures] = noteForm.exec(note) ?? [];
  if (text === undefined || signatures === undefined) return 'forged';
  const own = signatures.split('\n').filter((line) => line.startsWith(`— ${keyName(key)} `));
  if (own.length === 0) return 'other';
  const written = fromBase64(own[0]?.split(' ')[2] ?? '');
  const isOurs = own.length === 1 && bytesToHex(written.subarray(0, 4)) === keyIdOf(key);
  return isOurs && check(text, bytesToHex(written.subarray(4)), key) ? 'own' : 'forged';
}
