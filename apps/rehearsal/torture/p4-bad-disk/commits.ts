// Makes a database whose write-ahead log holds many commits, and knows what each of them held; spoils nothing.
import { statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { meetingId, requestId, type Command } from '@xieshang/meeting';
import { li, mishu, openFloor, plan, wang, zhang, zhuchi } from '@xieshang/meeting/testing';
import { documentId, fragmentName, schemaVersion } from '@xieshang/minutes';
import type { StoredEvent } from '@xieshang/room';
import { meetingReadModel, openRooms, openStore } from '@xieshang/server/testing';
import * as Y from 'yjs';

export const meeting = meetingId('m-cut');
export const document = documentId(meeting, 1);

/** What was on disk when a commit was. */
export interface Commit {
  /** Where its last frame ends in the write-ahead log. */
  readonly walBytes: number;
  readonly events: number;
  readonly updates: number;
}

export interface Committed {
  readonly database: string;
  /** From the emptiest to the fullest. */
  readonly commits: readonly Commit[];
  readonly events: readonly StoredEvent[];
  readonly updates: readonly Uint8Array[];
  close(): Promise<void>;
}

/** Below SQLite's own checkpoint at 1,000 pages, which would begin the log anew. */
const mostBytes = 3_600_000;
const mostCommits = 120;

const nothingToSeal = (): Promise<never> => Promise.reject(new Error('nothing is issued here'));

/** A database as the server opens it, with the rooms over it. */
export interface Opened {
  readonly store: Awaited<ReturnType<typeof openStore>>;
  /** What the rooms reported. */
  readonly troubles: readonly unknown[];
  /** Throws when the meeting refuses. */
  submit(by: string, body: Command): Promise<void>;
  close(): Promise<void>;
}

export const openAll = async (database: string): Promise<Opened> => {
  const clock = (): number => Date.now();
  const random = (bytes: number): Uint8Array => randomBytes(bytes);
  const store = await openStore({ database, materials: '' }, clock);
  const committed = meetingReadModel(store.meetingListWriter);
  const troubles: unknown[] = [];
  const report = (trouble: unknown): void => void troubles.push(trouble);
  const rooms = openRooms({ log: store.eventLog, clock, random, committed, seal: nothingToSeal, report });
  let commands = 0;
  const submit = async (by: string, body: Command): Promise<void> => {
    commands += 1;
    const answer = await rooms.submit(meeting, body, { by, command: `c-${process.pid}-${commands}-${randomBytes(4).toString('hex')}` });
    if (!answer.ok) throw new Error(`${body.type} was refused: ${answer.refusal.type}`);
  };
  return {
    store,
    submit,
    troubles,
    close: async () => {
      await rooms.close();
      await store.close();
    },
  };
};

/** People ask and withdraw and somebody writes, each thing a commit of its own. The database stays open, as under a server that is about to die. */
export async function manyCommits(folder: string): Promise<Committed> {
  await mkdir(folder, { recursive: true });
  const database = join(folder, 'xieshang.sqlite');
  const before = await openAll(database);
  const { notice, ...rest } = plan();
  await before.submit(mishu, { type: 'ConveneMeeting', plan: { ...rest, notice: { ...notice, meeting } } });
  for (const person of [zhang, li, wang]) await before.submit(person, { type: 'CheckIn' });
  await before.submit(zhuchi, { type: 'OpenMeeting' });
  await before.submit(zhuchi, { type: 'MoveToStage', stageId: openFloor });
  const pen = writer();
  const row = { id: document, meeting, schema: schemaVersion, generation: 1 };
  await before.store.minutes.create(row, pen.write('第一句'));
  // What comes from here on is in the write-ahead log, all before it in the file.
  await before.close();

  const { store, submit, close } = await openAll(database);
  const commits: Commit[] = [];
  const note = async (): Promise<void> => {
    const events = await store.eventLog.read(meeting, 0);
    commits.push({ walBytes: walBytesOf(database), events: events.length, updates: pen.updates.length });
  };
  await note();
  for (let turn = 1; commits.length < mostCommits && walBytesOf(database) < mostBytes; turn += 1) {
    const asking = [zhang, li, wang][turn % 3] ?? zhang;
    const request = requestId(`q-${turn}`);
    await submit(asking, { type: 'RequestFloor', requestId: request, kind: 'openFloorSpeech' });
    await note();
    const after = pen.updates.length;
    await store.minutes.append(document, after, [pen.write(`第 ${turn} 句〔${turn}〕`)]);
    await note();
    await submit(asking, { type: 'WithdrawRequest', requestId: request });
    await note();
  }
  const events = await store.eventLog.read(meeting, 0);
  return { database, commits, events, updates: pen.updates, close };
}

const walBytesOf = (database: string): number => statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0;

/** A document of its own, whose every change is an update. */
function writer() {
  const doc = new Y.Doc({ gc: false });
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  return {
    updates,
    write: (words: string) => {
      doc.transact(() => {
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText(words)]);
        doc.getXmlFragment(fragmentName).push([paragraph]);
      });
      const clients = updates.length === 1 ? [{ client: doc.clientID, person: null }] : [];
      return { author: null, connection: null, at: Date.now(), bytes: updates.at(-1) ?? new Uint8Array(), facts: [], clients };
    },
  };
}
