// Knows how ballots are opened with the system's own cryptography: a hundredth of the time that pages take. What a ballot is, `protocol/sealed` says.
import { createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto';
import { linesOf, sealedLength, type BallotLine, type SealedVote } from '@xieshang/protocol/sealed';
import type { Opener } from './count.ts';

/** DER of X25519 keys up to the key itself (RFC 8410). */
const privatePrefix = Buffer.from('302e020100300506032b656e04220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b656e032100', 'hex');

const [keyLength, wrapLength, macLength, version] = [32, 48, 16, 1];
/** Every key here has encrypted once, so the nonce is always the same. */
const nonce = Buffer.alloc(12);
const pairs = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const;

interface Held {
  readonly place: number;
  readonly publicKey: string;
  readonly key: KeyObject;
}

/** Null: these private keys (lower-case hex) do not open that vote. Of three holders any two do. */
export function opener(vote: SealedVote, privateKeys: readonly string[]): Opener | null {
  const { keys } = vote;
  const all = keys.custody === 'server' ? [keys.publicKey] : keys.publicKeys;
  const own = new Map(privateKeys.map((key) => [publicHalf(key), privateKeyOf(key)] as const));
  const held = all.flatMap((publicKey, place): Held[] => {
    const key = own.get(publicKey);
    return key ? [{ place, publicKey, key }] : [];
  });
  const [first, second] = held;
  if (!first || (keys.custody === 'scrutineers' && !second)) return null;
  const length = sealedLength(vote);
  return (ciphertext) => {
    if (ciphertext.length !== length || !/^[0-9a-f]*$/.test(ciphertext)) return null;
    try {
      return linesIn(Buffer.from(ciphertext, 'hex'), vote, first, second);
    } catch {
      // Damaged, of another vote, or sealed to other keys.
      return null;
    }
  };
}

function linesIn(bytes: Buffer, vote: SealedVote, first: Held, second: Held | undefined): readonly BallotLine[] | null {
  const start = bytes.subarray(0, 2 + keyLength);
  const count = vote.keys.custody === 'server' ? 1 : pairs.length;
  if (start[0] !== version || start[1] !== count) return null;
  const wraps = bytes.subarray(start.length, start.length + (count === 1 ? 0 : count * wrapLength));
  const contentKey = second ? unwrapped(start, wraps, first, second) : derived(shareOf(first, start), start, 'content');
  const subject = Buffer.concat([Buffer.from(`xieshang/ballot/v1\n${vote.voteId}\n`), start, wraps]);
  const read = linesOf(decrypted(contentKey, subject, bytes.subarray(start.length + wraps.length)), vote);
  return read.ok ? read.lines : null;
}

function unwrapped(start: Buffer, wraps: Buffer, first: Held, second: Held): Buffer {
  const pair = pairs.findIndex(([a, b]) => a === first.place && b === second.place);
  const key = derived(Buffer.concat([shareOf(first, start), shareOf(second, start)]), start, 'pair');
  return decrypted(key, start, wraps.subarray(pair * wrapLength, (pair + 1) * wrapLength));
}

/** What a ballot and one holder of a key agree on; throws for a point of low order. */
function shareOf({ key, publicKey }: Held, start: Buffer): Buffer {
  const ballotsOwn = createPublicKey({ key: Buffer.concat([publicPrefix, start.subarray(2)]), format: 'der', type: 'spki' });
  const agreed = diffieHellman({ privateKey: key, publicKey: ballotsOwn });
  return derived(Buffer.concat([agreed, Buffer.from(publicKey)]), start, 'share');
}

const derived = (secret: Buffer, start: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, start, `xieshang/ballot/v1 ${purpose}`, keyLength));

function decrypted(key: Buffer, subject: Buffer, body: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(subject).setAuthTag(body.subarray(body.length - macLength));
  return Buffer.concat([cipher.update(body.subarray(0, body.length - macLength)), cipher.final()]);
}

const privateKeyOf = (key: string): KeyObject =>
  createPrivateKey({ key: Buffer.concat([privatePrefix, Buffer.from(key, 'hex')]), format: 'der', type: 'pkcs8' });

const publicHalf = (key: string): string =>
  createPublicKey(privateKeyOf(key)).export({ type: 'spki', format: 'der' }).subarray(-keyLength).toString('hex');
