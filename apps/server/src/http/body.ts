// Knows how a body is read and refused; not what any of them says.
import { validator } from 'hono/validator';
import { z } from 'zod';
import { Problem } from './problem.ts';

/** The JSON body as the schema has it; 400 otherwise, naming the first place that is wrong. */
export const body = <Schema extends z.ZodType>(schema: Schema) =>
  validator('json', (value): z.output<Schema> => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const at = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
    throw new Problem('Malformed', at === '' ? {} : { at, message: `提交的内容有误（${at}），请检查后再试。` });
  });

/** One line of text, trimmed, not blank, without control characters. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}*$/u);

/** As typed when signing in: any text, bounded, so that nothing is learnt from how it is refused. */
export const typed = (max: number) => z.string().min(1).max(max);
