// Knows what holds for every request and answer: origin, size, headers, errors; no resource.
import type { Context, ErrorHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import { TooManyWaiting } from '../desk.ts';
import type { HttpDeps } from './deps.ts';
import { Problem } from './problem.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A wrong or null Origin is refused everywhere; a missing one only where something could change. */
export const ourOriginOnly = ({ origin }: Pick<HttpDeps, 'origin'>) =>
  createMiddleware(async (c, next) => {
    const given = c.req.header('origin');
    if (given === undefined ? !safe.has(c.req.method) : !origin.accepts(given)) throw new Problem('WrongOrigin');
    await next();
  });

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // antd writes its styles into the page while it runs; inline style is the only way it knows.
  "style-src 'self' 'unsafe-inline'",
  // `self` does not cover WebSocket in older Safari.
  "connect-src 'self' ws: wss:",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  // Materials are shown in a frame of our own pages.
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** A route may set a policy of its own (materials do). */
export const safeHeaders = ({ https }: Pick<HttpDeps, 'https'>) =>
  createMiddleware(async (c, next) => {
    await next();
    const { headers } = c.res;
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('cross-origin-resource-policy', 'same-origin');
    // Browsers heed these two over https only, and complain of the second otherwise.
    if (https) headers.set('strict-transport-security', 'max-age=31536000');
    if (https) headers.set('cross-origin-opener-policy', 'same-origin');
    if (c.req.path.startsWith('/api/') && !headers.has('cache-control')) headers.set('cache-control', 'no-store');
  });

const kilobyte = 1024;
/** Bytes. A plan may hold 2,000 people and 200 recommendations. */
const limits = {
  archive: 256 * 1024 * kilobyte,
  material: 20 * 1024 * kilobyte,
  image: 5 * 1024 * kilobyte,
  draft: 4 * 1024 * kilobyte,
  other: 64 * kilobyte,
};

function limitOf(path: string): number {
  if (path === '/api/archives') return limits.archive;
  const [, kind] = /^\/api\/meetings\/[^/]+\/(materials|images)\//.exec(path) ?? [];
  if (kind !== undefined) return kind === 'images' ? limits.image : limits.material;
  return path.endsWith('/draft') ? limits.draft : limits.other;
}

/** What does not say how much it is would be read before anybody knows who sends it: then it may only be little. */
const limitFor = (c: Context): number => (c.req.header('content-length') === undefined ? limits.other : limitOf(c.req.path));

const tooLarge = (): never => {
  throw new Problem('TooLarge');
};
const limiters = new Map(Object.values(limits).map((maxSize) => [maxSize, bodyLimit({ maxSize, onError: tooLarge })]));

export const limitedBody = createMiddleware(async (c, next) => limiters.get(limitFor(c))?.(c, next));

/** Where the name of a refusal is kept for whoever counts them. */
export const problemKey = 'problem';

/** Every error becomes one body shape; what was not foreseen is written down and not told. */
export const problems =
  ({ journal }: Pick<HttpDeps, 'journal'>): ErrorHandler =>
  (error, c) => {
    const problem = problemOf(error);
    if (problem.type === 'Unforeseen' || problem.type === 'NotStored') journal.trouble({ kind: problem.type, route: routePath(c) }, error);
    return answer(c, problem);
  };

export function answer(c: Context, problem: Problem): Response {
  c.set(problemKey, problem.type);
  const wait = problem.more['retryAfterMs'];
  if (typeof wait === 'number') c.header('retry-after', String(Math.ceil(wait / 1000)));
  return c.json(problem.body, problem.status);
}

/** Busy, read-only, input/output error, full. */
const notStored = new Set([5, 8, 10, 13]);

/** Whoever asked has gone in the midst of the body: nobody hears the answer, and nothing of ours has failed. */
const isHungUp = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ECONNRESET';

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TooManyWaiting) return new Problem('Busy', { retryAfterMs: 2000 });
  if (error instanceof HTTPException) return new Problem(error.status === 413 ? 'TooLarge' : 'Malformed');
  if (isHungUp(error)) return new Problem('Malformed');
  const code = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
  const full = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EROFS' || error.code === 'EIO');
  return new Problem(notStored.has(code) || full ? 'NotStored' : 'Unforeseen');
}
