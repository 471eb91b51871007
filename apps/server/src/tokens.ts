// Knows how secrets that travel once are made and kept as hashes; not what they open.
import { createHash } from 'node:crypto';
import type { Random } from './ports.ts';

/** Lower-case hex of the SHA-256 of what is given. */
export const hashOf = (secret: string | Uint8Array): string => createHash('sha256').update(secret).digest('hex');

/** 128 random bits, fit for an address and a cookie. */
export const newToken = (random: Random): string => Buffer.from(random(16)).toString('base64url');
