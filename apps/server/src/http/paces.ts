// Knows how often one person may ask over HTTP, and what is put off while the server is behind; not what is asked.
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Overload } from '../doors/overload.ts';
import { paceOfEach, type Pace, type Rate } from '../doors/pace.ts';
import type { Known } from './guards.ts';
import { Problem } from './problem.ts';

/** Invites for a whole roll are hundreds of requests in a row; a page is a handful. */
const rates = {
  requests: { burst: 600, perSecond: 50 },
  uploads: { burst: 10, perSecond: 10 / 60 },
  exports: { burst: 5, perSecond: 5 / 60 },
  // A playback asks for a page a second and more.
  history: { burst: 60, perSecond: 6 },
  remarks: { burst: 30, perSecond: 0.5 },
  jottings: { burst: 60, perSecond: 1 },
} as const satisfies Readonly<Record<string, Rate>>;

/** Of each person, whatever they sign in on. */
export type Paces = { readonly [Kind in keyof typeof rates]: (account: string) => Pace };

export const personPaces = (clock: () => number): Paces => ({
  requests: paceOfEach(clock, rates.requests),
  uploads: paceOfEach(clock, rates.uploads),
  exports: paceOfEach(clock, rates.exports),
  history: paceOfEach(clock, rates.history),
  remarks: paceOfEach(clock, rates.remarks),
  jottings: paceOfEach(clock, rates.jottings),
});

export function keepPace(pace: Pace): void {
  const retryAfterMs = pace();
  if (retryAfterMs > 0) throw new Problem('TooManyRequests', { retryAfterMs });
}

/** Behind the guard that knows who asks. */
export const paced = ({ paces }: { readonly paces: Paces }, kind: keyof Paces) =>
  createMiddleware<Known>(async (c, next) => {
    keepPace(paces[kind](c.get('who').person.account));
    await next();
  });

/** Files that are taken in or made at once, of all people: each is held in memory as a whole. */
export const filesAtOnce = 4;

export function fewAtOnce(most = filesAtOnce) {
  let open = 0;
  return createMiddleware(async (_c, next) => {
    if (open >= most) throw new Problem('Busy', { retryAfterMs: 1000 });
    open += 1;
    try {
      await next();
    } finally {
      open -= 1;
    }
  });
}

/** Reading a page and ending a session are small; whatever changes something or makes a file can wait. */
const canWait = (c: Context): boolean =>
  c.req.method === 'GET' || c.req.method === 'HEAD'
    ? /\.(docx|csv|xlsx|zip)$|\/(materials|images)\/|\/minutes\/history/.test(c.req.path)
    : c.req.method !== 'DELETE';

/** Said before anything is read or done, so that the same request can simply come again. */
export const putOff = ({ overload }: { readonly overload: Pick<Overload, 'wait'> }) =>
  createMiddleware(async (c, next) => {
    const retryAfterMs = overload.wait();
    if (retryAfterMs > 0 && canWait(c)) throw new Problem('Busy', { retryAfterMs });
    await next();
  });
