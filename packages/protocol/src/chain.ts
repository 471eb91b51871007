// Knows how facts are chained by hashes (law 5); not what is in them.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** Lower-case hex of 32 bytes. */
export type Hash = string;

const meetingTag = utf8ToBytes('xieshang/meeting/v1\n');
const eventTag = utf8ToBytes('xieshang/event/v1\n');

/** SHA-256. */
export const digestOfBytes = (bytes: Uint8Array): Hash => bytesToHex(sha256(bytes));

/** SHA-256 of a text's UTF-8 bytes. */
export const digestOf = (text: string): Hash => digestOfBytes(utf8ToBytes(text));

/** What the first fact of a meeting is chained to. */
export const firstHead = (meetingId: string): Hash => bytesToHex(sha256(concatBytes(meetingTag, utf8ToBytes(meetingId))));

/** The head after a fact of which only the digest need be known. */
export const nextHead = (head: Hash, digest: Hash): Hash => bytesToHex(sha256(concatBytes(eventTag, hexToBytes(head), hexToBytes(digest))));

/** The two steps of the chain, for whoever has a faster SHA-256 than a browser. */
export interface Chain {
  digestOf(text: string): Hash;
  nextHead(head: Hash, digest: Hash): Hash;
}

export const chain: Chain = { digestOf, nextHead };
