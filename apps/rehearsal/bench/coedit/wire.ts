// Knows the two frames of y-protocols that are written by hand here.
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';

export function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, 0);
  writeVarUint(encoder, step);
  writeVarUint8Array(encoder, bytes);
  return toUint8Array(encoder);
}

export const stepOne = (vector: Uint8Array): Uint8Array => syncFrame(0, vector);
