// Reads a data folder that no server uses, and lets `verify` go over it; knows nothing of who was promised what.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { checkDatabase } from '@xieshang/server/testing';
import { readRecord } from '@xieshang/protocol';
import * as Y from 'yjs';
import { contentOf } from '../../src/pen.ts';
import type { OnDisk } from './kept.ts';

export const databaseIn = (dataDir: string): string => join(dataDir, 'xieshang.sqlite');

/** One sentence for each fault: integrity, chains, gaps, minutes that cannot be read. */
export const faultsIn = (dataDir: string): readonly string[] => checkDatabase(databaseIn(dataDir)).findings;

export function readFolder(dataDir: string, meeting: string, document: string): OnDisk {
  const db = new DatabaseSync(databaseIn(dataDir), { readOnly: true, timeout: 5000 });
  try {
    const answers = db.prepare('select command_id, seq from commands where meeting_id = ? order by seq').all(meeting);
    const events = db.prepare('select command_id, seq from events where meeting_id = ? order by seq').all(meeting);
    const updates = db.prepare('select bytes from minutes_updates where document = ? order by seq').all(document);
    return { answers: answers.map(pair), events: events.map(pair), letters: lettersOf(updates) };
  } finally {
    db.close();
  }
}

/** Whose votes the facts of a meeting's log are, one for each fact. */
export function castIn(dataDir: string, meeting: string): readonly string[] {
  const db = new DatabaseSync(databaseIn(dataDir), { readOnly: true, timeout: 5000 });
  try {
    const rows = db.prepare('select bytes from events where meeting_id = ? order by seq').all(meeting);
    const facts = rows.map(({ bytes }) => readRecord(String(bytes)));
    return facts.flatMap((fact) => (fact.type === 'VoteCast' ? [fact.payload.voter] : []));
  } finally {
    db.close();
  }
}

const pair = (row: Record<string, unknown>) => ({ command: String(row['command_id']), seq: Number(row['seq']) });

function lettersOf(updates: readonly Record<string, unknown>[]): string {
  const doc = new Y.Doc({ gc: false });
  for (const { bytes } of updates) if (bytes instanceof Uint8Array) Y.applyUpdate(doc, bytes);
  const { letters } = contentOf(doc);
  doc.destroy();
  return letters;
}
