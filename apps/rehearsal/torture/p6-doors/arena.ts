// The real server in a process of its own, people with sessions at it, and what may be seen of it from outside. Attacks nothing.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asAPageDoes, frontDoor } from '../../src/front-door.ts';
import type { Random } from '../../src/prose.ts';
import { serverProcess } from '../child.ts';

export const password = 'xieshang-demo';
export const meeting = 'demo';

/** Who attacks, and as what. The bystanders are others. */
export const roles = {
  member: Array.from({ length: 24 }, (_, place) => `weiyuan${String(place + 1).padStart(2, '0')}`),
  departmentRep: ['bumen1'],
  moderator: ['zhuchi'],
  secretary: ['mishu2'],
  observer: ['pangting1'],
  admin: ['guanli'],
} as const;
export const bystanders = ['mishu1', 'zhuchi2'] as const;

export interface Arena {
  readonly url: string;
  readonly port: number;
  readonly document: string;
  readonly cookies: ReadonlyMap<string, string>;
  isAlive(): boolean;
  /** What the server has said on its error stream. */
  said(): string;
  /** After the collector has been asked. */
  rssMb(): Promise<number>;
  database(): DatabaseSync;
  end(): Promise<void>;
}

export async function openArena(): Promise<Arena> {
  const folder = await mkdtemp(join(tmpdir(), 'xieshang-p6-'));
  // The inspector only lets the garbage collector be asked: an idle process keeps what it needs no more.
  const server = await serverProcess(join(folder, 'demo'), { NODE_OPTIONS: '--inspect-port=127.0.0.1:0' });
  let alive = true;
  let said = '';
  void server.child.ended.then(() => (alive = false));
  const inspector = new Promise<string>((resolve) => {
    server.child.process.stderr?.on('data', (chunk: Buffer) => {
      const lines = chunk.toString().split('\n');
      const found = lines.map((line) => /^Debugger listening on (ws:\S+)/.exec(line)?.[1]).find((line) => line !== undefined);
      if (found !== undefined) resolve(found);
      said += lines.filter((line) => !/^(Debugger |For help, see)/.test(line)).join('\n');
    });
  });
  server.child.process.kill('SIGUSR1');
  const end = async (): Promise<void> => {
    if (alive) await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const door = frontDoor(server.url, null);
    const cookies = new Map<string, string>();
    for (const account of [...Object.values(roles).flat(), ...bystanders]) cookies.set(account, await door.signIn(account, password));
    const document = await door.minutesDocument(cookies.get('mishu1') ?? '', meeting as Parameters<typeof door.minutesDocument>[1]);
    return {
      ...{ url: server.url, port: Number(new URL(server.url).port), document, cookies, end },
      isAlive: () => alive,
      said: () => said,
      rssMb: async () => {
        await collectGarbage(await inspector);
        return residentMb(server.child.process.pid ?? 0);
      },
      database: () => new DatabaseSync(join(folder, 'demo', 'xieshang.sqlite'), { readOnly: true }),
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** What is made at its first use and kept: the reader of the past and its thread, the makers of Word files and of evidence. */
const keptOnceUsed = [
  ...[
    `/api/meetings/${meeting}/minutes/history`,
    '/api/meetings/demo-done/minutes/history',
    '/api/meetings/demo-done/minutes/history/authors',
  ],
  ...['minutes.docx', 'bundle.zip', 'archive.zip', 'documents/votes.docx'].map((file) => `/api/meetings/demo-done/${file}`),
] as const;

/** Has it made before memory is compared, so that what grows afterwards is what attacks have left. */
export async function firstUse({ url, cookies }: Arena): Promise<void> {
  const cookie = cookies.get('mishu1') ?? '';
  for (const path of keptOnceUsed) await (await asAPageDoes(() => fetch(`${url}${path}`, { headers: { cookie } }))).arrayBuffer();
}

/** Twice: what the first time only finalises goes the second time. */
async function collectGarbage(inspector: string): Promise<void> {
  const socket = new WebSocket(inspector);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('没有连上检查端口')));
  });
  for (const id of [1, 2]) {
    const answered = new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }));
    socket.send(JSON.stringify({ id, method: 'HeapProfiler.collectGarbage' }));
    await answered;
  }
  socket.close();
}

function residentMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

/**
 * What somebody at a door may not change: all but sessions, the notes of what was denied, the text, which is looked at by itself, what
 * is read anew from the logs, and what the server signs of them at its own time.
 */
const free = /^(sessions|security_log|minutes_.*|extract.*|checkpoints|kysely_.*|sqlite_.*)$/;

export function stateHash(database: DatabaseSync): string {
  const hash = createHash('sha256');
  const tables = database
    .prepare(`select name from sqlite_master where type = 'table' order by name`)
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !free.test(name));
  for (const table of tables) {
    hash.update(`${table}\n`);
    for (const row of database.prepare(`select * from "${table}" order by 1, 2, 3`).iterate()) {
      for (const value of Object.values(row)) hash.update(value instanceof Uint8Array ? value : String(value)).update('\0');
    }
  }
  return hash.digest('hex');
}

export const oneOf = <One>(random: Random, some: readonly One[]): One => some[Math.floor(random() * some.length)] as One;
export const upTo = (random: Random, most: number): number => Math.floor(random() * most);
export const bytes = (random: Random, length: number): Uint8Array => Uint8Array.from({ length }, () => upTo(random, 256));
