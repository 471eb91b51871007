// Knows the hash that a speaker's confirmation names: of exactly what the phone shows; not whether anybody confirmed it.
import type { AskedDigest } from '@xieshang/meeting';
import { canonical } from './canonical.ts';
import { digestOf, type Hash } from './chain.ts';

/** SHA-256 of the RFC 8785 canonical JSON of `{fact, requestId, text}`. */
export const speechDigestHash = ({ requestId, fact, text }: Omit<AskedDigest, 'hash'>): Hash =>
  digestOf(canonical({ requestId, fact, text }));
