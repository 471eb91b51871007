// Knows where the invented case is written and what it must look like; holds none of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerKinds, roles, floorKinds } from '@xieshang/meeting';
import { z } from 'zod';

const folder = join(import.meta.dirname, 'sample');
const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const ids = z.array(z.string());

const peopleSchema = z.array(
  z.strictObject({
    account: z.string(),
    name: z.string(),
    role: z.enum([...roles, 'admin']),
    sector: z.optional(z.string()),
    unit: z.optional(z.string()),
    title: z.optional(z.string()),
    seat: z.optional(z.string()),
    /** False: on the roll, without an account. */
    signsIn: z.optional(z.boolean()),
  }),
);

const recommendationsSchema = z.array(
  z.strictObject({
    motionId: z.string(),
    text: z.string(),
    leadUnit: z.string(),
    coUnits: ids,
    dueDate: z.nullable(z.iso.date()),
    /** The texts before, oldest first, where it was revised. */
    drafts: z.optional(ids),
  }),
);

const seconds = z.int();
const courseSchema = z.strictObject({
  convenedAt: z.string(),
  leaves: z.array(z.strictObject({ person: z.string(), reason: z.string() })),
  absent: ids,
  online: ids,
  speeches: z.array(z.strictObject({ requestId: z.string(), seconds })),
  floor: z.array(
    z.strictObject({
      requestId: z.string(),
      person: z.string(),
      topic: z.string(),
      kind: z.enum(floorKinds),
      addressedTo: ids,
      inReplyTo: z.optional(z.string()),
      seconds,
    }),
  ),
  answers: z.array(
    z.strictObject({
      requestId: z.string(),
      department: z.string(),
      kind: z.enum(answerKinds),
      note: z.string(),
      dueDate: z.optional(z.iso.date()),
    }),
  ),
  /** Everybody present and not named here approves. */
  votes: z.array(z.strictObject({ motionId: z.string(), oppose: ids, abstain: ids, notPressed: ids })),
});

const signature = z.strictObject({ by: z.string(), at: z.iso.datetime({ offset: true }) });
const minutesSchema = z.strictObject({
  number: z.string(),
  copyTo: z.string(),
  ...{ submitted: signature, passed: signature, countersigned: signature, issued: signature },
  /** What is written under each heading. */
  prose: z.strictObject({ course: z.string(), recommendations: z.string(), responses: z.string(), requirements: z.string() }),
});

const preparedSchema = z.array(z.looseObject({ requestId: z.string(), stageId: z.string() }));

/** As in a plan, which checks the rest of it. */
export type SampleSpeech = z.infer<typeof preparedSchema>[number];
export type SamplePerson = z.infer<typeof peopleSchema>[number];
export type SampleRecommendation = z.infer<typeof recommendationsSchema>[number];
export type SampleCourse = z.infer<typeof courseSchema>;
export type SampleMinutes = z.infer<typeof minutesSchema>;

export interface SampleFile {
  readonly materialId: string;
  readonly name: string;
  readonly mime: string;
  readonly circle: 'public' | 'members';
  readonly content: Uint8Array;
}

export interface Sample {
  readonly people: readonly SamplePerson[];
  readonly prepared: readonly SampleSpeech[];
  readonly recommendations: readonly SampleRecommendation[];
  readonly course: SampleCourse;
  readonly minutes: SampleMinutes;
  readonly files: readonly SampleFile[];
}

/** Throws when a file is not what it should be. */
export const loadSample = (): Sample => ({
  people: peopleSchema.parse(json('people.json')),
  prepared: preparedSchema.parse(json('prepared.json')),
  recommendations: recommendationsSchema.parse(json('recommendations.json')),
  course: courseSchema.parse(json('course.json')),
  minutes: minutesSchema.parse(json('minutes.json')),
  files: [
    {
      materialId: 'briefing',
      name: '全市产业链招商情况通报.txt',
      mime: 'text/plain',
      circle: 'public',
      content: readFileSync(join(folder, 'briefing.txt')),
    },
    {
      materialId: 'research-report',
      name: '产业链精准招商专题调研报告.docx',
      mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      circle: 'members',
      content: readFileSync(join(folder, 'research-report.docx')),
    },
  ],
});
