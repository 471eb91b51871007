// Knows the server's HTTP as far as a rehearsal needs it; nothing of what is live.
import { meetingId, personId, type MeetingId, type PersonId } from '@xieshang/meeting';

export interface Ticket {
  readonly person: PersonId;
  readonly token: string;
}

export interface FrontDoor {
  /** Answers with the cookie of the session. */
  signIn(account: string, password: string): Promise<string>;
  /** Clones a meeting with so many members; answers with everybody's token. */
  clone(cookie: string, original: string, members: number): Promise<{ readonly meeting: MeetingId; readonly tickets: readonly Ticket[] }>;
  /** One device lets itself in; answers with its cookies. */
  redeem(ticket: Ticket): Promise<string>;
  /** The name of the document in which the minutes of a meeting are written. */
  minutesDocument(cookie: string, meeting: MeetingId): Promise<string>;
  /** The server's own figures, or null where they are not shown to us. */
  health(): Promise<Health | null>;
}

export interface Health {
  /** Since it was last asked, ms. */
  readonly eventLoopP99Ms: number;
  readonly rssMb: number;
}

export function frontDoor(url: string, metricsToken: string | null): FrontDoor {
  const post = async (path: string, body: unknown, cookie?: string): Promise<Response> => {
    const response = await asAPageDoes(() =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url, ...(cookie === undefined ? {} : { cookie }) },
        body: JSON.stringify(body),
      }),
    ).catch((error: unknown) => {
      throw new Error(`连不上 ${url}。`, { cause: error });
    });
    if (!response.ok) throw new Error(`${path} 回答 ${response.status}：${await response.text()}`);
    return response;
  };

  return {
    signIn: async (account, password) => cookiesOf(await post('/api/session', { account, password })),
    clone: async (cookie, original, members) => {
      const wanted = `yanlian-${Date.now().toString(36)}`;
      const response = await post(`/api/meetings/${original}/rehearsal`, { meeting: wanted, members }, cookie);
      const { meeting, invites }: Clone = JSON.parse(await response.text());
      return { meeting: meetingId(meeting), tickets: invites.map(({ person, token }) => ({ person: personId(person), token })) };
    },
    redeem: async ({ token }) => {
      const response = await post('/api/invites/redeem', { token });
      await response.arrayBuffer();
      return cookiesOf(response);
    },
    minutesDocument: async (cookie, meeting) => {
      const response = await fetch(`${url}/api/meetings/${meeting}`, { headers: { cookie } });
      if (!response.ok) throw new Error(`/api/meetings/${meeting} 回答 ${response.status}：${await response.text()}`);
      const { minutesDocument }: { readonly minutesDocument: string } = JSON.parse(await response.text());
      return minutesDocument;
    },
    health: async () => {
      const headers: Record<string, string> = metricsToken === null ? {} : { authorization: `Bearer ${metricsToken}` };
      const response = await fetch(`${url}/metrics`, { headers });
      return response.ok ? healthOf(await response.text()) : null;
    },
  };
}

/** A server that is busy says so before it has done anything: the same comes again, as often as a page tries. */
export async function asAPageDoes(ask: () => Promise<Response>): Promise<Response> {
  for (let left = 20; ; left -= 1) {
    const response = await ask();
    const after = response.headers.get('retry-after');
    if (response.status !== 503 || after === null || left === 0) return response;
    await response.arrayBuffer();
    await new Promise((resolve) => setTimeout(resolve, 1000 * Number(after)));
  }
}

interface Clone {
  readonly meeting: string;
  readonly invites: readonly { readonly person: string; readonly token: string }[];
}

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');

/** The two figures out of a page of Prometheus text; null when they are not on it. */
export function healthOf(page: string): Health | null {
  const figure = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(page)?.[1] ?? Number.NaN);
  const lag = figure('nodejs_eventloop_lag_p99_seconds');
  const memory = figure('process_resident_memory_bytes');
  if (!Number.isFinite(lag) || !Number.isFinite(memory)) return null;
  return { eventLoopP99Ms: Math.round(lag * 10_000) / 10, rssMb: Math.round(memory / 2 ** 20) };
}
