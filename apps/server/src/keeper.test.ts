import { schemaVersion } from '@xieshang/minutes';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { personId } from '@xieshang/meeting';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { readManifest } from './backup/manifest.ts';
import { firstMinutes, hasText, inside, keptFolder, penAt, testServerOn, write, written } from './backup/testing/kept.ts';
import { minutesIn } from './collab/testing/pen.ts';
import type { Running } from './server.ts';
import { findDataFolder, takeDataFolder } from './store/data-folder.ts';
import { tempFolder } from './testing/hall.ts';

// A process of its own takes a while to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const keeper = join(import.meta.dirname, 'keeper.ts');
const kept = keptFolder();

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `largest`: how much the system lets the process write into one file, in blocks of 512 bytes: a disk that takes no more. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}, largest?: number): Promise<Ended> {
  return start(args, env, largest).ended;
}

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}, largest?: number) {
  const node = [process.execPath, keeper, ...args];
  const limited = largest === undefined ? node : ['sh', '-c', `ulimit -f ${largest}; exec "$@"`, 'sh', ...node];
  const [file = '', ...rest] = limited;
  const child = spawn(file, rest, { env: { PATH: process.env['PATH'], ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
  return { ended, kill: () => void child.kill('SIGKILL') };
}

const lastLine = ({ stdout }: Ended): Record<string, unknown> => JSON.parse(stdout.trim().split('\n').at(-1) ?? '');

/** One Chinese sentence on the error stream, code 1, no trace. */
function refused({ code, stderr }: Ended, pattern: RegExp): void {
  expect(stderr).toMatch(pattern);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(1);
}

/** Checks somebody in and out again until told to stop; answers with the `seq` of each acknowledgement. */
async function checkingIn(running: Running, over: () => boolean): Promise<readonly number[]> {
  const acknowledged: number[] = [];
  for (let turn = 0; !over(); turn += 1) {
    const isIn = turn % 2 === 1;
    const answer = isIn
      ? await running.rooms.submit(
          written,
          { type: 'UndoCheckIn', person: personId('weiyuan01'), reason: '误签' },
          { by: 'mishu1', command: `k-${turn}` },
        )
      : await running.rooms.submit(written, { type: 'CheckIn' }, { by: 'weiyuan01', command: `k-${turn}` });
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    acknowledged.push(answer.seq);
  }
  return acknowledged;
}

test('P11: a backup is taken by another process while commands and text arrive, and is restored to exactly that moment', async () => {
  const data = await kept();
  const running = await testServerOn(data.path);
  const pen = await penAt(running, firstMinutes);
  await hasText(pen);
  await write(pen, '备份开始以前已经写入磁盘');
  const headBefore = (await running.store.eventLog.read(written, 0)).at(-1)?.seq ?? 0;

  const place = await tempFolder();
  let over = false;
  const taking = run(['backup', place], { DATA_DIR: data.path }).finally(() => (over = true));
  const typing = (async () => {
    let sentences = 0;
    for (; !over; sentences += 1) await write(pen, `备份期间的第 ${sentences} 句`);
    return sentences;
  })();
  const [taken, acknowledged, sentences] = await Promise.all([taking, checkingIn(running, () => over), typing]);
  expect(taken).toMatchObject({ code: 0, stderr: '' });
  expect(sentences).toBeGreaterThan(0);
  expect(acknowledged.length).toBeGreaterThan(0);
  await pen.leave();

  const [name = ''] = readdirSync(place);
  const manifest = readManifest(readFileSync(join(place, name, 'manifest.json'), 'utf8'));
  const live = await running.store.eventLog.read(written, 0);
  const at = manifest?.meetings.find(({ meeting }) => meeting === written);
  expect(at?.seq).toBeGreaterThanOrEqual(headBefore);
  expect(at?.head).toBe(live[(at?.seq ?? 0) - 1]?.hash);

  const path = join(await tempFolder(), 'data');
  expect(await run(['restore', place], { DATA_DIR: path })).toMatchObject({ code: 0, stderr: '' });
  const found = findDataFolder(path);
  if (!found) throw new Error('nothing was restored');
  const seq = manifest?.minutes.find(({ document }) => document === firstMinutes)?.seq ?? 0;
  const known = new Y.Doc({ gc: false });
  for (const { bytes } of (await running.store.minutes.updates(firstMinutes, 0)).slice(0, seq)) Y.applyUpdate(known, bytes);
  await inside(found.database, async ({ eventLog, minutes }) => {
    expect(await eventLog.read(written, 0)).toEqual(live.slice(0, at?.seq));
    const newest = await minutes.find(written, schemaVersion);
    expect(newest?.generation).toBeGreaterThan(1);
    const doc = new Y.Doc({ gc: false });
    for (const { bytes } of await minutes.updates(newest?.id ?? '', 0)) Y.applyUpdate(doc, bytes);
    expect(minutesIn(doc).toJSON()).toBe(minutesIn(known).toJSON());
    expect(minutesIn(doc).toJSON()).toContain('备份开始以前已经写入磁盘');
  });
});

test('a backup that is killed half way is recognised as none', async () => {
  const data = await kept();
  const [name = ''] = readdirSync(data.materials).toSorted();
  const material = join(data.materials, name);
  rmSync(material);
  // A pipe in the place of a material: it opens for writing at the moment in which the backup opens it for reading, and the backup waits.
  execFileSync('mkfifo', [material]);
  const place = await tempFolder();
  const backup = start(['backup', place], { DATA_DIR: data.path });
  const pipe = await open(material, 'w');
  backup.kill();
  await backup.ended;
  await pipe.close();
  const [half = ''] = readdirSync(place);
  expect(readdirSync(join(place, half))).toContain('database.sqlite');
  for (const args of [
    ['verify', join(place, half)],
    ['restore', join(place, half)],
  ])
    refused(await run(args), /没有写完/);
  refused(await run(['restore', place]), /里没有备份/);
});

describe('verify', () => {
  test('ends with one line for programs, and 0 only when all is right', async () => {
    const data = await kept();
    const right = await run(['verify', data.path]);
    expect([right.code, lastLine(right)]).toEqual([
      0,
      expect.objectContaining({ kind: 'data', ok: true, findings: 0, meetings: 2, minutes: 2 }),
    ]);
    const place = await tempFolder();
    await run(['backup', place], { DATA_DIR: data.path });
    const [name = ''] = readdirSync(place);
    writeFileSync(join(place, name, 'materials', 'more'), '');
    const wrong = await run(['verify', place]);
    expect([wrong.code, lastLine(wrong)]).toEqual([1, expect.objectContaining({ kind: 'backup', ok: false, findings: 1 })]);
    expect(wrong.stdout).toContain('多出了清单里没有的文件 materials/more');
  });

  test('--drill restores into a folder of its own that is gone afterwards, and names the faults of a backup that will not do', async () => {
    const place = await tempFolder();
    await run(['backup', place], { DATA_DIR: (await kept()).path });
    const scratch = await tempFolder();
    const drilled = await run(['verify', '--drill', place], { TMPDIR: scratch });
    expect(drilled.stdout).toContain('与清单的差异 0 处');
    expect([drilled.code, lastLine(drilled)]).toEqual([
      0,
      expect.objectContaining({ command: 'drill', ok: true, differences: 0, begun: 1 }),
    ]);
    const [name = ''] = readdirSync(place);
    const [material = ''] = readdirSync(join(place, name, 'materials'));
    rmSync(join(place, name, 'materials', material));
    const failed = await run(['verify', '--drill', place], { TMPDIR: scratch });
    expect(failed.stdout).toContain(`文件 materials/${material} 不见了`);
    expect([failed.code, lastLine(failed)]).toEqual([1, expect.objectContaining({ ok: false })]);
    expect(readdirSync(scratch)).toEqual([]);
  });
});

describe('a disk that takes no more', () => {
  test('ends a backup, of which nothing is left', async () => {
    const place = join(await tempFolder(), 'backups');
    refused(await run(['backup', place], { DATA_DIR: (await kept()).path }, 400), /备份没有完成，没有留下任何文件：/);
    expect(existsSync(place)).toBe(false);
  });

  test('ends a restoration, of which nothing is left', async () => {
    const place = await tempFolder();
    await run(['backup', place], { DATA_DIR: (await kept()).path });
    const path = join(await tempFolder(), 'data');
    refused(await run(['restore', place], { DATA_DIR: path }, 400), /恢复没有完成，没有留下任何文件：/);
    expect(existsSync(path)).toBe(false);
    mkdirSync(path);
    await run(['restore', place], { DATA_DIR: path }, 400);
    expect(readdirSync(path)).toEqual([]);
  });
});

describe('a refusal is one sentence', () => {
  test('where there is nothing to back up', async () => {
    refused(await run(['backup', await tempFolder()], { DATA_DIR: await tempFolder() }), /没有数据文件夹可以备份/);
  });

  test('when it cannot be understood', async () => {
    refused(await run(['dance', 'a']), /^用法：/);
  });

  test('when a folder holds no backup', async () => {
    refused(await run(['restore', await tempFolder()]), /里没有备份/);
  });

  test('when a server uses the folder to restore into', async () => {
    const place = await tempFolder();
    await run(['backup', place], { DATA_DIR: (await kept()).path });
    const path = await tempFolder();
    onTestFinished(takeDataFolder(path, 'demo').release);
    refused(await run(['restore', place], { DATA_DIR: path }), /正被另一个服务使用/);
  });
});
