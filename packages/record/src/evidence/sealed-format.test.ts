import {
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  sign,
} from 'node:crypto';
import { receiptFailure, receiptStatement, sealBallot, type BallotKeys, type SealedVote } from '@xieshang/protocol/sealed';
import { expect, test } from 'vitest';

// A second reading of the sealed format, by Node's own primitives and without a line of ours.

const pairOf = (): { publicKey: string; privateKey: string } => {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32).toString('hex'),
  };
};

const secretOf = (privateKey: string, publicKey: Buffer): Buffer =>
  diffieHellman({
    privateKey: createPrivateKey({
      key: Buffer.from(`302e020100300506032b656e04220420${privateKey}`, 'hex'),
      format: 'der',
      type: 'pkcs8',
    }),
    publicKey: createPublicKey({
      key: Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), publicKey]),
      format: 'der',
      type: 'spki',
    }),
  });

const derived = (secret: Buffer, start: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, start, `xieshang/ballot/v1 ${purpose}`, 32));

function decrypted(key: Buffer, about: Buffer, sealed: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, Buffer.alloc(12));
  cipher.setAAD(about);
  cipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
}

const vote = (keys: BallotKeys): SealedVote => ({
  voteId: 'vote-1',
  keys,
  receipt: 'hash',
  items: ['m1', 'm2'],
  marks: ['approve', 'oppose', 'abstain'],
  most: 2,
});
const lines = [
  { item: 'm1', mark: 'approve', tag: '' },
  { item: 'm2', mark: 'abstain', tag: '' },
] as const;

function bytesOf(keys: BallotKeys): Buffer {
  const ballot = sealBallot(lines, vote(keys), randomBytes);
  return ballot.ok ? Buffer.from(ballot.ciphertext, 'hex') : expect.unreachable(ballot.failure);
}

const expectLines = (plain: Buffer): void => {
  expect(JSON.parse(plain.toString().replace(/\0+$/, ''))).toEqual(lines.map(({ item, mark, tag }) => [item, mark, tag]));
};

test('what is sealed to the server is opened by X25519, HKDF-SHA256 and AES-256-GCM', () => {
  const server = pairOf();
  const bytes = bytesOf({ custody: 'server', publicKey: server.publicKey });
  const start = bytes.subarray(0, 34);
  const share = derived(Buffer.concat([secretOf(server.privateKey, start.subarray(2)), Buffer.from(server.publicKey)]), start, 'share');
  const about = Buffer.concat([Buffer.from('xieshang/ballot/v1\nvote-1\n'), start]);
  expectLines(decrypted(derived(share, start, 'content'), about, bytes.subarray(34)));
});

test.each([
  [0, 1, 0],
  [0, 2, 1],
  [1, 2, 2],
])('what is sealed to three is opened by scrutineers %i and %i', (a, b, pair) => {
  const scrutineers = [pairOf(), pairOf(), pairOf()] as const;
  const bytes = bytesOf({
    custody: 'scrutineers',
    publicKeys: [scrutineers[0].publicKey, scrutineers[1].publicKey, scrutineers[2].publicKey],
  });
  const [start, head] = [bytes.subarray(0, 34), bytes.subarray(0, 34 + 3 * 48)];
  const shares = [scrutineers[a], scrutineers[b]].map((own = expect.unreachable()) =>
    derived(Buffer.concat([secretOf(own.privateKey, start.subarray(2)), Buffer.from(own.publicKey)]), start, 'share'),
  );
  const contentKey = decrypted(derived(Buffer.concat(shares), start, 'pair'), start, head.subarray(34 + pair * 48, 34 + pair * 48 + 48));
  const about = Buffer.concat([Buffer.from('xieshang/ballot/v1\nvote-1\n'), head]);
  expectLines(decrypted(contentKey, about, bytes.subarray(head.length)));
});

test('what Node signs is a receipt', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
  const accepted = { meeting: 'demo', vote: 'vote-1', hash: '0'.repeat(64) };
  const signature = sign(null, Buffer.from(receiptStatement(accepted)), privateKey).toString('hex');
  expect(receiptFailure(accepted, { key, signature }, key)).toBeNull();
});
