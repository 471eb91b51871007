// Measures what one update costs that comes in at a steady pace: taken, written, told; one writer, one who looks at the end.
import { sleep } from './harness.ts';
import type { Field, Server } from './targets.ts';
import type { Long } from './text.ts';

export interface FeedRow {
  readonly cpuUsPerUpdate: number;
  readonly secs: number;
}

const perSecond = 4000;

export async function feeding(server: Server, { updates, clocks }: Long, { harness }: Field): Promise<FeedRow> {
  const connected = Promise.withResolvers<void>();
  const writer = new harness.YClient({ ...server.options(0), onSynced: connected.resolve });
  await connected.promise;
  const [began, cpuBefore] = [performance.now(), harness.cpuSeconds(server.pid())];
  for (const [place, update] of updates.entries()) {
    writer.update(update);
    // Paced: a backlog in the server would measure its queue instead of what an update costs.
    if (place % 40 !== 39) continue;
    while ((place + 1) / perSecond > (performance.now() - began) / 1000 || writer.ws.sock.writableLength > 65_536) await sleep(1);
  }
  await holdsAll(server, clocks, { harness });
  const [secs, cpu] = [(performance.now() - began) / 1000, harness.cpuSeconds(server.pid()) - cpuBefore];
  writer.close();
  return { secs, cpuUsPerUpdate: (cpu * 1e6) / updates.length };
}

/** Resolves when somebody who comes now has been told all of it. */
export function holdsAll(server: Server, clocks: ReadonlyMap<number, number>, { harness }: Pick<Field, 'harness'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${server.name}: not everything came`)), 120_000);
    const have = new Map<number, number>();
    const client = new harness.YClient({
      ...server.options(1),
      onUpdate: (body) => {
        for (const [one, clock] of harness.clocks(body)) have.set(one, Math.max(have.get(one) ?? 0, clock));
        if ([...clocks].some(([one, clock]) => (have.get(one) ?? 0) < clock)) return;
        clearTimeout(late);
        client.close();
        resolve();
      },
    });
  });
}
