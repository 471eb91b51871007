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

const errorStream = 2;
/** What is kept of lines that cannot be written, bytes. */
const keptBytes = 1024 * 1024;

/** One JSON line each, on the error stream: the other one speaks to people. Never throws: a disk too full for a line must stop no meeting. */
export function journal(level: string, dest: number = errorStream): Journal {
  const lines = pino.destination({ dest, sync: true, maxLength: keptBytes });
  lines.on('error', () => undefined);
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.epochTime }, lines);
  return {
    request: ({ method, route, status, ms }) => attempt(() => log[status >= 500 ? 'warn' : 'info']({ method, route, status, ms })),
    trouble: ({ kind, route, meeting, seq, commandType }, error) =>
      attempt(() => log.error({ kind, route, meeting, seq, commandType, ...traceOf(error) })),
  };
}

function attempt(write: () => void): void {
  try {
    write();
  } catch {
    // There is nowhere left to say it.
  }
}

export function traceOf(error: unknown): {
  readonly error: string;
  readonly code?: string;
  readonly errcode?: number;
  readonly at?: readonly string[];
} {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  // SQLite's own number, which says more than its name.
  const number = 'errcode' in error && typeof error.errcode === 'number' ? { errcode: error.errcode } : {};
  // The stack begins with the message, and a message may be as many lines as somebody typed.
  const { stack = '', message } = error;
  const frames = stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  return { error: error.name, ...code, ...number, at: frames.slice(0, 8).map((line) => line.trim()) };
}
