// A real server that is killed, its write-ahead log spoilt, and started again: it serves a sound folder, or refuses with a sentence.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from '../../src/course.ts';
import { ownServer } from '../../src/own-server.ts';
import { gatherCrowd } from '../p3-killed-server/crowd.ts';
import { databaseIn, faultsIn } from '../p3-killed-server/folder.ts';
import type { Failure } from '../programme.ts';
import { spoilingOf, spoilt } from './cuts.ts';

const crowdSize = { members: 6, writers: 2 } as const;
/** Commands after which there is enough in the log to be spoilt. */
const enoughCommands = 60;
const lookEvery = 20;

export interface Started {
  readonly served: number;
  readonly refused: number;
  readonly failures: readonly Failure[];
}

export async function startSpoilt(rounds: number, seed: number): Promise<Started> {
  const place = await mkdtemp(join(tmpdir(), 'xieshang-spoilt-'));
  try {
    const dead = await killedFolder(join(place, 'dead'), seed);
    const outcomes = [];
    for (let round = 0; round < rounds; round += 1) outcomes.push(await startOne(dead, join(place, `round-${round}`), seed + round));
    return {
      served: outcomes.filter(({ served }) => served).length,
      refused: outcomes.filter(({ served }) => !served).length,
      failures: outcomes.flatMap(({ wrong }, round) => wrong.map((sentence) => ({ seed: seed + round, sentence }))),
    };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function killedFolder(dataDir: string, seed: number): Promise<string> {
  const server = await ownServer({ dataDir });
  const crowd = await gatherCrowd(server.url, crowdSize, seed);
  try {
    while (crowd.acked().length < enoughCommands) await pause(lookEvery);
    await server.kill();
    return dataDir;
  } finally {
    crowd.leave();
    await server.end();
  }
}

async function startOne(
  dead: string,
  folder: string,
  seed: number,
): Promise<{ readonly served: boolean; readonly wrong: readonly string[] }> {
  await cp(dead, folder, { recursive: true });
  const wal = `${databaseIn(folder)}-wal`;
  const bytes = await readFile(wal);
  const spoiling = spoilingOf(seed, bytes.length);
  await writeFile(wal, spoilt(bytes, spoiling));
  const where = `${spoiling.kind} ${spoiling.at}`;
  try {
    const server = await ownServer({ dataDir: folder });
    await server.kill();
    return { served: true, wrong: faultsIn(folder).map((fault) => `${where}：服务了有问题的数据：${fault}`) };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { served: false, wrong: /数据文件 .* 无法打开/.test(said) ? [] : [`${where}：${said}`] };
  }
}
