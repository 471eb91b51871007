// P11: backups are taken while people meet and write, one is restored, and everything is compared. Knows the commands only as an operator does.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asAPageDoes, frontDoor } from '../../src/front-door.ts';
import { lastLine, runOwn, serverProcess, type Ended } from '../child.ts';
import type { Failure, Outcome, Programme, Size } from '../programme.ts';
import { comparePrefixes, hasDraft, headsOf } from './compare.ts';
import { stopUnderLoad } from './stop.ts';

const sizes = {
  short: { members: 12, typists: 3, secs: 1, stopping: 6 },
  full: { members: 300, typists: 20, secs: 20, stopping: 40 },
} as const satisfies Record<Size, object>;

const keeper = 'apps/server/src/keeper.ts';
/** ms; what a restoration may take. */
const restoreWithin = 300_000;
/** ms; what a polite end may take. */
const stopWithin = 3000;

interface Backup {
  readonly path: string;
  /** The newest number of each log when it was asked for. */
  readonly heads: ReadonlyMap<string, number>;
  /** A draft whose saving was acknowledged before that. */
  readonly marker: string;
  readonly ms: number;
}

/** Sentences about what is not as it must be. */
type Wrong = string[];

export const p11: Programme = {
  name: 'P11',
  title: '会开着时备份，再恢复、核对，并在压力下正常停止',
  run: async (size) => {
    const place = await mkdtemp(join(tmpdir(), 'xieshang-p11-'));
    try {
      return await run(place, size);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  },
};

async function run(place: string, size: Size): Promise<Outcome> {
  const { members, typists, secs, stopping } = sizes[size];
  const wrong: Wrong = [];
  const [data, backups, restored] = [join(place, 'data'), join(place, 'backups'), join(place, 'restored')];
  const server = await serverProcess(data);
  try {
    const { taken, load } = await backUpUnderLoad(
      server.url,
      data,
      backups,
      ['--members', members, '--typists', typists, '--secs', secs],
      wrong,
    );
    const figures = lastLine(load.stdout);
    if (load.code !== 0 || figures['ok'] !== true) wrong.push(`the load failed: ${load.stdout}${load.stderr}`);
    const compared = taken.map(({ path, heads, marker }) => {
      const one = comparePrefixes(join(path, 'database.sqlite'), join(data, 'xieshang.sqlite'));
      wrong.push(...one.differences);
      const there = headsOf(join(path, 'database.sqlite'));
      for (const [log, seq] of heads)
        if ((there.get(log) ?? 0) < seq) wrong.push(`${log} ends at ${there.get(log) ?? 0} in a backup begun at ${seq}`);
      if (!hasDraft(join(path, 'database.sqlite'), marker)) wrong.push(`${marker} was acknowledged before the backup and is not in it`);
      return one;
    });
    const moved = (compared.at(-1)?.events ?? 0) - (compared[0]?.events ?? 0);
    if (taken.length < 2 || moved <= 0) wrong.push('nothing happened while the backups were taken');
    wrong.push(...strangers(taken, data));
    const last = taken.at(-1)?.path ?? '';
    const after = await restoreAndLook(last, restored, wrong);
    const stop = await stopUnderLoad(server, data, stopping);
    if (stop.ended.code !== 0) wrong.push(`the server ended with ${String(stop.ended.code)}: ${stop.ended.stderr}`);
    if (stop.ms > stopWithin) wrong.push(`the server took ${Math.round(stop.ms)} ms to end`);
    if (stop.told !== 'stopping') wrong.push('pages were not told that the server stops');
    if (stop.acked === 0 || stop.sentences === 0) wrong.push('nothing was acknowledged before the end');
    if (stop.lost > 0) wrong.push(`${stop.lost} acknowledged things are not on disk after a polite end`);
    return {
      figures: {
        people: members,
        typists,
        acked: Number(figures['acked'] ?? 0),
        lost: Number(figures['lost'] ?? -1),
        doubled: Number(figures['doubled'] ?? -1),
        backups: taken.length,
        eventsBetween: moved,
        backupMaxMs: Math.round(Math.max(...taken.map(({ ms }) => ms))),
        logs: compared.at(-1)?.logs ?? 0,
        events: compared.at(-1)?.events ?? 0,
        updates: compared.at(-1)?.updates ?? 0,
        ...after,
        stopCode: stop.ended.code ?? -1,
        stopMs: Math.round(stop.ms),
        stopTold: stop.told ?? 'nothing',
        stopAcked: stop.acked,
        stopSentences: stop.sentences,
        stopLost: stop.lost,
      },
      failures: wrong.map((sentence): Failure => ({ seed: null, sentence })),
    };
  } finally {
    server.child.process.kill('SIGKILL');
    await server.child.ended;
  }
}

/** One backup after another, from the beginning of the load to its end. */
async function backUpUnderLoad(url: string, data: string, into: string, load: readonly (string | number)[], wrong: Wrong) {
  const door = drafts(url);
  const meeting = runOwn('apps/rehearsal/src/main.ts', ['--url', url, ...load.map(String)], {});
  let under = true;
  void meeting.ended.then(() => (under = false));
  const taken: Backup[] = [];
  while (under) {
    const marker = `p11-${taken.length + 1}`;
    await door.save(marker);
    const heads = headsOf(join(data, 'xieshang.sqlite'));
    const { code, stdout, stderr, ms } = await runOwn(keeper, ['backup', into], { DATA_DIR: data }).ended;
    const path = /备份在 (\S+)，已经核对/.exec(stdout)?.[1];
    if (code !== 0 || path === undefined) {
      wrong.push(`a backup failed: ${stdout}${stderr}`);
      break;
    }
    taken.push({ path, heads, marker, ms });
  }
  return { taken, load: await meeting.ended };
}

function drafts(url: string): { save(meeting: string): Promise<void> } {
  let cookie: Promise<string> | undefined;
  return {
    save: async (meeting) => {
      cookie ??= frontDoor(url, null).signIn('mishu2', 'xieshang-demo');
      const headers = { 'content-type': 'application/json', origin: url, cookie: await cookie };
      const draft = { meeting, templateId: 'full-flow', title: meeting, topic: meeting, place: meeting, startsAt: Date.now() };
      const answer = await asAPageDoes(() => fetch(`${url}/api/meetings`, { method: 'POST', headers, body: JSON.stringify(draft) }));
      if (!answer.ok) throw new Error(`${meeting}: ${answer.status} ${await answer.text()}`);
    },
  };
}

/** Anything in a backup that is neither the data nor its manifest; keys above all. */
function strangers(taken: readonly Backup[], data: string): readonly string[] {
  const keys = join(data, 'keys');
  const secrets = existsSync(keys) ? readdirSync(keys).map((name) => readFileSync(join(keys, name))) : [];
  return taken.flatMap(({ path }) =>
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .flatMap((entry) => {
        const file = join(entry.parentPath, entry.name);
        const name = file.slice(path.length + 1);
        const bytes = readFileSync(file);
        return [
          ...(/^(database\.sqlite|manifest\.json|materials\/[0-9a-f]{64})$/.test(name) ? [] : [`${name} does not belong in a backup`]),
          ...(secrets.some((secret) => bytes.includes(secret)) ? [`${name} holds a key`] : []),
        ];
      }),
  );
}

async function restoreAndLook(backup: string, restored: string, wrong: Wrong) {
  const command = async (what: readonly string[]): Promise<Ended> => {
    const ended = await runOwn(keeper, what, { DATA_DIR: restored }).ended;
    if (ended.code !== 0) wrong.push(`${what[0] ?? ''}: ${ended.stdout}${ended.stderr}`);
    return ended;
  };
  const verify = lastLine((await command(['verify', backup])).stdout);
  const drill = lastLine((await command(['verify', '--drill', backup])).stdout);
  const restore = await command(['restore', backup]);
  if (restore.ms > restoreWithin) wrong.push(`the restoration took ${Math.round(restore.ms)} ms`);
  const again = lastLine((await command(['verify', restored])).stdout);
  const server = await serverProcess(restored);
  const ready = await fetch(`${server.url}/readyz`);
  if (!ready.ok) wrong.push(`the restored server is not ready: ${ready.status}`);
  await frontDoor(server.url, null).signIn('mishu1', 'xieshang-demo');
  const ended = await server.stop();
  if (ended.code !== 0) wrong.push(`the restored server ended with ${String(ended.code)}: ${ended.stderr}`);
  return {
    findings: Number(verify['findings'] ?? -1) + Number(again['findings'] ?? -1),
    differences: Number(drill['differences'] ?? -1),
    drillMs: Number(drill['ms'] ?? -1),
    restoreMs: Math.round(restore.ms),
  };
}
