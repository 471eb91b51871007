// Knows where the committee's defaults and the stage templates are written; holds none of their numbers (law 8).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rules, Stage } from '@xieshang/meeting';
import { planSchema, rulesSchema } from '@xieshang/protocol/up';
import { z } from 'zod';

export interface Template {
  readonly templateId: string;
  readonly name: string;
  readonly stages: readonly Stage[];
}

export interface CommitteeDefaults {
  readonly rules: Rules;
  readonly templates: readonly Template[];
  readonly sectors: readonly string[];
}

const folder = join(import.meta.dirname, '..', 'templates');
const templateFiles = ['full-flow.json'];

const templateSchema = z.strictObject({ templateId: z.string(), name: z.string(), stages: planSchema.shape.stages });
const defaultsSchema = z.strictObject({ rules: rulesSchema, sectors: z.array(z.string()) });

const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** Throws when a file is not what it should be: better at the start than in a meeting. */
export const loadDefaults = (): CommitteeDefaults => ({
  ...defaultsSchema.parse(read('committee-defaults.json')),
  templates: templateFiles.map((name) => templateSchema.parse(read(name))),
});
