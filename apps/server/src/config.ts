// Knows what can be set from outside and what each setting means; reads no environment itself.
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { StartRefusal } from './start-refusal.ts';

export type Command = 'start' | 'serve' | 'demo:reset';

/**
 * `bench`: nobody is paced, so that the machine is measured and not the limit. `ungated`: beside that, updates of minutes are written and
 * told without being looked at, so that the price of looking is measured. Only in a demo on this machine.
 */
export type Profile = 'usual' | 'bench' | 'ungated';

export interface Config {
  readonly command: Command;
  readonly mode: 'demo' | 'live';
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** As people reach us, when that is not the address we listen on. */
  readonly publicOrigin: string | null;
  readonly metricsToken: string | null;
  readonly logLevel: string;
  /** Members a fresh demo is filled with; 0: those of the sample. */
  readonly demoMembers: number;
  readonly profile: Profile;
  /** Sentences to print before anything else. */
  readonly hints: readonly string[];
}

type Env = Readonly<Record<string, string | undefined>>;

const root = join(import.meta.dirname, '../../..');
const commands: readonly string[] = ['start', 'serve', 'demo:reset'] satisfies Command[];
const isCommand = (word: string): word is Command => commands.includes(word);
const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');
const isAnywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** Refuses, with a sentence, what cannot be meant. */
export function readConfig(argv: readonly string[], env: Env): Config {
  const [command = ''] = argv;
  if (!isCommand(command)) throw new StartRefusal(`没有“${command}”这个命令。可用的命令：${commands.join('、')}。`);
  const mode = command === 'serve' ? 'live' : 'demo';
  const host = env['HOST'] || '127.0.0.1';
  const profile = profileOf(env['BENCH_PROFILE'], mode === 'demo' && isLoopback(host));
  const hints = [
    ...(profile === 'bench' ? ['注意：测速档（BENCH_PROFILE=unpaced）已启用，不限制各连接发送的快慢，只供本机测速。'] : []),
    ...(profile === 'ungated' ? ['注意：测速档（BENCH_PROFILE=ungated）已启用，不限制快慢，也不检查纪要的更新，只供本机测速。'] : []),
    ...(mode === 'demo' && !isLoopback(host) ? ['注意：演示模式的密码是公开的，现在同一网络中的任何人都能登录。'] : []),
    ...(env['DATABASE_URL'] || env['REDIS_URL'] ? ['DATABASE_URL 和 REDIS_URL 尚未启用，数据仍保存在本机的 SQLite 文件中。'] : []),
  ];
  return {
    command,
    mode,
    port: portOf(env['PORT']),
    host,
    dataDir: resolve(env['DATA_DIR'] || join(root, 'data', mode)),
    publicOrigin: originOf(env['PUBLIC_ORIGIN']),
    metricsToken: env['METRICS_TOKEN'] || null,
    logLevel: env['LOG_LEVEL'] || (mode === 'demo' ? 'error' : 'info'),
    demoMembers: membersOf(env['DEMO_MEMBERS']),
    profile,
    hints,
  };
}

function membersOf(text: string | undefined): number {
  if (!text) return 0;
  const members = Number(text);
  if (/^\d+$/.test(text) && members >= 32 && members <= 1000) return members;
  throw new StartRefusal(`DEMO_MEMBERS 应为 32 到 1000 之间的整数，现在是“${text}”。`);
}

function profileOf(text: string | undefined, isOwnDemo: boolean): Profile {
  if (!text) return 'usual';
  if (text !== 'unpaced' && text !== 'ungated') throw new StartRefusal(`BENCH_PROFILE 只能是 unpaced 或 ungated，现在是“${text}”。`);
  if (!isOwnDemo) throw new StartRefusal('BENCH_PROFILE 只能用于本机（127.0.0.1）上的演示模式，请去掉这项设置。');
  return text === 'ungated' ? 'ungated' : 'bench';
}

function portOf(text: string | undefined): number {
  if (!text) return 3000;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartRefusal(`PORT 应为 0 到 65535 之间的整数，现在是“${text}”。`);
}

function originOf(text: string | undefined): string | null {
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const plain = url && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  if (plain && (url.protocol === 'http:' || url.protocol === 'https:')) return url.origin;
  throw new StartRefusal(`PUBLIC_ORIGIN 应为完整的网址，例如 https://xieshang.example.cn，现在是“${text}”。`);
}

export interface OurOrigin {
  readonly public: string;
  readonly https: boolean;
  /** V41. Nobody on the way reads what pages send: https, or this machine alone. */
  readonly isPrivate: boolean;
  accepts(origin: string): boolean;
}

/** The origins that are ours once the port is known; never taken from a request. */
export function ourOrigin({ host, publicOrigin }: Pick<Config, 'host' | 'publicOrigin'>, port: number): OurOrigin {
  const at = (name: string): string => new URL(`http://${name.includes(':') ? `[${name}]` : name}:${port}`).origin;
  const loopback = ['127.0.0.1', 'localhost', '::1'];
  const listening = isLoopback(host) ? [host, ...loopback] : isAnywhere(host) ? [...ownAddresses(), ...loopback] : [host];
  const first = publicOrigin ?? at(listening[0] ?? host);
  // Behind a public name only that name counts, but for this machine itself.
  const others = publicOrigin === null || isLoopback(host) ? listening.map(at) : [];
  const ours = new Set([first, ...others]);
  const https = first.startsWith('https:');
  const isPrivate = https || (isLoopback(host) && isLoopback(new URL(first).hostname.replace(/^\[|\]$/g, '')));
  return { public: first, https, isPrivate, accepts: (origin) => ours.has(origin) };
}

const ownAddresses = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flat()
    .flatMap((one) => (one && !one.internal && !one.address.startsWith('fe80') ? [one.address] : []))
    .toSorted((a, b) => Number(a.includes(':')) - Number(b.includes(':')));
