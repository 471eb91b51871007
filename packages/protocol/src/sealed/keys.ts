// Knows the key pairs that ballots are sealed to; not where a private key is kept.
import { bytesToHex } from '@noble/hashes/utils.js';
import { bytesOfHex, type Hex } from './hex.ts';
import { publicKeyBytes } from './x25519.ts';

/** So many random bytes: `getRandomValues` in a browser, `randomBytes` in the server. */
export type Random = (length: number) => Uint8Array;

/** X25519, 32 bytes each. */
export interface KeyPair {
  readonly publicKey: Hex;
  readonly privateKey: Hex;
}

/** To whom a vote's ballots are sealed: one key of the server, or three of scrutineers of which any two open. */
export type BallotKeys =
  | { readonly custody: 'server'; readonly publicKey: Hex }
  | { readonly custody: 'scrutineers'; readonly publicKeys: readonly [Hex, Hex, Hex] };

export function makeKeyPair(random: Random): KeyPair {
  const privateKey = random(32);
  return { publicKey: bytesToHex(publicKeyBytes(privateKey)), privateKey: bytesToHex(privateKey) };
}

/** Null for what is no private key. A key handed in is known by its public half. */
export function publicKeyOf(privateKey: string): Hex | null {
  const bytes = bytesOfHex(privateKey, 32);
  return bytes && bytesToHex(publicKeyBytes(bytes));
}
