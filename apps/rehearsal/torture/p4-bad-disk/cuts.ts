// Spoils the write-ahead log at one place and looks what comes back: exactly what was committed before that place.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { requestId } from '@xieshang/meeting';
import { wei } from '@xieshang/meeting/testing';
import { checkDatabase } from '@xieshang/server/testing';
import { randomFrom } from '../../src/prose.ts';
import { document, meeting, openAll, type Commit, type Committed } from './commits.ts';

const kinds = ['cut', 'flip', 'zeros', 'garbage'] as const;

/** How a log is spoilt, and where. */
export interface Spoiling {
  readonly kind: (typeof kinds)[number];
  readonly at: number;
}

/** What a disk writes at once; torn, it may come back as nothing. */
const sector = 512;

/** Any byte of the log, its header among them. */
export function spoilingOf(seed: number, walBytes: number): Spoiling {
  const random = randomFrom(seed);
  return { kind: kinds[Math.floor(random() * kinds.length)] ?? 'cut', at: Math.floor(random() * walBytes) };
}

export function spoilt(wal: Buffer, { kind, at }: Spoiling): Buffer {
  const bytes = Buffer.from(wal);
  switch (kind) {
    case 'cut':
      return bytes.subarray(0, at);
    case 'flip':
      bytes[at] = (bytes[at] ?? 0) ^ 0x40;
      return bytes;
    case 'zeros':
      return bytes.fill(0, at, at + sector);
    case 'garbage':
      for (let index = at; index < Math.min(at + sector, bytes.length); index += 1) bytes[index] = (index * 7919 + at) & 0xff;
      return bytes;
  }
}

/** Up to the first byte that is not as it was written. */
const soundBytes = (before: Buffer, after: Buffer): number => {
  const shorter = Math.min(before.length, after.length);
  for (let index = 0; index < shorter; index += 1) if (before[index] !== after[index]) return index;
  return shorter;
};

/** One sentence for each thing that is not as it has to be. */
export async function tryOne(committed: Committed, folder: string, seed: number): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const database = join(folder, 'xieshang.sqlite');
  const wal = readFileSync(`${committed.database}-wal`);
  const spoiling = spoilingOf(seed, wal.length);
  const after = spoilt(wal, spoiling);
  copyFileSync(committed.database, database);
  writeFileSync(`${database}-wal`, after);
  const expected = committed.commits.findLast(({ walBytes }) => walBytes <= soundBytes(wal, after));
  const where = `${spoiling.kind} ${spoiling.at}`;
  try {
    return (await opened(database, committed, expected)).map((sentence) => `${where}：${sentence}`);
  } catch (error) {
    return [`${where}：没有打开（${error instanceof Error ? error.message : String(error)}）`];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** With the product's own code, which has to go on writing as well. */
async function opened(database: string, committed: Committed, expected: Commit | undefined): Promise<readonly string[]> {
  const wrong: string[] = [];
  const all = await openAll(database);
  try {
    const events = await all.store.eventLog.read(meeting, 0);
    const updates = await all.store.minutes.updates(document, 0);
    if (events.length !== expected?.events) wrong.push(`应有 ${expected?.events ?? 0} 条事件，实有 ${events.length} 条`);
    if (updates.length !== expected?.updates) wrong.push(`应有 ${expected?.updates ?? 0} 次纪要更新，实有 ${updates.length} 次`);
    const isPrefix =
      events.every(({ bytes, hash }, place) => bytes === committed.events[place]?.bytes && hash === committed.events[place]?.hash) &&
      updates.every(({ bytes }, place) => Buffer.compare(bytes, committed.updates[place] ?? new Uint8Array()) === 0);
    if (!isPrefix) wrong.push('找回的不是原来的前一段');
    await all.submit(wei, { type: 'CheckIn' });
    await all.submit(wei, { type: 'RequestFloor', requestId: requestId('afterwards'), kind: 'openFloorSpeech' });
    if (all.troubles.length > 0) wrong.push(`报了 ${all.troubles.length} 次故障`);
  } finally {
    await all.close();
  }
  return [...wrong, ...checkDatabase(database).findings];
}
