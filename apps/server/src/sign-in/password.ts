// Knows how a password is hashed, compared and judged; not whose it is.
import { argon2, timingSafeEqual } from 'node:crypto';
import { TooManyWaiting } from '../desk.ts';
import type { Random } from '../ports.ts';

/** OWASP's least for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** More at once only makes each slower and takes more memory from the meeting. */
const atOnce = 2;
const longestQueue = 200;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** `stored` null (no such account, or one without a password): no, after the same work. */
  matches(password: string, stored: string | null): Promise<boolean>;
}

export function argon2Passwords(random: Random): Passwords {
  const run = turns(atOnce, longestQueue);
  // Stands in where there is no hash, so that an unknown account takes as long as a wrong password.
  const nobody = phc(random(16), random(32));
  return {
    hash: async (password) => {
      const salt = random(16);
      return phc(salt, await run(() => derive(password, salt, cost)));
    },
    matches: async (password, stored) => {
      const { salt, tag, parameters } = parse(stored ?? nobody);
      const derived = await run(() => derive(password, salt, parameters));
      return derived.length === tag.length && timingSafeEqual(derived, tag) && stored !== null;
    },
  };
}

type Cost = typeof cost;

const derive = (password: string, nonce: Uint8Array, parameters: Cost): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    argon2('argon2id', { message: password.normalize('NFC'), nonce, ...parameters }, (error, tag) =>
      error ? reject(error) : resolve(tag),
    );
  });

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

const phc = (salt: Uint8Array, tag: Uint8Array): string =>
  `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(tag)}`;

function parse(stored: string): { readonly salt: Uint8Array; readonly tag: Uint8Array; readonly parameters: Cost } {
  const [, memory, passes, parallelism, salt, tag] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(stored) ?? [];
  if (salt === undefined || tag === undefined) throw new Error('a stored password hash is not in PHC form');
  const tagBytes = Buffer.from(tag, 'base64');
  const parameters = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism), tagLength: tagBytes.length };
  return { salt: Buffer.from(salt, 'base64'), tag: tagBytes, parameters };
}

/** Lets so many run at once and so many wait; throws `TooManyWaiting` beyond. */
function turns(most: number, longest: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) {
      if (waiting.length >= longest) throw new TooManyWaiting();
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

const common = new Set(
  (
    '12345678 123456789 1234567890 87654321 11111111 00000000 88888888 66666666 12341234 11223344 password password1 ' +
    'passw0rd qwertyuiop qwerty123 1qaz2wsx abc12345 abcd1234 a1234567 aa123456 iloveyou admin123 administrator ' +
    'woaini1314 5201314520 zhengxie zhengxie123 xieshang xieshang123'
  ).split(' '),
);

/** What is wrong with a new password, or null. Length is in characters, not bytes. */
export function weakness(password: string, account: string): 'tooShort' | 'tooLong' | 'tooCommon' | 'sameAsAccount' | null {
  const length = [...password].length;
  if (length < 8) return 'tooShort';
  if (length > 128) return 'tooLong';
  const lower = password.toLowerCase();
  if (common.has(lower) || new Set(lower).size === 1) return 'tooCommon';
  if (lower.includes(account.toLowerCase()) && length - account.length < 4) return 'sameAsAccount';
  return null;
}
