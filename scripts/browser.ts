// Knows where a Chromium for the browser stories comes from; not what is done with it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, mayInstall } from './debian.ts';

export type Browser =
  | { readonly found: true; readonly from: string; readonly env: Readonly<Record<string, string>> }
  | { readonly found: false; readonly reason: string };

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable'];

/** A file that is there need not start: some systems put a stub in this place. */
const starts = (path: string, env: Readonly<Record<string, string>> = {}): boolean =>
  existsSync(path) && spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000, env: { ...process.env, ...env } }).status === 0;

const firstInstalled = (): string | undefined => installed.find((path) => starts(path));

function fromDebian(): string | undefined {
  if (!mayInstall()) return undefined;
  console.log('正在用 apt-get 安装 Chromium 和中文字体……');
  install(['chromium', 'fonts-noto-cjk']);
  if (!firstInstalled()) install(['chromium']);
  return firstInstalled();
}

interface Sparticuz {
  readonly default: { executablePath(): Promise<string> };
}

/** A Chromium from the package registry; brings the few libraries it needs beyond libc. */
async function fromRegistry(root: string): Promise<Browser> {
  // It unpacks its libraries only where it believes to be a cloud function.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs24.x';
  try {
    const file = createRequire(join(root, 'e2e/package.json')).resolve('@sparticuz/chromium');
    const module = (await import(file)) as Sparticuz;
    const path = await module.default.executablePath();
    const libraries = ['al2023', 'al2', 'aws'].map((name) => join(tmpdir(), name, 'lib')).filter((folder) => existsSync(folder));
    const env = { CHROMIUM_PATH: path, LD_LIBRARY_PATH: [...libraries, process.env['LD_LIBRARY_PATH'] ?? ''].filter(Boolean).join(':') };
    if (starts(path, env)) return { found: true, from: '@sparticuz/chromium', env };
    return { found: false, reason: '软件包里的 Chromium 在这台机器上不能启动' };
  } catch (error) {
    return { found: false, reason: `找不到 Chromium（${error instanceof Error ? error.message.split('\n')[0] : String(error)}）` };
  } finally {
    delete process.env['AWS_LAMBDA_JS_RUNTIME'];
  }
}

/** CHROMIUM_PATH, then what is installed, then Debian's (as root), then the registry's. A CHROMIUM_PATH that does not start is not passed over silently. */
export async function findBrowser(root: string): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (starts(named)) return { found: true, from: 'CHROMIUM_PATH', env: { CHROMIUM_PATH: named } };
    return { found: false, reason: `CHROMIUM_PATH 指向的 ${named} 不能启动` };
  }
  const path = firstInstalled() ?? fromDebian();
  if (path) return { found: true, from: path, env: { CHROMIUM_PATH: path } };
  return fromRegistry(root);
}
