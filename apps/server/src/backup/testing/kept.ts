// A real data folder with a meeting to come, one long past, written and issued minutes and materials; for tests only.
import { cpSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { meetingId } from '@xieshang/meeting';
import { documentId } from '@xieshang/minutes';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { openPen, paragraph, textIn, type Pen } from '../../collab/testing/pen.ts';
import { readConfig } from '../../config.ts';
import { demoPassword, seedDemo } from '../../demo/index.ts';
import { openKeys } from '../../keys.ts';
import { startServer, type Running } from '../../server.ts';
import { findDataFolder, takeEmptyFolder, type FoundFolder } from '../../store/data-folder.ts';
import { openStore } from '../../store/index.ts';
import { signedIn } from '../../testing/as-a-page.ts';
import { tempFolder } from '../../testing/hall.ts';
import { restoreBackup, type Restored } from '../restore.ts';
import { findBackup, type FoundBackup } from '../layout.ts';
import { takeBackup } from '../take.ts';

export const written = meetingId('demo');
export const issued = meetingId('demo-done');
export const firstMinutes = documentId(written, 1);
export const moment = Date.UTC(2026, 4, 26, 5, 30);

/** A server on a folder, with all its doors open. */
export async function serverOn(path: string): Promise<Running> {
  const running = await startServer(readConfig(['start'], { DATA_DIR: path, PORT: '0' }));
  await seedDemo({ ...running, members: 0 });
  running.open();
  return running;
}

/** A pen of the secretary; the text has come when it answers, unless the door is closed. */
export async function penAt({ origin }: Running, document: string): Promise<Pen> {
  const cookie = await signedIn(origin.public, 'mishu1', demoPassword);
  return openPen(`${origin.public.replace('http', 'ws')}/collab/${document}`, { cookie, origin: origin.public });
}

/** Writes a paragraph; resolves when it is on disk. */
export async function write(pen: Pen, text: string): Promise<void> {
  const before = pen.heard.onDisk;
  pen.write((fragment) => fragment.insert(fragment.length, [paragraph(text)]));
  await pen.until(() => pen.heard.onDisk > before);
}

export const hasText = (pen: Pen): Promise<void> => pen.until(() => textIn(pen.doc) !== '');

/** Makes the folder once for a file of tests; the answer gives each test a copy, with nobody using it. */
export function keptFolder(): () => Promise<FoundFolder> {
  let original = '';
  beforeAll(async () => {
    original = await mkdtemp(join(tmpdir(), 'xieshang-kept-'));
    const running = await serverOn(original);
    const pen = await penAt(running, firstMinutes);
    await hasText(pen);
    for (const text of ['会上写下的第一段', '会上写下的第二段']) await write(pen, text);
    await pen.leave();
    await running.close();
  }, 60_000);
  afterAll(() => rm(original, { recursive: true, force: true }));
  return async () => {
    const path = join(await tempFolder(), 'data');
    cpSync(original, path, { recursive: true });
    const found = findDataFolder(path);
    if (!found) throw new Error('no data');
    return found;
  };
}

/** The backup of a folder, in a folder of its own. */
export async function backupOf(from: FoundFolder): Promise<FoundBackup> {
  const { path } = await takeBackup({ from, into: await tempFolder(), now: moment, version: '0.0.0' });
  const found = findBackup(path);
  if (!found) throw new Error('no backup');
  return found;
}

/** Restores as the command does. */
export function restoreInto(backup: FoundBackup, folder: string, now = moment): Promise<Restored> {
  return restoreBackup({
    ...{ backup, folder, now, take: takeEmptyFolder, openKeys },
    open: async (database) => {
      const { minutes, eventLog, epochs, committee, close } = await openStore({ database, materials: folder }, () => now);
      return { minutes, eventLog, epochs, committee: committee.read, close };
    },
  });
}

/** Reads or changes what lies in a folder while no server does. */
export async function inside<Answer>(
  database: string,
  work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<Answer>,
): Promise<Answer> {
  const store = await openStore({ database, materials: '' }, () => moment);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** A server that ends with the test. */
export async function testServerOn(path: string): Promise<Running> {
  const running = await serverOn(path);
  onTestFinished(() => running.close());
  return running;
}
