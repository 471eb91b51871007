// Knows how the server tells machines that it is well; no resource of people.
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { noMeters } from '../meters.ts';
import { hashOf } from '../tokens.ts';
import type { HttpDeps } from './deps.ts';
import { Problem } from './problem.ts';
import { problemKey } from './protect.ts';

/** The registry of one server, so that two in one process (tests) do not meet. */
export function newRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** Counts and times every request by its pattern, and notes it down. */
export function measured({ journal, meters = noMeters }: Pick<HttpDeps, 'journal' | 'meters'>, registry: Registry): MiddlewareHandler {
  const seconds = new Histogram({
    name: 'xieshang_http_seconds',
    help: 'HTTP requests by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers: [registry],
  });
  return async (c, next) => {
    const begun = performance.now();
    await next();
    const ms = performance.now() - begun;
    const route = routePath(c);
    seconds.observe({ method: c.req.method, route, status: c.res.status }, ms / 1000);
    const problem: unknown = c.get(problemKey);
    if (typeof problem === 'string') meters.refused('http', problem);
    journal.request({ method: c.req.method, route, status: c.res.status, ms: Math.round(ms) });
  };
}

export const healthRoutes = (deps: HttpDeps, registry: Registry) =>
  new Hono()
    .get('/healthz', (c) => c.json({ ok: true, version: deps.version }))
    .get('/readyz', async (c) => {
      const readiness = await deps.store.ready();
      if (readiness === 'diskIsFull') throw new Problem('DiskIsFull');
      if (readiness === 'diskRefuses') throw new Problem('DiskRefuses');
      return c.json({ ok: true });
    })
    .get('/metrics', async (c) => {
      if (!fromThisMachine(c) && !hasToken(c, deps.metricsToken)) throw new Problem('NotPermitted');
      return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType });
    });

/** A proxy on this machine says for whom it asks; then it is not this machine that asks. */
function fromThisMachine(c: Context): boolean {
  const env = c.env as { readonly incoming?: { readonly socket: { readonly remoteAddress?: string } } } | undefined;
  const address = env?.incoming?.socket.remoteAddress ?? '';
  const proxied = c.req.header('x-forwarded-for') ?? c.req.header('forwarded');
  return proxied === undefined && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);
}

function hasToken(c: Context, token: string | null): boolean {
  const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  // Hashes have one length, whatever was sent.
  return token !== null && given !== undefined && timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(hashOf(token)));
}
