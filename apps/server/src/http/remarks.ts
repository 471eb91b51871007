// Knows how remarks on minutes are read, written and seen over HTTP; not which of them are taken (rules B).
import { Hono } from 'hono';
import { z } from 'zod';
import { personId } from '@xieshang/meeting';
import { isAnchor, remarkId, remarkLimits as limits, type Anchor, type RemarkAct } from '@xieshang/minutes';
import { isId } from '@xieshang/protocol/up';
import type { RemarkAnswer } from '../remarks.ts';
import { body, text } from './body.ts';
import type { HttpDeps } from './deps.ts';
import { afterParam, atMeeting } from './guards.ts';
import { paced } from './paces.ts';
import { Problem, type ProblemType } from './problem.ts';

/** Entries in one answer. */
const entriesAtOnce = 500;

const isSound = (words: string): boolean => words.isWellFormed() && /^(?:\P{Cc}|\n)*$/u.test(words);
/** Lines of text that may be blank. */
const lines = (max: number) => z.string().max(max).refine(isSound);
const saying = z.string().trim().min(1).max(limits.text).refine(isSound);
const oneLine = (max: number) => lines(max).refine((words) => !words.includes('\n'));

const named = z
  .string()
  .refine(isId)
  .transform((name) => remarkId(name));
const mentions = z.array(z.string().refine(isId).transform(personId)).max(limits.mentions);
const place = z.string().max(50);
const anchor: z.ZodType<Anchor, unknown> = z
  .strictObject({ from: place, to: place, behind: place, ahead: place, quote: lines(limits.quote), before: lines(limits.before) })
  .refine(isAnchor);

const act: z.ZodType<RemarkAct, unknown> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('comment'), anchor, text: saying, mentions }).refine(({ anchor: { quote } }) => quote !== ''),
  z
    .strictObject({ type: z.literal('suggest'), anchor, replacement: oneLine(limits.replacement), text: lines(limits.text), mentions })
    .refine(({ anchor: { quote }, replacement }) => quote !== replacement && !quote.includes('\n')),
  z.strictObject({ type: z.literal('reply'), remark: named, text: saying, mentions }),
  z.strictObject({ type: z.enum(['resolve', 'reopen', 'accept', 'withdraw']), remark: named }),
  z.strictObject({ type: z.literal('decline'), remark: named, reason: text(limits.reason) }),
]);

const asked = z.strictObject({ id: named, act });
const seen = z.strictObject({ entries: z.array(z.int().min(1)).min(1).max(entriesAtOnce) });

/** How each no is said; what may not be read is not there. */
const problems = {
  UnknownMeeting: 'NotFound',
  UnknownRemark: 'NotFound',
  NotPermitted: 'NotPermitted',
  NotYourRemark: 'NotPermitted',
  RemarksClosed: 'RemarksClosed',
  RemarkSettled: 'RemarkSettled',
  NotMentionable: 'NotMentionable',
  TooManyRemarks: 'TooManyRemarks',
  RemarkIdTaken: 'RemarkIdTaken',
} as const satisfies Readonly<Record<Extract<RemarkAnswer, { ok: false }>['refusal']['type'], ProblemType>>;

export const remarkRoutes = (deps: HttpDeps) =>
  new Hono()
    .get('/:meeting/remarks', atMeeting(deps), async (c) => {
      const after = afterParam(c);
      const read = await deps.remarks.readFor(c.get('meeting').meeting, c.get('who').person.account, after, entriesAtOnce);
      if (!read) throw new Problem('NotFound');
      return c.json(read);
    })
    .post('/:meeting/remarks', atMeeting(deps), paced(deps, 'remarks'), body(asked), async (c) => {
      const { meeting } = c.get('meeting');
      const { account } = c.get('who').person;
      // To those who may not read them they are not there.
      if (!(await deps.remarks.readFor(meeting, account, 0, 0))) throw new Problem('NotFound');
      const answer = await deps.remarks.put(meeting, account, c.req.valid('json'));
      if (answer.ok) return c.json({ seq: answer.seq });
      const { type, ...more } = answer.refusal;
      throw new Problem(problems[type], more);
    })
    .put('/:meeting/remarks/seen', atMeeting(deps), body(seen), async (c) => {
      const { entries } = c.req.valid('json');
      if (!(await deps.remarks.see(c.get('meeting').meeting, c.get('who').person.account, entries))) throw new Problem('NotFound');
      return c.body(null, 204);
    });
