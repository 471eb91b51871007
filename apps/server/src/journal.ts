// Knows which fields are ever written to the log: never names, texts, choices or tokens.
import pino from 'pino';

export interface RequestNote {
  readonly method: string;
  /** The pattern, never the address. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

export interface Where {
  readonly kind: string;
  readonly route?: string;
  readonly meeting?: string;
  readonly seq?: number;
  readonly commandType?: string;
}

export interface Journal {
  request(note: RequestNote): void;
  /** Where it broke; the message stays out, it may quote what people wrote. */
  trouble(where: Where, error: unknown): void;
}

/** One JSON line each, on the error stream: the other one speaks to people. */
export function journal(level: string): Journal {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.epochTime }, pino.destination({ dest: 2, sync: true }));
  return {
    request: ({ method, route, status, ms }) => log[status >= 500 ? 'warn' : 'info']({ method, route, status, ms }),
    trouble: ({ kind, route, meeting, seq, commandType }, error) =>
      log.error({ kind, route, meeting, seq, commandType, ...traceOf(error) }),
  };
}

function traceOf(error: unknown): {
  readonly error: string;
  readonly code?: string;
  readonly errcode?: number;
  readonly at?: readonly string[];
} {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  // SQLite's own number, which says more than its name.
  const number = 'errcode' in error && typeof error.errcode === 'number' ? { errcode: error.errcode } : {};
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, ...code, ...number, at: frames.slice(0, 8).map((line) => line.trim()) };
}
