// Measures people who come to a long document: to a server that has just started, to one that has it, all at once, and after having lacked a little.
import { sleep, type YClient } from './harness.ts';
import type { Field, Server } from './targets.ts';
import type { Long } from './text.ts';

export interface JoinRow {
  readonly coldMs: number;
  readonly warmMs: number;
  readonly warmCpuMs: number;
  readonly herdMs: number;
  readonly herdCpuMs: number;
  readonly backMs: number;
  readonly backCpuMs: number;
  readonly backBytes: number;
  readonly rss: number;
}

interface Joined {
  readonly ms: number;
  readonly client: YClient;
  /** Of updates so far. */
  bytes(): number;
}

export interface JoinSize {
  readonly joiners: number;
  readonly herd: number;
}

/** The server must have just started. */
export async function joining(server: Server, long: Long, { joiners, herd }: JoinSize, { harness }: Field): Promise<JoinRow> {
  /** Done when everything the document holds has arrived, in however many frames. */
  const join = (number: number, away: Long['away'] | null = null): Promise<Joined> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${server.name}: the text did not come`)), 120_000);
      const have = new Map<number, number>();
      let bytes = 0;
      let lacks = true;
      const began = performance.now();
      const onUpdate = (body: Uint8Array, at: number): void => {
        bytes += body.length;
        if (!lacks) return;
        for (const [client, clock] of harness.clocks(body)) have.set(client, Math.max(have.get(client) ?? 0, clock));
        if (away === null && [...long.clocks].some(([client, clock]) => (have.get(client) ?? 0) < clock)) return;
        if (away !== null && !reachesAll(have, away, long)) return;
        lacks = false;
        clearTimeout(late);
        resolve({ ms: at - began, client, bytes: () => bytes });
      };
      const client = new harness.YClient({ ...server.options(number), stateVector: away?.vector, onUpdate });
      if (away) client.stateFor = () => away.answer;
    });

  const cpu = (): number => harness.cpuSeconds(server.pid()) * 1000;
  const cold = await join(0);
  const warm: number[] = [];
  let before = cpu();
  for (let one = 0; one < joiners; one += 1) {
    const { ms, client } = await join(one);
    warm.push(ms);
    client.close();
    await sleep(20);
  }
  const warmCpuMs = (cpu() - before) / joiners;

  const back: number[] = [];
  let backBytes = 0;
  before = cpu();
  for (let one = 0; one < joiners; one += 1) {
    const joined = await join(one, long.away);
    back.push(joined.ms);
    // What comes after the letters, of what was deleted, counts too.
    await sleep(60);
    backBytes = Math.max(backBytes, joined.bytes());
    joined.client.close();
  }
  const backCpuMs = (cpu() - before) / joiners;
  await sleep(300);

  before = cpu();
  const began = performance.now();
  const all = await Promise.all(Array.from({ length: herd }, (_, one) => join(one)));
  const herdMs = performance.now() - began;
  const herdCpuMs = (cpu() - before) / herd;
  const rss = harness.rssMB(server.pid());
  for (const { client } of [cold, ...all]) client.close();
  return {
    ...{ coldMs: cold.ms, warmMs: harness.quantile(warm, 0.5), warmCpuMs, herdMs, herdCpuMs },
    ...{ backMs: harness.quantile(back, 0.5), backCpuMs, backBytes, rss },
  };
}

/** With what they held before, they hold all. */
function reachesAll(have: ReadonlyMap<number, number>, { held }: Long['away'], { clocks }: Long): boolean {
  return [...clocks].every(([client, clock]) => Math.max(have.get(client) ?? 0, held.get(client) ?? 0) >= clock);
}
