// Knows SHA-512, for the one signature a browser ever checks; nothing of what is signed.
// The library's own lies in the file of SHA-256, which every page loads at once: its weight would be paid by everybody.

const mask = (1n << 64n) - 1n;
const rotated = (word: bigint, by: bigint): bigint => ((word >> by) | (word << (64n - by))) & mask;

/** The first 64 bits behind the point of a root of `n`, of that degree. */
function fraction(n: bigint, degree: bigint): bigint {
  const scaled = n << (64n * degree);
  let [low, high] = [0n, 1n << 68n];
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= scaled) low = middle;
    else high = middle;
  }
  return low & mask;
}

function primes(count: number): readonly bigint[] {
  const found: bigint[] = [];
  for (let n = 2n; found.length < count; n += 1n) if (found.every((prime) => n % prime !== 0n)) found.push(n);
  return found;
}

const constants = primes(80).map((prime) => fraction(prime, 3n));
const start = primes(8).map((prime) => fraction(prime, 2n));

export function sha512(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks = Math.ceil((message.length + 17) / 128);
  const bytes = new Uint8Array(blocks * 128);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setBigUint64(bytes.length - 8, BigInt(message.length) * 8n);
  let state: readonly bigint[] = start;
  for (let block = 0; block < blocks; block += 1) state = afterBlock(state, view, block * 128);
  const digest = new DataView(new ArrayBuffer(64));
  for (const [place, word] of state.entries()) digest.setBigUint64(place * 8, word);
  return new Uint8Array(digest.buffer);
}

function afterBlock(state: readonly bigint[], view: DataView, at: number): readonly bigint[] {
  const words = Array.from({ length: 16 }, (_, place) => view.getBigUint64(at + place * 8));
  const word = (place: number): bigint => words[place] ?? 0n;
  for (let place = 16; place < 80; place += 1) {
    const [early, late] = [word(place - 15), word(place - 2)];
    const mixed = (rotated(early, 1n) ^ rotated(early, 8n) ^ (early >> 7n)) + (rotated(late, 19n) ^ rotated(late, 61n) ^ (late >> 6n));
    words.push((word(place - 16) + word(place - 7) + mixed) & mask);
  }
  let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = [...state];
  for (const [place, constant] of constants.entries()) {
    const one = (h + (rotated(e, 14n) ^ rotated(e, 18n) ^ rotated(e, 41n)) + ((e & f) ^ (~e & mask & g)) + constant + word(place)) & mask;
    const two = ((rotated(a, 28n) ^ rotated(a, 34n) ^ rotated(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c))) & mask;
    [a, b, c, d, e, f, g, h] = [(one + two) & mask, a, b, c, (d + one) & mask, e, f, g];
  }
  return [a, b, c, d, e, f, g, h].map((next, place) => (next + (state[place] ?? 0n)) & mask);
}
