// Reads the wishes, lets people in, walks the agenda and prints one line of JSON; the only reader of the environment.
import { availableParallelism } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readArgs, usage, type Wishes } from './args.ts';
import { castOf, stateOf, walk } from './course.ts';
import { frontDoor } from './front-door.ts';
import { gather } from './gathering.ts';
import { ownServer } from './own-server.ts';
import { spreadOf, tenth } from './spread.ts';
import { kept, miscounts } from './verdict.ts';
import { writing } from './writing.ts';
import { isKept, minutesFigures } from './written.ts';

const demoPassword = 'xieshang-demo';
/** A rehearsal that has not ended by then, beside the spread vote, has failed; ms. */
const patience = 300_000;

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

async function rehearse(url: string, { members, typists, secs, account, meeting: original }: Wishes) {
  const door = frontDoor(url, process.env['METRICS_TOKEN'] || null);
  say(`以 ${account} 的身份准备演练……`);
  const password = process.env['REHEARSE_PASSWORD'] || demoPassword;
  const { meeting, secretary, admitted, everybody, leave } = await gather({ url, door, account, password, original, members });
  say(`${everybody.length} 人凭邀请进入了 ${meeting}。`);
  const minutes =
    typists === 0
      ? null
      : writing({ url, document: () => door.minutesDocument(secretary, meeting), everybody, passes: admitted, typists, secs, say });
  const ownLoop = monitorEventLoopDelay({ resolution: 10 });
  try {
    await door.health();
    ownLoop.enable();
    say('同时连接……');
    const joins = await Promise.all(everybody.map((one) => one.join()));
    const { timings, motionIds } = await walk(castOf(everybody), secs, say, minutes);
    say('核对记录……');
    const pictures = await Promise.all(everybody.map((one) => one.confirm()));
    const health = await door.health();
    ownLoop.disable();

    const [anyone] = everybody;
    const wrong = anyone ? motionIds.flatMap((motionId) => miscounts(stateOf(anyone), motionId, everybody)) : [];
    const counted = kept(everybody);
    const heads = new Set(pictures.map(({ seq, head }) => `${seq} ${head}`));
    const chainsBroken = pictures.filter(({ chain }) => chain === 'broken').length;
    const written = minutes?.result() ?? null;
    const textKept = written === null || isKept(written);
    const ok = textKept && wrong.length === 0 && counted.lost === 0 && counted.doubled === 0 && chainsBroken === 0 && heads.size === 1;
    for (const sentence of wrong) say(sentence);
    return {
      ok,
      meeting,
      members,
      people: everybody.length,
      facts: pictures[0]?.seq ?? 0,
      ...counted,
      ...(written === null ? {} : minutesFigures(counted, written, typists)),
      tallies: wrong.length === 0 ? 'right' : 'wrong',
      heads: heads.size,
      chainsBroken,
      reconnects: everybody.reduce((sum, one) => sum + one.reconnects(), 0),
      ms: {
        join: spreadOf(joins),
        checkIn: spreadOf(timings.checkIn),
        fanOut: spreadOf(timings.fanOut),
        voteSpread: spreadOf(timings.voteSpread),
        voteBurst: spreadOf(timings.voteBurst),
      },
      server: health,
      // Slow here means that the figures above say more about this program than about the server.
      driver: { eventLoopP99Ms: tenth(ownLoop.percentile(99) / 1e6), cpus: availableParallelism(), node: process.version },
    };
  } finally {
    minutes?.leave();
    leave();
  }
}

function tooLate(secs: number): { readonly late: Promise<never>; readonly off: () => void } {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('演练没有按时结束。')), patience + secs * 1000);
  return { late: promise, off: () => clearTimeout(timer) };
}

async function main(): Promise<number> {
  const wishes = readArgs(process.argv.slice(2));
  if ('wrong' in wishes) {
    say(`${wishes.wrong}\n\n${usage}`);
    return 2;
  }
  if (wishes.url === null) say('正在启动演练用的服务器……');
  const own = wishes.url === null ? await ownServer() : null;
  const end = async (): Promise<void> => own?.end();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => void end().finally(() => process.exit(130)));
  const { late, off } = tooLate(wishes.secs);
  try {
    const report = await Promise.race([rehearse(own?.url ?? wishes.url ?? '', wishes), late]);
    process.stdout.write(`${JSON.stringify(report)}\n`);
    return report.ok ? 0 : 1;
  } finally {
    off();
    await end();
  }
}

try {
  process.exit(await main());
} catch (error) {
  say(`演练失败：${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
