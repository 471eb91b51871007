// Knows how a door of the server is knocked at and how a no comes back; not which doors there are.
import { errorWords } from '../words/errors.ts';
import { refusalSentence } from '../words/refusals.ts';

/** A no of the server, or no answer at all (`status` 0). `message` is one Chinese sentence. */
export class HttpError extends Error {
  readonly status: number;
  readonly type: string;
  /** Whatever else the answer held. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(status: number, type: string, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.type = type;
    this.more = more;
  }

  /** ms until another try is taken; 0 when nothing was said. */
  get retryAfterMs(): number {
    const ms = this.more['retryAfterMs'];
    return typeof ms === 'number' ? ms : 0;
  }
}

export const isHttpError = (error: unknown, type?: string): error is HttpError =>
  error instanceof HttpError && (type === undefined || error.type === type);

/** The sentence to show for anything caught. */
export const messageOf = (error: unknown): string => (error instanceof HttpError ? error.message : errorWords.Unforeseen);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** The error an answer of that status and body stands for; ours first, then the server's own sentence. */
export function errorFrom(status: number, body: unknown): HttpError {
  const error = isRecord(body) && isRecord(body['error']) ? body['error'] : {};
  const type = typeof error['type'] === 'string' ? error['type'] : `Status${status}`;
  const said = typeof error['message'] === 'string' ? error['message'] : refusalSentence({ type });
  return new HttpError(status, type, said, error);
}

/** Answers given before anything is done: the same request may simply come again. */
const passing: ReadonlySet<string> = new Set(['Busy', 'TooManyRequests']);
const triesWhileBusy = 20;

let busy: () => void = () => undefined;
/** Told each time that the server puts a request off. */
export const onBusy = (listener: () => void): void => void (busy = listener);

/** Asks again, when the server says it may, as long as it is only put off. */
export async function whileBusy<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let left = triesWhileBusy; ; left -= 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof HttpError && passing.has(error.type) && left > 0)) throw error;
      busy();
      await new Promise((resolve) => setTimeout(resolve, error.retryAfterMs));
    }
  }
}

interface Knock {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** The answer's JSON, or `undefined` for 204. Throws only `HttpError`. */
export const knock = <Answer>(path: string, how: Knock = {}): Promise<Answer> => whileBusy(() => once<Answer>(path, how));

async function once<Answer>(path: string, { method = 'GET', body, signal }: Knock): Promise<Answer> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: body === undefined ? { accept: 'application/json' } : { accept: 'application/json', 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch(() => {
    throw new HttpError(0, 'NoAnswer', errorWords.NoAnswer);
  });
  if (response.status === 204) return undefined as Answer;
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw errorFrom(response.status, answer);
  return answer as Answer;
}

/** A part of an address made of a foreign text. */
export const part = (text: string): string => encodeURIComponent(text);
