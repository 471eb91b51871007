// Knows where the terms and patterns that every committee is given are written, and what one may be; not who uses them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Phrase } from './ports.ts';

/** Text as people write it: no control characters, nothing blank. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}*$/u);

const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const block = z.strictObject({ level, text: line(2000) });
const named = { heading: line(20), title: line(60) };

/** A term goes into the sentence one writes; a pattern has paragraphs and headings of its own, 64 at most. */
export const phraseSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('term'), ...named, blocks: z.tuple([z.strictObject({ level: z.literal(0), text: line(200) })]) }),
  z.strictObject({ kind: z.literal('pattern'), ...named, blocks: z.array(block).min(1).max(64) }),
]);

const file = join(import.meta.dirname, '..', 'templates', 'phrases.json');

/** Throws when the file is not what it should be. */
export const loadPhrases = (): readonly Phrase[] =>
  z
    .array(phraseSchema)
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .map((phrase, index) => ({ id: `usual-${index + 1}`, ...phrase, uses: 0 }));
