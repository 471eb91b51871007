// Knows X25519 (RFC 7748); not what the agreed bytes are used for.
// Put together from the library's ladder: its ready-made curve would bring SHA-512 into the part that every page loads.
import { montgomery } from '@noble/curves/abstract/montgomery.js';

const P = (1n << 255n) - 19n;

/** `x` to the power P − 2: the inverse. */
function powPminus2(x: bigint): bigint {
  let [power, base] = [1n, x % P];
  for (let exponent = P - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) power = (power * base) % P;
    base = (base * base) % P;
  }
  return power;
}

function clamped(scalar: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(scalar);
  bytes[0] = (bytes[0] ?? 0) & 248;
  bytes[31] = ((bytes[31] ?? 0) & 127) | 64;
  return bytes;
}

const curve = montgomery({ P, type: 'x25519', adjustScalarBytes: clamped, powPminus2 });

export const publicKeyBytes = (privateKey: Uint8Array): Uint8Array => curve.getPublicKey(privateKey);

/** Throws for a point of low order, with which everybody would agree on the same bytes. */
export const agreed = (privateKey: Uint8Array, publicKey: Uint8Array): Uint8Array => curve.getSharedSecret(privateKey, publicKey);
