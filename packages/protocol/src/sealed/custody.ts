// Knows how the key of one ballot reaches those who may open it: the server, or any two of three scrutineers; not what the ballot says.
// Nobody deals out shares: the ballot itself carries its key once for each pair, so no one place ever held what opens a vote.
import { gcm } from '@noble/ciphers/aes.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { bytesOfHex, type Hex } from './hex.ts';
import { publicKeyOf, type BallotKeys, type Random } from './keys.ts';
import { agreed } from './x25519.ts';

/** Of one ballot. */
export interface Wrapped {
  readonly contentKey: Uint8Array;
  /** What of it stands in the ballot. */
  readonly wraps: Uint8Array;
}

interface Held {
  readonly publicKey: Hex;
  readonly privateKey: Uint8Array;
}

/** Private keys that open the ballots of one vote. */
export type HeldKeys =
  | { readonly custody: 'server'; readonly key: Held }
  | { readonly custody: 'scrutineers'; readonly pair: number; readonly first: Held; readonly second: Held };

const [keyLength, wrapLength] = [32, 48];
const pairs = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const;

/** Every key here encrypts once, so the nonce may stay the same. */
export const nonce = new Uint8Array(12);

export const wrapsLength = ({ custody }: BallotKeys): number => (custody === 'server' ? 0 : pairs.length * wrapLength);

/**
 * `own`: the ballot's own private key; `start`: the bytes before the wraps, its public half among them.
 * Null: the vote's keys are no keys, or not all different.
 */
export function wrapped(keys: BallotKeys, own: Uint8Array, start: Uint8Array, random: Random): Wrapped | null {
  if (keys.custody === 'server') {
    const share = shareOf(own, keys.publicKey, keys.publicKey, start);
    return share && { contentKey: derived(share, start, 'content'), wraps: new Uint8Array() };
  }
  if (new Set(keys.publicKeys).size < keys.publicKeys.length) return null;
  const [first, second, third] = keys.publicKeys.map((key) => shareOf(own, key, key, start));
  if (!first || !second || !third) return null;
  const shares = [first, second, third] as const;
  const contentKey = random(keyLength);
  const wraps = pairs.map(([a, b]) => gcm(pairKey(shares[a], shares[b], start), nonce, start).encrypt(contentKey));
  return { contentKey, wraps: concatBytes(...wraps) };
}

/** Null: not enough private keys, or not of this vote. In any order; of three, two are used. */
export function heldKeys(keys: BallotKeys, privateKeys: readonly Hex[]): HeldKeys | null {
  const all = keys.custody === 'server' ? [keys.publicKey] : keys.publicKeys;
  const own = new Map(privateKeys.map((key) => [publicKeyOf(key), bytesOfHex(key, keyLength)]));
  const held = all.flatMap((publicKey, place) => {
    const privateKey = own.get(publicKey);
    return privateKey ? [{ place, key: { publicKey, privateKey } }] : [];
  });
  const [first, second] = held;
  if (!first) return null;
  if (keys.custody === 'server') return { custody: 'server', key: first.key };
  if (!second) return null;
  const pair = pairs.findIndex(([a, b]) => a === first.place && b === second.place);
  return { custody: 'scrutineers', pair, first: first.key, second: second.key };
}

/** The content key of a ballot. Null, or a throw of the cipher, when it is not for these keys. */
export function unwrapped(held: HeldKeys, start: Uint8Array, wraps: Uint8Array): Uint8Array | null {
  const share = ({ privateKey, publicKey }: Held): Uint8Array | null => shareOf(privateKey, start.slice(-keyLength), publicKey, start);
  if (held.custody === 'server') {
    const only = share(held.key);
    return only && derived(only, start, 'content');
  }
  const [first, second] = [share(held.first), share(held.second)];
  const wrap = wraps.subarray(held.pair * wrapLength, (held.pair + 1) * wrapLength);
  return first && second && gcm(pairKey(first, second, start), nonce, start).decrypt(wrap);
}

/** What a ballot and one holder of a key agree on. Null for what is no point, or one of low order. */
function shareOf(privateKey: Uint8Array, publicKey: Hex | Uint8Array, holder: Hex, start: Uint8Array): Uint8Array | null {
  const point = typeof publicKey === 'string' ? bytesOfHex(publicKey, keyLength) : publicKey;
  if (!point) return null;
  try {
    return derived(concatBytes(agreed(privateKey, point), utf8ToBytes(holder)), start, 'share');
  } catch {
    return null;
  }
}

const pairKey = (a: Uint8Array, b: Uint8Array, start: Uint8Array): Uint8Array => derived(concatBytes(a, b), start, 'pair');

const derived = (secret: Uint8Array, start: Uint8Array, purpose: string): Uint8Array =>
  hkdf(sha256, secret, start, utf8ToBytes(`xieshang/ballot/v1 ${purpose}`), keyLength);
