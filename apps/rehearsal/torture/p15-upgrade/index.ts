// P15: data of every released shape are opened by today's program, used, and held against what they were. Knows the program only from outside.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { attendee } from '../../src/attendee.ts';
import { frontDoor } from '../../src/front-door.ts';
import { serverProgram } from '../../src/server-program.ts';
import { meetingId, personId } from '@xieshang/meeting';
import { lastLine, runOwn, serverProcess, type Ended } from '../child.ts';
import type { Failure, Outcome, Programme } from '../programme.ts';
import { chainHeads, missingFrom, remember } from './tables.ts';

/** Each file is a demo's database after a rehearsal, as the last program of that shape left it; a new migration brings a new file. */
const released = join(import.meta.dirname, 'released');
const keeper = 'apps/server/src/keeper.ts';
const databaseName = 'xieshang.sqlite';

export const shapes: readonly string[] = readdirSync(released)
  .filter((name) => name.endsWith('.sqlite.gz'))
  .map((name) => basename(name, '.sqlite.gz'))
  .toSorted();

export const p15: Programme = {
  name: 'P15',
  title: '用今天的程序打开每一种发布过的旧数据',
  run: async () => {
    const place = await mkdtemp(join(tmpdir(), 'xieshang-p15-'));
    try {
      return await run(place);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  },
};

async function run(place: string): Promise<Outcome> {
  const wrong: string[] = [];
  const sums = { events: 0, rows: 0, upgradeMaxMs: 0, upgraded: 0, backups: 0, restored: 0, refused: 0 };
  for (const shape of shapes) {
    const say = (sentence: string): void => void wrong.push(`${shape}: ${sentence}`);
    const folder = join(place, shape);
    await unpack(shape, folder);
    const one = await upgrade(folder, say);
    for (const [name, value] of Object.entries(one)) if (name in sums) sums[name as keyof typeof sums] += value;
    sums.upgradeMaxMs = Math.max(sums.upgradeMaxMs, one.ms);
    sums.refused += await rollBack(folder, say);
  }
  return {
    figures: { shapes: shapes.length, ...sums },
    failures: wrong.map((sentence): Failure => ({ seed: null, sentence })),
  };
}

async function unpack(shape: string, folder: string): Promise<void> {
  await mkdir(folder);
  await cp(join(released, 'materials'), join(folder, 'materials'), { recursive: true });
  writeFileSync(join(folder, 'mode'), 'demo\n');
  writeFileSync(join(folder, databaseName), gunzipSync(readFileSync(join(released, `${shape}.sqlite.gz`))));
}

async function upgrade(folder: string, say: (sentence: string) => void) {
  const database = join(folder, databaseName);
  const [before, heads] = [remember(database), chainHeads(database)];
  const began = performance.now();
  const server = await serverProcess(folder);
  const ms = Math.round(performance.now() - began);
  for (const sentence of await look(server.url, heads)) say(sentence);
  const ended = await server.stop();
  if (ended.code !== 0) say(`the server ended with ${String(ended.code)}: ${ended.stderr}`);
  for (const sentence of missingFrom(database, before)) say(sentence);
  const after = chainHeads(database);
  for (const [meeting, { seq, head }] of heads) {
    const now = after.get(meeting);
    if (now?.seq !== seq || now.head !== head) say(`the head of ${meeting} has changed`);
  }
  const command = async (words: readonly string[], data: string): Promise<Ended> => {
    const answer = await runOwn(keeper, words, { DATA_DIR: data }).ended;
    if (answer.code !== 0) say(`${words[0] ?? ''}: ${answer.stdout}${answer.stderr}`);
    return answer;
  };
  if (lastLine((await command(['verify', folder], folder)).stdout)['findings'] !== 0) say('the upgraded data are not sound');
  const backup = /升级前的备份在 (\S+)。/.exec(ended.stdout)?.[1];
  if (backup !== undefined) {
    // What was kept for the way back is whole, and today's program can restore it too.
    await command(['verify', backup], folder);
    for (const sentence of missingFrom(join(backup, 'database.sqlite'), before)) say(`in the backup ${sentence}`);
    await command(['restore', backup], `${folder}-restored`);
    for (const sentence of missingFrom(join(`${folder}-restored`, databaseName), before)) say(`restored, ${sentence}`);
  }
  const rows = [...before.rows.values()].reduce((sum, { length }) => sum + length, 0);
  const events = [...heads.values()].reduce((sum, { seq }) => sum + seq, 0);
  const kept = backup === undefined ? 0 : 1;
  return { ms, rows, events, upgraded: kept, backups: kept, restored: kept };
}

/** What a person sees: the meetings of then, each with the head it had. */
async function look(url: string, heads: ReadonlyMap<string, { readonly seq: number; readonly head: string }>): Promise<readonly string[]> {
  const wrong: string[] = [];
  const cookie = await frontDoor(url, null).signIn('mishu1', 'xieshang-demo');
  for (const [id, { seq, head }] of heads) {
    const one = attendee(url, meetingId(id), { person: personId('mishu1'), cookie });
    try {
      await one.join();
      const picture = await one.confirm();
      if (picture.chain !== 'holds' || picture.seq !== seq || picture.head !== head)
        wrong.push(`${id} is told as ${picture.seq} ${picture.head}`);
      const minutes = await fetch(`${url}/api/meetings/${id}/minutes`, { headers: { cookie } });
      await minutes.arrayBuffer();
      if (!minutes.ok && minutes.status !== 404) wrong.push(`the minutes of ${id} answer ${minutes.status}`);
    } finally {
      one.leave();
    }
  }
  return wrong;
}

/** As an older program sees the data of a newer one: it knows one shape less. Answers with how often it refused. */
async function rollBack(folder: string, say: (sentence: string) => void): Promise<number> {
  const database = join(folder, databaseName);
  const db = new DatabaseSync(database);
  db.exec(`insert into kysely_migration values ('9999-of-a-later-program', '2030-01-01T00:00:00.000Z')`);
  db.close();
  const before = remember(database);
  const { code, stderr } = await runOwn(serverProgram, ['start'], { DATA_DIR: folder, PORT: '0' }).ended;
  const lines = stderr.trim().split('\n');
  const isClean = code === 1 && lines.length === 1 && stderr.includes('由更新版本的程序写过');
  if (!isClean) say(`rolling back was not refused cleanly: ${String(code)} ${stderr}`);
  for (const sentence of missingFrom(database, before)) say(`after the refusal ${sentence}`);
  return isClean ? 1 : 0;
}
