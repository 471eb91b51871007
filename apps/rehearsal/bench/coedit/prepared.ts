// Knows how a data folder with people, sessions and long documents is made, so that a measured server only has to be started on a copy of it.
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { meetingId, personId, type MeetingId } from '@xieshang/meeting';
import { fragmentName, schemaVersion } from '@xieshang/minutes';
import { readConfig, seedDemo, startServer, type Running } from '@xieshang/server/testing';
import * as Y from 'yjs';
import { firstWriter, paragraph, writeLong, type Long, type Shape } from './text.ts';

export interface Prepared {
  /** One session for each writer, who is on the roll of every meeting as a secretary. */
  readonly cookies: readonly string[];
  /** A document with a few paragraphs, and another for a bystander. */
  readonly short: { readonly document: string; readonly base: Uint8Array };
  readonly other: string;
  readonly long: ReadonlyMap<string, { readonly document: string; readonly long: Long }>;
  /** A document as the server begins it, and what is to be written there. */
  readonly feed: { readonly document: string; readonly base: Uint8Array; readonly long: Long };
  /** A copy of the folder to start a server on. */
  copy(name: string): Promise<string>;
}

export interface Wanted {
  readonly folder: string;
  readonly people: number;
  readonly long: readonly { readonly shape: Shape; readonly edits: number }[];
  /** Edits to be fed. */
  readonly feed: number;
}

const member = (place: number): string => `celiang${String(place).padStart(4, '0')}`;
export const longName = (shape: Shape, edits: number): string => `${shape}-${edits}`;
/** Written after the last snapshot, as is nearly always the case. */
const tail = 250;
const rowsAtOnce = 500;

export async function prepare({ folder, people, long: wanted, feed: edits }: Wanted): Promise<Prepared> {
  const original = join(folder, 'original');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const begin = async () => {
    const running = await startServer(readConfig(['start'], { DATA_DIR: original, PORT: '0' }));
    await seedDemo({ ...running, members: 0 });
    return running;
  };
  let running = await begin();
  running.open();
  const accounts = Array.from({ length: people }, (_, place) => member(place));
  await running.store.accounts.addMissing(
    accounts.map((account) => ({
      ...{ account, name: account, role: 'secretary', sector: null, unit: null, title: null },
      ...{ disabled: false, passwordHash: null, rehearsal: true },
    })),
  );
  const plan = (await running.store.drafts.find(meetingId('demo')))?.plan;
  if (!plan) throw new Error('the demo has no plan');

  const convene = async (name: string): Promise<MeetingId> => {
    const meeting = meetingId(name);
    const secretaries = accounts.map((account) => ({ person: personId(account), name: account, role: 'secretary' as const }));
    const attendees = [...plan.attendees, ...secretaries];
    const body = { ...plan, materials: [], attendees, notice: { ...plan.notice, meeting, kind: 'rehearsal' as const } };
    const answer = await running.rooms.submit(meeting, { type: 'ConveneMeeting', plan: body }, { by: 'mishu1', command: `bench-${name}` });
    if (!answer.ok) throw new Error(`${name} was not convened: ${JSON.stringify(answer.refusal)}`);
    await running.collab.read(meeting);
    return meeting;
  };

  /** What the server itself has written there. */
  const begun = async (meeting: MeetingId) => {
    const { minutes } = running.store;
    const row = await minutes.find(meeting, schemaVersion);
    if (!row) throw new Error(`${meeting} has no minutes`);
    const rows = await minutes.updates(row.id, 0);
    return { document: row.id, seq: rows.length, base: Y.mergeUpdates(rows.map(({ bytes }) => bytes)) };
  };

  /** All under one name, as nobody asks here whose client ids they are. */
  const append = async (document: string, after: number, updates: readonly Uint8Array[]): Promise<void> => {
    for (let from = 0; from < updates.length; from += rowsAtOnce) {
      const rows = updates
        .slice(from, from + rowsAtOnce)
        .map((bytes) => ({ bytes, author: member(0), connection: null, at: Date.now(), facts: [], clients: [] }));
      const outcome = await running.store.minutes.append(document, after + from, rows);
      if (outcome === 'conflict') throw new Error('the log has another head');
    }
  };

  const short = await begun(await convene('bench-short'));
  const doc = new Y.Doc({ gc: false });
  Y.applyUpdate(doc, short.base);
  doc.clientID = firstWriter - 1;
  const before = Y.encodeStateVector(doc);
  doc.getXmlFragment(fragmentName).insert(
    1,
    Array.from({ length: 20 }, (_, place) => paragraph(`会议纪要第${place}段。`)),
  );
  await append(short.document, short.seq, [Y.encodeStateAsUpdate(doc, before)]);
  const base = Y.encodeStateAsUpdate(doc);
  const { document: other } = await begun(await convene('bench-other'));

  const fed = await begun(await convene('bench-feed'));
  const feed = { document: fed.document, base: fed.base, long: writeLong(fed.base, edits, 'random') };
  const long = new Map<string, { readonly document: string; readonly long: Long }>();
  const tails: { readonly document: string; readonly updates: readonly Uint8Array[] }[] = [];
  for (const { shape, edits: count } of wanted) {
    const meeting = await convene(`bench-${longName(shape, count)}`);
    const start = await begun(meeting);
    const made = writeLong(start.base, count, shape);
    await append(start.document, start.seq, made.updates.slice(0, -tail));
    tails.push({ document: start.document, updates: made.updates.slice(-tail) });
    long.set(longName(shape, count), { document: start.document, long: made });
  }
  const cookies = await Promise.all(accounts.map((account) => sessionOf(running, account)));
  await running.close();
  // Loaded once from the log alone, so that the server keeps its own shortcut; then a little more is written.
  running = await begin();
  for (const { shape, edits: count } of wanted) await running.collab.read(meetingId(`bench-${longName(shape, count)}`));
  await running.close();
  running = await begin();
  for (const { document, updates } of tails) {
    const last = (await running.store.minutes.updates(document, 0)).at(-1)?.seq ?? 0;
    await append(document, last, updates);
  }
  await running.close();
  return {
    ...{ cookies, short: { document: short.document, base }, other, long, feed },
    copy: async (name) => {
      const path = join(folder, name);
      await rm(path, { recursive: true, force: true });
      await cp(original, path, { recursive: true });
      return path;
    },
  };
}

/** As a Cookie header. */
async function sessionOf({ signIn }: Running, account: string): Promise<string> {
  const admitted = await signIn.admit({ account, scope: null, device: 'bench' });
  if (!admitted) throw new Error(`${account} was not let in`);
  return signIn.cookies.write('session', admitted.id, 1000).split(';', 1)[0] ?? '';
}
