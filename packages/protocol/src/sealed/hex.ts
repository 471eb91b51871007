// Knows the one spelling of bytes as text here: lower-case hex; nothing of what they are.
import { hexToBytes } from '@noble/hashes/utils.js';

export type Hex = string;

/** Null when it is not that many bytes, spelled in the one way. Without a length: any whole number of bytes. */
export function bytesOfHex(text: string, length?: number): Uint8Array | null {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) return null;
  if (length !== undefined && text.length !== length * 2) return null;
  return hexToBytes(text);
}
