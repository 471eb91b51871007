// What is kept beside a snapshot so that it can be sent without being decoded: where its parts are, and a digest of all of it. Knows no disk.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sectionsOf, type Sections } from './sections.ts';

const number = z.int().min(0);
const outlineOf = z.object({
  /** Client, clock, end, structs, and from where to where in the snapshot. */
  sections: z.array(z.tuple([number, number, number, number, number, number])),
  /** Where the deletions begin. */
  deleted: number,
});
const written = z.object({ outline: z.string(), digest: z.string() });

/** Of a snapshot that nobody can tell the parts of it is null. */
export function outlined(seq: number, bytes: Uint8Array, sections: Sections | null = sectionsOf(bytes)): string | null {
  if (!sections) return null;
  const at = (part: Uint8Array): number => part.byteOffset - bytes.byteOffset;
  const outline = JSON.stringify({
    sections: sections.added.map(({ client, clock, end, structs, bytes: part }) => [
      ...[client, clock, end, structs],
      ...[at(part), at(part) + part.length],
    ]),
    deleted: at(sections.deleted),
  });
  return JSON.stringify({ outline, digest: digest(seq, outline, bytes) });
}

/** The parts of a snapshot, when it and its outline are as they were written. */
export function partsOf(seq: number, bytes: Uint8Array, text: string): Sections | null {
  try {
    const { outline, digest: said } = written.parse(JSON.parse(text));
    if (said !== digest(seq, outline, bytes)) return null;
    const { sections, deleted } = outlineOf.parse(JSON.parse(outline));
    return {
      added: sections.map(([client, clock, end, structs, from, to]) => ({ client, clock, end, structs, bytes: bytes.subarray(from, to) })),
      deleted: bytes.subarray(deleted),
    };
  } catch {
    return null;
  }
}

const digest = (seq: number, outline: string, bytes: Uint8Array): string =>
  createHash('sha256').update(`xieshang/snapshot/v1\n${seq}\n${outline}\n`).update(bytes).digest('hex');
