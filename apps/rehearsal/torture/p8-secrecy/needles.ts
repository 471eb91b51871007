// Knows how planted texts are looked for in every byte there is; not what they are.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Letters that a search begins with. */
const stem = 8;

/** Which of the needles are in there, each once. Of any length from eight bytes, ASCII. */
export function foundIn(haystack: Buffer, needles: Iterable<string>): readonly string[] {
  const byStem = Map.groupBy(needles, (needle) => needle.slice(0, stem));
  const text = haystack.toString('latin1');
  const found = new Set<string>();
  for (let at = 0; at + stem <= text.length; at += 1) {
    const candidates = byStem.get(text.slice(at, at + stem));
    if (candidates) for (const needle of candidates) if (text.startsWith(needle, at)) found.add(needle);
  }
  return [...found];
}

/** Pieces of a ciphertext: less than the whole would be as bad. Its first two bytes are the same in all. */
export const piecesOf = (ciphertext: string): readonly string[] => [
  ciphertext.slice(4, 28),
  ciphertext.slice(ciphertext.length / 2, ciphertext.length / 2 + 24),
  ciphertext.slice(-24),
];

/** Every file under a folder, by path. */
export const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

export const bytesOf = (paths: readonly string[]): Buffer => Buffer.concat(paths.map((path) => readFileSync(path)));
