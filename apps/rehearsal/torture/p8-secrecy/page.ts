// A voter's page as fast as 6,000 ballots need it: seals with the system's cryptography what any page seals. Knows nobody's choice but its own.
import { createCipheriv, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes } from 'node:crypto';
import { makeTag, plainBytes, type BallotLine, type Mark, type SealedVote, type Tag } from '@xieshang/protocol/sealed';

export interface Page {
  readonly tag: Tag | '';
  readonly ciphertext: string;
}

const publicPrefix = Buffer.from('302a300506032b656e032100', 'hex');

/** One mark on the one item of a vote in the server's custody. */
export function seal(vote: SealedVote, mark: Mark): Page {
  const { keys, receipt, voteId, items } = vote;
  const [item] = items;
  if (keys.custody !== 'server' || item === undefined) throw new Error('this page seals for servers, one item at a time');
  const tag = receipt === 'tag' ? makeTag((length) => randomBytes(length)) : '';
  const line: BallotLine = { item, mark, tag };
  const own = generateKeyPairSync('x25519');
  const ownPublic = own.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  const start = Buffer.concat([Buffer.of(1, 1), ownPublic]);
  const theirs = createPublicKey({ key: Buffer.concat([publicPrefix, Buffer.from(keys.publicKey, 'hex')]), format: 'der', type: 'spki' });
  const agreed = diffieHellman({ privateKey: own.privateKey, publicKey: theirs });
  const share = derived(Buffer.concat([agreed, Buffer.from(keys.publicKey)]), start, 'share');
  const cipher = createCipheriv('aes-256-gcm', derived(share, start, 'content'), Buffer.alloc(12));
  cipher.setAAD(Buffer.concat([Buffer.from(`xieshang/ballot/v1\n${voteId}\n`), start]));
  const body = Buffer.concat([cipher.update(plainBytes([line], vote)), cipher.final(), cipher.getAuthTag()]);
  return { tag, ciphertext: Buffer.concat([start, body]).toString('hex') };
}

const derived = (secret: Buffer, start: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, start, `xieshang/ballot/v1 ${purpose}`, 32));
