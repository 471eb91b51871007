// Knows how to get from a bare machine with Node to a running command of this project; nothing of meetings.
// Plain JavaScript without a dependency, since nothing is installed yet when it runs.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const pnpm = 'pnpm@12.21.0';
const node = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
const vite = join(root, 'apps/web/node_modules/vite/bin/vite.js');
const server = 'apps/server/src/main.ts';
/** The same program in one file: a third of the time until it answers. */
const oneFile = 'apps/server/dist/main.js';
const keeper = 'apps/server/src/keeper.ts';

/** `tools`: whether the test tools must be there too; `web`: whether the pages must be built first; `server`: whether it starts servers. */
const commands = {
  start: { run: [server, 'start'], web: true, server: true },
  serve: { run: [server, 'serve'], web: true, server: true },
  'demo:reset': { run: [server, 'demo:reset'] },
  backup: { run: [keeper, 'backup'] },
  verify: { run: [keeper, 'verify'] },
  restore: { run: [keeper, 'restore'] },
  pack: { run: ['scripts/pack.ts'], web: true, server: true },
  rehearse: { run: ['apps/rehearsal/src/main.ts'], server: true },
  torture: { run: ['apps/rehearsal/torture/main.ts', 'torture'], web: true, server: true, tools: true },
  replay: { run: ['apps/rehearsal/torture/main.ts', 'replay'], server: true, tools: true },
  figures: { run: ['apps/rehearsal/figures/main.ts'], web: true, server: true, tools: true },
  fairness: { run: ['apps/rehearsal/fairness/main.ts'] },
  test: { run: ['scripts/test.ts', 'all'], web: true, server: true, tools: true },
  check: { run: ['scripts/test.ts', 'check'], tools: true },
};

const say = (text) => process.stdout.write(`${text}\n`);

function stop(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/** Variables npm sets for its own script would reach pnpm, Vite and the server and mean another package there. */
function cleanEnv(extra) {
  const env = { ...process.env, ...extra };
  for (const name of Object.keys(env)) if (/^npm_(package|lifecycle)_/i.test(name)) delete env[name];
  env.PATH = [join(root, 'node_modules/.bin'), env.PATH ?? ''].join(delimiter);
  return env;
}

/** One child at a time; whoever ends us ends it, and we wait for its own farewell. */
function run(file, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: root, stdio: 'inherit', env: cleanEnv(), ...options });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    const forward = (signal) => child.kill(signal);
    const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    const finish = (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve({ code: code ?? 128 + (constants.signals[signal] ?? 0), signal, output });
    };
    child.on('error', (error) => {
      output += String(error);
      finish(1, null);
    });
    child.on('close', finish);
  });
}

/** Says that it is still at work, so that a slow line is not taken for a hang. */
async function patiently(sentence, work) {
  say(sentence);
  const began = Date.now();
  const beat = setInterval(() => say(`  仍在进行，已用 ${Math.round((Date.now() - began) / 1000)} 秒……`), 10_000);
  const answer = await work();
  clearInterval(beat);
  if (answer.signal === 'SIGTERM' || answer.signal === 'SIGINT' || answer.signal === 'SIGHUP') process.exit(answer.code);
  return { ...answer, seconds: ((Date.now() - began) / 1000).toFixed(1) };
}

const hashOf = (...texts) => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
};

const readStamp = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

function logFile(name, text) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, '.cache', name), text);
  return join('.cache', name);
}

const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network|dns error|error sending request/i;

/** The package.json of every part; a part that is new needs an install even when the lockfile knew it before. */
const packages = () =>
  ['packages', 'apps']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name, 'package.json')))
    .concat(join('e2e', 'package.json'))
    .sort();

/** Installs exactly what the lockfile says; nothing at all when that has been done. */
async function install(tools) {
  const described = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...packages()].map((file) => join(root, file));
  const wanted = hashOf(
    `${process.platform} ${process.arch}`,
    ...described.filter((file) => existsSync(file)).map((file) => readFileSync(file)),
  );
  const stamp = join(root, 'node_modules/.installed');
  const [done, scope] = readStamp(stamp).split(' ');
  if (done === wanted && (scope === 'all' || !tools) && existsSync(node)) return;
  // `fetch-retries` small: without a network the answer should come in seconds, not minutes.
  const args = ['--yes', '--loglevel=error', '--fetch-retries=1', '--fetch-retry-mintimeout=1000', pnpm, 'install', '--frozen-lockfile'];
  if (!tools) args.push('--filter', '!@xieshang/e2e');
  // Without CI pnpm may ask a question; with NODE_ENV=production it would leave out what the build needs.
  const env = cleanEnv({ CI: 'true', NODE_ENV: '' });
  rmSync(stamp, { force: true });
  const answer = await patiently('正在安装所需组件（首次需要联网，约一分钟）……', () =>
    run(process.platform === 'win32' ? 'npx.cmd' : 'npx', args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
      shell: process.platform === 'win32',
    }),
  );
  if (answer.code !== 0 || !existsSync(node)) {
    const log = logFile('install.log', answer.output);
    if (unreachable.test(answer.output))
      stop('无法安装所需组件：连不上软件包仓库。请接通网络后再运行一次；首次安装成功后，启动不再需要网络。');
    stop(`无法安装所需组件，详细记录在 ${log}。请检查磁盘空间和文件夹的写权限后再运行一次。`);
  }
  writeFileSync(stamp, `${wanted} ${tools ? 'all' : 'run'}`);
  say(`组件已就绪（${answer.seconds} 秒）。`);
}

/** Every file the pages are built from, by content: copying a folder about changes dates, not pages. */
function sourcesOf(folder) {
  const skipped = new Set(['node_modules', 'dist', '.cache', 'testing']);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? sourcesOf(join(folder, entry.name)) : [join(folder, entry.name)]));
}

/** Of the lockfile and of everything in these folders or files. */
function hashOfSources(...places) {
  const files = places.map((place) => join(root, place)).flatMap((place) => (statSync(place).isDirectory() ? sourcesOf(place) : [place]));
  return hashOf(readFileSync(join(root, 'pnpm-lock.yaml')), ...files.flatMap((file) => [relative(root, file), readFileSync(file)]));
}

async function build() {
  const wanted = hashOfSources('apps/web', 'packages');
  const stamp = join(root, '.cache/web-built');
  if (readStamp(stamp) === wanted && existsSync(join(root, 'apps/web/dist/index.html'))) return;
  rmSync(stamp, { force: true });
  const answer = await patiently('正在生成页面……', () =>
    run(node, [vite, 'build', '--logLevel', 'warn'], {
      cwd: join(root, 'apps/web'),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: cleanEnv({ NO_COLOR: '1' }),
    }),
  );
  if (answer.code !== 0) stop(`页面没有生成成功，详细记录在 ${logFile('build.log', answer.output)}。`);
  logFile('web-built', wanted);
  say(`页面已生成（${answer.seconds} 秒）。`);
}

/** True when the one file is of these sources, and whole: the stamp names both, for a power cut may leave either without the other. */
async function buildServer() {
  const product = join(root, oneFile);
  const stamp = join(root, '.cache/server-built');
  const wanted = hashOfSources('apps/server', 'packages', 'scripts/one-file.ts');
  const isBuilt = () => existsSync(product) && readStamp(stamp) === `${wanted} ${hashOf(readFileSync(product))}`;
  if (isBuilt()) return true;
  try {
    const answer = await patiently('正在生成程序……', () => run(node, ['scripts/one-file.ts'], { stdio: ['ignore', 'pipe', 'pipe'] }));
    if (answer.code !== 0) throw new Error('not made');
    logFile('server-built', `${wanted} ${hashOf(readFileSync(product))}`);
    say(`程序已生成（${answer.seconds} 秒）。`);
  } catch {
    // It runs as it stands all the same: a disk that is full or read-only is no reason not to start.
    say('没能把程序合成一个文件（磁盘已满或不能写入），照原样启动，会慢一些。');
  }
  return isBuilt();
}

const [name = '', ...rest] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (Number(process.versions.node.split('.')[0]) < 20)
  stop(`需要 Node 20 或更新的版本，这台机器上的是 ${process.versions.node}。请先升级 Node。`);
if (!command) stop(`没有“${name}”这个命令。可用的命令：${Object.keys(commands).join('、')}。`);

let isOneFile = false;
try {
  await install(command.tools === true);
  if (command.web) await build();
  if (command.server) isOneFile = await buildServer();
} catch (error) {
  if (error?.code === 'EACCES' || error?.code === 'EROFS' || error?.code === 'EPERM') stop(`不能写入文件夹 ${root}，请检查写权限。`);
  throw error;
}
// Programs that start servers start the same one as people do.
const env = cleanEnv({ SERVER_PROGRAM: isOneFile ? oneFile : server });
const { code } = await run(node, [...command.run.map((word) => (word === server && isOneFile ? oneFile : word)), ...rest], { env });
process.exit(code);
