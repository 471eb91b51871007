// Knows how a restored server says that its logs were set back, and how that is checked (law 5); not who was there to see them.
import { hashes, verify } from '@noble/ed25519';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from './canonical.ts';
import { digestOf, type Hash } from './chain.ts';
import type { SignedEpoch } from './down.ts';
import { sha512 } from './sha512.ts';

/** What one restoration did to the log of one meeting. */
export interface EpochStatement {
  readonly v: 1;
  /** Null: every meeting that has no statement of its own. It had no log in the backup. */
  readonly meeting: string | null;
  /** Where the log ended in the backup, and the head there. */
  readonly seq: number;
  readonly head: Hash | null;
  /** Epoch ms. */
  readonly takenAt: number;
  readonly restoredAt: number;
}

const tag = 'xieshang/epoch/v1\n';

/** What is signed. */
export const textOfEpoch = (statement: string): string => tag + statement;
export const signedBytes = (statement: string): Uint8Array => utf8ToBytes(textOfEpoch(statement));

export const writeEpoch = ({ v, meeting, seq, head, takenAt, restoredAt }: EpochStatement): string =>
  canonical({ v, meeting, seq, head, takenAt, restoredAt });

/** Null when it is not, to the byte, what is written. */
export function readEpoch(text: string): EpochStatement | null {
  try {
    const statement: EpochStatement = JSON.parse(text);
    return statement.v === 1 && writeEpoch(statement) === text ? statement : null;
  } catch {
    return null;
  }
}

/** `key`: 32 bytes, lower-case hex. */
export const isSignedBy = ({ statement, signature }: SignedEpoch, key: string): boolean =>
  isSigned(signedBytes(statement), bytesOf(signature), bytesOf(key));

/** Whether a text's UTF-8 bytes bear that signature; both hex. */
export const isSignedText = (text: string, signature: string, key: string): boolean =>
  isSigned(utf8ToBytes(text), bytesOf(signature), bytesOf(key));

/** Ed25519. */
export function isSigned(message: Uint8Array, signature: Uint8Array, key: Uint8Array): boolean {
  hashes.sha512 = sha512;
  try {
    return verify(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
}

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** A key as people compare it: eight groups of four. */
export const fingerprintOf = (key: string): string => (digestOf(key).slice(0, 32).match(/.{4}/g) ?? []).join(' ');
