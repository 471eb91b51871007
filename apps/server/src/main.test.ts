import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { takeDataFolder } from './store/data-folder.ts';
import { openDatabase } from './store/database.ts';
import { tempFolder } from './testing/hall.ts';

// A process of its own takes a while to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const main = join(import.meta.dirname, 'main.ts');

interface Started {
  readonly output: () => string;
  /** Resolves with the first match in what is printed; rejects when the process ends before. */
  printed(pattern: RegExp): Promise<string>;
  stop(signal: NodeJS.Signals): void;
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

function run(command: string, env: Readonly<Record<string, string>>, errors: 'pipe' | number = 'pipe'): Started {
  const child = spawn(process.execPath, [main, command], {
    env: { PATH: process.env['PATH'], PORT: '0', ...env },
    stdio: ['ignore', 'pipe', errors],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Awaited<Started['ended']>>((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
  return {
    output: () => stdout,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(stdout)?.[1];
          if (found !== undefined) resolve(found);
        };
        child.stdout?.on('data', look);
        void ended.then(() => reject(new Error(`ended without ${pattern}: ${stdout}${stderr}`)));
        look();
      }),
    stop: (signal) => void child.kill(signal),
    ended,
  };
}

const address = /协商厅已启动：(\S+)/;

/** One Chinese sentence on the error stream, code 1, no trace. */
async function refused(started: Started, pattern: RegExp): Promise<void> {
  const { code, stderr } = await started.ended;
  expect(stderr).toMatch(pattern);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(1);
}

async function occupied(): Promise<{ readonly port: number; readonly server: Server }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, server };
}

describe('a start is refused in one sentence', () => {
  test('when the port is taken', async () => {
    const { port } = await occupied();
    await refused(run('start', { DATA_DIR: await tempFolder(), PORT: String(port) }), new RegExp(`端口 ${port} 已被占用`));
  });

  test('when the folder cannot be written', async () => {
    const file = join(await tempFolder(), 'file');
    writeFileSync(file, '');
    await refused(run('start', { DATA_DIR: join(file, 'data') }), /无法写入/);
  });

  test.each([
    ['start', 'live', /属于正式模式/],
    ['serve', 'demo', /属于演示模式/],
  ] as const)('%s, when the folder is of the mode %s', async (command, mode, sentence) => {
    const folder = await tempFolder();
    takeDataFolder(folder, mode).release();
    await refused(run(command, { DATA_DIR: folder }), sentence);
  });

  test('when another server uses the folder', async () => {
    const folder = await tempFolder();
    const taken = takeDataFolder(folder, 'demo');
    onTestFinished(taken.release);
    await refused(run('start', { DATA_DIR: folder }), /正被另一个服务使用/);
  });

  test('when a newer program has written the data', async () => {
    const folder = takeDataFolder(await tempFolder(), 'live');
    await (await openDatabase(folder.database)).destroy();
    const raw = new DatabaseSync(folder.database);
    raw.exec(`insert into kysely_migration values ('9999-from-the-future', '2030-01-01')`);
    raw.close();
    folder.release();
    await refused(run('serve', { DATA_DIR: folder.path }), /更新版本的程序/);
  });

  test('when the database is no database', async () => {
    const folder = await tempFolder();
    writeFileSync(join(folder, 'mode'), 'live\n');
    writeFileSync(join(folder, 'xieshang.sqlite'), 'not a database, only some text that is long enough to be read as a header');
    await refused(run('serve', { DATA_DIR: folder }), /无法打开/);
  });

  test('when the command is none', async () => {
    await refused(run('dance', {}), /没有“dance”这个命令/);
  });
});

describe('a server', () => {
  test('for real use begins with a one-time link, that a second start replaces until it is used', async () => {
    const env = { DATA_DIR: await tempFolder() };
    const first = run('serve', env);
    const origin = await first.printed(address);
    const old = await first.printed(/setup#(\S+)/);
    first.stop('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0, stderr: '' });
    const second = run('serve', env);
    const again = await second.printed(address);
    const fresh = await second.printed(/setup#(\S+)/);
    const body = { committeeName: '市政协', account: 'guanli', name: '管理员', password: 'long and fresh' };
    const setUp = (token: string) =>
      fetch(`${again}/api/setup`, {
        method: 'POST',
        headers: { origin: again, 'content-type': 'application/json' },
        body: JSON.stringify({ ...body, token }),
      });
    expect((await setUp(old)).status).toBe(410);
    expect((await setUp(fresh)).status).toBe(200);
    second.stop('SIGTERM');
    expect((await second.ended).code).toBe(0);
    const third = run('serve', env);
    await third.printed(address);
    expect(third.output()).not.toContain('setup#');
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('ends on %s, also while a request hangs', async (signal) => {
    const server = run('serve', { DATA_DIR: await tempFolder() });
    const origin = await server.printed(address);
    const hanging = new AbortController();
    onTestFinished(() => hanging.abort());
    const unfinished = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{')) });
    void fetch(`${origin}/api/session`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: unfinished,
      duplex: 'half',
      signal: hanging.signal,
    }).catch(() => undefined);
    await fetch(`${origin}/healthz`);
    server.stop(signal);
    expect((await server.ended).code).toBe(0);
  });

  test('goes on when its log cannot be written', async () => {
    const full = openSync('/dev/full', 'w');
    const server = run('serve', { DATA_DIR: await tempFolder(), LOG_LEVEL: 'info' }, full);
    closeSync(full);
    const origin = await server.printed(address);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    expect((await fetch(`${origin}/api/session`, { method: 'POST' })).status).toBe(403);
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
    server.stop('SIGTERM');
    expect((await server.ended).code).toBe(0);
  });

  test('lets its folder go when it is killed, and finds all data again', async () => {
    const env = { DATA_DIR: await tempFolder() };
    const first = run('serve', env);
    await first.printed(address);
    first.stop('SIGKILL');
    await first.ended;
    const second = run('serve', env);
    expect((await fetch(`${await second.printed(address)}/readyz`)).status).toBe(200);
  });
});

test('a demo says who can be signed in as, and a second start finds all data', async () => {
  const env = { DATA_DIR: await tempFolder() };
  const first = run('start', env);
  const origin = await first.printed(address);
  for (const account of ['zhuchi', 'mishu1', 'weiyuan01 … weiyuan32', 'bumen1', 'guanli', 'xieshang-demo'])
    expect(first.output()).toContain(account);
  const signedIn = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'zhuchi', password: 'xieshang-demo' }),
  });
  expect(await signedIn.json()).toMatchObject({ person: { role: 'moderator' } });
  first.stop('SIGTERM');
  await first.ended;
  const second = run('start', env);
  const again = await second.printed(address);
  expect(second.output()).not.toContain('已准备好演示数据');
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  expect(await (await fetch(`${again}/api/meetings`, { headers: { cookie } })).json()).toMatchObject({
    meetings: [{ meeting: 'demo' }, {}],
  });
});

test('demo:reset empties a demo folder and no other', async () => {
  const demo = await tempFolder();
  takeDataFolder(demo, 'demo').release();
  expect(await run('demo:reset', { DATA_DIR: demo }).ended).toMatchObject({ code: 0, stdout: expect.stringContaining('已清空') });
  const live = join(await tempFolder(), 'live');
  mkdirSync(live);
  takeDataFolder(live, 'live').release();
  await refused(run('demo:reset', { DATA_DIR: live }), /不是演示数据文件夹/);
  expect(existsSync(join(live, 'mode'))).toBe(true);
});
