// Knows how a ballot is sealed and opened; not who gave it, and not what its items are about.
//
// Sealed bytes: version 1, number of keys (1 or 3), the ballot's own public key (32 bytes), for three keys its content key wrapped for each
// pair (3 × 48 bytes), then the ballot under the content key. What stands before the ballot, and the vote's id, are authenticated with it.
import { gcm } from '@noble/ciphers/aes.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { nonce, unwrapped, wrapped, wrapsLength, type HeldKeys } from './custody.ts';
import { bytesOfHex, type Hex } from './hex.ts';
import type { BallotKeys, Random } from './keys.ts';
import {
  linesFailure,
  linesOf,
  plainBytes,
  plainLength,
  type BallotLine,
  type Lines,
  type LinesFailure,
  type SealedVote,
} from './lines.ts';
import { publicKeyBytes } from './x25519.ts';

/** `BadKeys`: the vote's keys are no keys, or not all different. */
export type SealFailure = LinesFailure | 'BadKeys';
export type OpenFailure =
  | LinesFailure
  /** Not as long as every ballot of this vote, or not hex. */
  | 'WrongLength'
  /** Of another version, or for another number of keys. */
  | 'UnknownVersion'
  /** Damaged, of another vote, or sealed to other keys. */
  | 'NotAuthentic';

export type Sealed =
  | { readonly ok: true; readonly ciphertext: Hex; readonly hash: Hex }
  | { readonly ok: false; readonly failure: SealFailure };
export type Opened = Lines | { readonly ok: false; readonly failure: OpenFailure };

const [version, keyLength, macLength] = [1, 32, 16];

/** Stands in the published list of accepted ballots. Of any text: what was accepted and cannot be opened has its hash too. */
export const ballotHash = (ciphertext: string): Hex => bytesToHex(sha256(utf8ToBytes(`xieshang/sealed/v1\n${ciphertext}`)));

/** How many characters a sealed ballot of that vote has, whatever is marked on it. */
export const sealedLength = (vote: SealedVote): number => 2 * (2 + keyLength + wrapsLength(vote.keys) + plainLength(vote) + macLength);

/** The same lines sealed twice make two ballots that have nothing in common. */
export function sealBallot(lines: readonly BallotLine[], vote: SealedVote, random: Random): Sealed {
  const failure = linesFailure(lines, vote);
  if (failure) return { ok: false, failure };
  const own = random(keyLength);
  const start = startOf(vote, publicKeyBytes(own));
  const key = wrapped(vote.keys, own, start, random);
  if (!key) return { ok: false, failure: 'BadKeys' };
  const body = gcm(key.contentKey, nonce, subject(vote, start, key.wraps)).encrypt(plainBytes(lines, vote));
  const ciphertext = bytesToHex(concatBytes(start, key.wraps, body));
  return { ok: true, ciphertext, hash: ballotHash(ciphertext) };
}

/** Never throws, whatever the bytes: what cannot be opened is 废票 and says why. */
export function openBallot(ciphertext: string, vote: SealedVote, held: HeldKeys): Opened {
  const bytes = ciphertext.length === sealedLength(vote) ? bytesOfHex(ciphertext) : null;
  if (!bytes) return { ok: false, failure: 'WrongLength' };
  const start = bytes.subarray(0, 2 + keyLength);
  if (start[0] !== version || start[1] !== keysIn(vote.keys)) return { ok: false, failure: 'UnknownVersion' };
  const wraps = bytes.subarray(start.length, start.length + wrapsLength(vote.keys));
  const plain = decrypted(bytes.subarray(start.length + wraps.length), vote, held, start, wraps);
  return plain ? linesOf(plain, vote) : { ok: false, failure: 'NotAuthentic' };
}

function decrypted(body: Uint8Array, vote: SealedVote, held: HeldKeys, start: Uint8Array, wraps: Uint8Array): Uint8Array | null {
  try {
    const contentKey = unwrapped(held, start, wraps);
    return contentKey && gcm(contentKey, nonce, subject(vote, start, wraps)).decrypt(body);
  } catch {
    return null;
  }
}

const startOf = (vote: SealedVote, publicKey: Uint8Array): Uint8Array => concatBytes(Uint8Array.of(version, keysIn(vote.keys)), publicKey);

const keysIn = (keys: BallotKeys): number => (keys.custody === 'server' ? 1 : keys.publicKeys.length);

/** What is authenticated with the ballot though it is not hidden. */
const subject = ({ voteId }: SealedVote, start: Uint8Array, wraps: Uint8Array): Uint8Array =>
  concatBytes(utf8ToBytes(`xieshang/ballot/v1\n${voteId}\n`), start, wraps);
