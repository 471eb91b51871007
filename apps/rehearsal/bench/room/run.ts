// One measurement of one server at one size, in a process of its own: what is opened, said, voted and joined, and how long it takes.
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { crowd, type Crowd } from './crowd.ts';
import { openHarness, type Harness, type RawClient, type Target, type Words } from './harness.ts';
import { startOurs } from './our-server.ts';
import { ourWords } from './our-words.ts';
import { seededMeeting, seededMotion, type Seeded } from './seed.ts';
import { median, quantile, round } from './statistics.ts';

export interface Wanted {
  readonly harness: string;
  readonly target: 'ws' | 'sio' | 'ours';
  /** Members that are in. */
  readonly m: number;
  /** For ours only. */
  readonly seeded?: Seeded;
  readonly env?: Readonly<Record<string, string>>;
  /** Events said in one turn, each size measured. */
  readonly bursts: readonly number[];
  readonly fanouts: number;
  readonly storms: readonly ('spread' | 'atOnce')[];
  readonly stormRounds: number;
  readonly joiners: number;
  readonly joinRounds: number;
  readonly snapshotKb: number;
  readonly profileTo?: string;
}

/** Flat figures by name; `fan8P50` is the median of eight events in a turn. */
export type Measured = Readonly<Record<string, number>>;

interface Scene {
  readonly wanted: Wanted;
  readonly harness: Harness;
  readonly words: Words;
  readonly server: Target;
  readonly all: Crowd;
  readonly members: readonly RawClient[];
  readonly chair: RawClient;
}

/** ms; longer and something was lost. */
const patience = 60_000;

const within = <Value>(what: string, run: (resolve: (value: Value) => void) => void): Promise<Value> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${what}: not all came`)), patience);
    run((value) => {
      clearTimeout(late);
      resolve(value);
    });
  });

async function fanOut(
  { wanted: { m, fanouts }, harness, words, server, all, members, chair }: Scene,
  burst: number,
  from: number,
): Promise<Measured> {
  const isMember = new Set(members);
  let said = from;
  const rounds = async (count: number): Promise<number[]> => {
    const took: number[] = [];
    for (let turn = 0; turn < count; turn += 1) {
      const first = said;
      const frames = Buffer.concat(Array.from({ length: burst }, (_, place) => harness.frame(words.say(first + place, ''))));
      said += burst;
      let left = m * burst;
      const at = performance.now();
      await within<void>(`fan-out ${first}`, (done) => {
        all.onMark = (kind, n, client) => {
          if (kind === 's' && n >= first && isMember.has(client) && (left -= 1) === 0) done();
        };
        chair.sendFrame(frames);
      });
      took.push(performance.now() - at);
      await sleep(5);
    }
    return took;
  };
  await rounds(Math.ceil(fanouts / 5));
  const cpu = harness.cpuSeconds(server.pid);
  const took = await rounds(fanouts);
  const name = `fan${burst}`;
  return {
    [`${name}P50`]: quantile(took, 0.5),
    [`${name}P99`]: quantile(took, 0.99),
    [`${name}CpuUs`]: ((harness.cpuSeconds(server.pid) - cpu) * 1e6) / (fanouts * m * burst),
  };
}

async function vote(
  { wanted: { m, stormRounds }, harness, words, server, all, members }: Scene,
  window: number,
  from: number,
): Promise<Measured> {
  const storm = async (turn: number): Promise<{ total: number; answers: readonly number[] }> => {
    const sent = new Float64Array(m);
    const first = from + turn * m;
    const frames = members.map((_, place) => harness.frame(words.ballot(first + place, turn)));
    const answers: number[] = [];
    const start = performance.now();
    const answered = within<void>('the vote', (done) => {
      all.onMark = (kind, n) => {
        if (kind !== 'b' || n < first) return;
        answers.push(performance.now() - (sent[n - first] ?? 0));
        if (answers.length === m) done();
      };
    });
    for (let next = 0; next < m;) {
      const passed = performance.now() - start;
      for (; next < m && (next / m) * window <= passed; next += 1) {
        sent[next] = performance.now();
        const frame = frames[next];
        if (frame) members[next]?.sendFrame(frame);
      }
      if (next < m) await sleep(1);
    }
    await answered;
    return { total: performance.now() - start, answers };
  };
  await storm(0);
  await sleep(600);
  const cpu = harness.cpuSeconds(server.pid);
  const storms = [];
  for (let turn = 1; turn <= stormRounds; turn += 1) {
    storms.push(await storm(turn));
    await sleep(600);
  }
  const name = window > 0 ? 'spread' : 'atOnce';
  return {
    [`${name}All`]: median(storms.map(({ total }) => total)),
    [`${name}AckP50`]: median(storms.map(({ answers }) => quantile(answers, 0.5))),
    [`${name}AckP99`]: median(storms.map(({ answers }) => quantile(answers, 0.99))),
    [`${name}CpuUs`]: ((harness.cpuSeconds(server.pid) - cpu) * 1e6) / (stormRounds * m),
  };
}

async function joins({ wanted: { m, joiners, joinRounds }, harness, server, all }: Scene): Promise<Measured> {
  all.onMark = null;
  const totals: number[] = [];
  let cpu = 0;
  const before = harness.rssMB(server.pid);
  // The first time is for warming up.
  for (let turn = 0; turn <= joinRounds; turn += 1) {
    const from = harness.cpuSeconds(server.pid);
    const at = performance.now();
    const { list } = await all.open(joiners, joiners, true, m + 1);
    if (turn > 0) {
      totals.push(performance.now() - at);
      cpu += harness.cpuSeconds(server.pid) - from;
    }
    for (const client of list) leave(client);
    await sleep(300);
  }
  return {
    joinAll: median(totals),
    joinCpuMs: (cpu * 1000) / (joinRounds * joiners),
    joinRssMb: harness.rssMB(server.pid) - before,
    joinBytes: all.snapshotBytes(),
  };
}

function leave(client: RawClient): void {
  client.wanted = true;
  client.close();
}

async function measure(wanted: Wanted): Promise<Measured> {
  const harness = await openHarness(wanted.harness);
  const { m, seeded } = wanted;
  // By place: members, the chair, whoever joins later.
  const cookies = seeded ? [...seeded.members.slice(0, m), seeded.chair, ...seeded.members.slice(m)] : [];
  const words =
    wanted.target === 'ours'
      ? ourWords(seededMeeting, seededMotion, cookies, seeded?.seq ?? 0)
      : wanted.target === 'ws'
        ? harness.ws
        : harness.sio();
  const env = { SNAPSHOT_KB: String(wanted.snapshotKb), ...wanted.env };
  const server = seeded
    ? await startOurs(seeded.folder, wanted.profileTo)
    : await harness.startTarget(
        `targets/room-${wanted.target}.mjs`,
        env,
        wanted.profileTo ? ['--cpu-prof', `--cpu-prof-dir=${wanted.profileTo}`] : [],
      );
  try {
    const all = crowd(harness, words, `ws://127.0.0.1:${server.port}`, wanted.snapshotKb);
    await sleep(500);
    const [rss, cpu, at] = [harness.rssMB(server.pid), harness.cpuSeconds(server.pid), performance.now()];
    const { list: members } = await all.open(m, 64, false, 0);
    const connectMs = (performance.now() - at) / m;
    const connectCpuMs = ((harness.cpuSeconds(server.pid) - cpu) * 1000) / m;
    const [chair] = (await all.open(1, 1, false, m)).list;
    if (!chair) throw new Error('no chair');
    await sleep(700);
    const connection = { connectMs, connectCpuMs, rssKbPerConnection: ((harness.rssMB(server.pid) - rss) * 1024) / m };
    const scene: Scene = { wanted, harness, words, server, all, members, chair };
    const figures: Measured[] = [connection];
    let from = 0;
    for (const burst of wanted.bursts) {
      figures.push(await fanOut(scene, burst, from));
      from += burst * wanted.fanouts * 2;
    }
    if (wanted.storms.length > 0 && words.beforeBallots) {
      chair.send(words.beforeBallots);
      await sleep(300);
    }
    from = 0;
    for (const storm of wanted.storms) {
      figures.push(await vote(scene, storm === 'spread' ? 1000 : 0, from));
      from += m * (wanted.stormRounds + 1);
    }
    if (wanted.joiners > 0) figures.push(await joins(scene));
    for (const client of [...members, chair]) leave(client);
    return Object.fromEntries(Object.entries(Object.assign({}, ...figures)).map(([name, value]) => [name, round(Number(value))]));
  } finally {
    await server.stop(wanted.profileTo === undefined ? 'SIGTERM' : 'SIGINT');
  }
}

const wanted: Wanted = JSON.parse(await text(process.stdin));
process.stdout.write(`${JSON.stringify(await measure(wanted))}\n`);
process.exit(0);
