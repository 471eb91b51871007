// Knows how a real nginx is put before the server, in the three ways in which offices have it wrong; not what passes through it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const installed = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx'].find((path) => existsSync(path));

/** Why a story with a proxy cannot be told here, or null. */
export const noNginx: string | null = installed === undefined ? '这台机器上没有 nginx，也装不上' : null;

export type Manner = keyof typeof manners;

/** Idle lines end after this, s. */
const idleSeconds = 4;

const manners = {
  /** As it comes out of the box: buffers in both directions, speaks HTTP/1.0 to the server and hands no upgrade on. */
  buffers: 'proxy_buffering on; proxy_request_buffering on; proxy_http_version 1.0;',
  /** A rule against WebSocket. */
  blocksUpgrades: 'if ($http_upgrade) { return 403; } proxy_http_version 1.1; proxy_set_header Connection "";',
  /** Everything is handed on, and a line on which nothing moves is ended. */
  dropsIdle: `proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection $line;
      proxy_read_timeout ${idleSeconds}s; proxy_send_timeout ${idleSeconds}s; send_timeout ${idleSeconds}s;`,
} as const;

export interface Nginx {
  /** Answers so far, by the path they were asked for and their status; a WebSocket is there once it has ended. */
  answers(path: string, status: number): Promise<number>;
  close(): Promise<void>;
}

/** Listens on `port` and hands on to `target`; resolves when it does. */
export async function nginx(manner: Manner, port: number, target: string): Promise<Nginx> {
  if (installed === undefined) throw new Error(noNginx ?? '');
  const folder = await mkdtemp(join(tmpdir(), 'xieshang-nginx-'));
  const access = join(folder, 'access.log');
  await writeFile(join(folder, 'nginx.conf'), configOf(manner, port, target, folder));
  const child = spawn(installed, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('start worker process')) resolve();
    });
    child.once('error', reject);
    void ended.then(() => reject(new Error(`nginx ended\n${said}`)));
  });
  return {
    answers: async (path, status) => {
      const lines = (await readFile(access, 'utf8')).split('\n');
      return lines.filter((line) => line.startsWith(path) && line.endsWith(` ${status}`)).length;
    },
    close: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const configOf = (manner: Manner, port: number, target: string, folder: string): string => `
daemon off;
worker_processes 1;
pid ${folder}/pid;
error_log stderr notice;
events { worker_connections 512; }
http {
  log_format short '$uri $status';
  access_log ${folder}/access.log short;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  client_max_body_size 25m;
  map $http_upgrade $line { default upgrade; '' ''; }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass ${target};
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      ${manners[manner]}
    }
  }
}
`;
