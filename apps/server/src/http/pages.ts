// Knows how the built pages are handed out; not what they show.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import type { HttpDeps } from './deps.ts';
import { earlyLinks } from './early.ts';
import { encodingFor, packer, type BuiltFile, type Encoding } from './packing.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

const notBuilt = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>协商厅</title><body><h1>协商厅</h1><p>服务已经启动，但页面尚未构建。请用 npm start 或 npm run serve 启动。</p></body></html>`;

/** The file a path names inside the root; null outside of it, for dot files and for what is not there. */
async function found(root: string, path: string): Promise<BuiltFile | null> {
  const file = normalize(join(root, path));
  if (!file.startsWith(root + sep) || path.includes('/.') || path.includes('\0')) return null;
  const stats = await stat(file).catch(() => null);
  return stats?.isFile() ? { file, size: stats.size, changedAt: stats.mtimeMs } : null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '/';
  }
}

/** Built files by name; every other address that is no door of the API is the application's own page. */
export const pageRoutes = (deps: Pick<HttpDeps, 'webRoot' | 'signIn' | 'store'>) => {
  const root = normalize(deps.webRoot);
  const early = earlyLinks(deps);
  const packedBytes = packer();
  return new Hono().get('*', async (c) => {
    const path = decoded(c.req.path);
    const named = /\.\w+$/.test(path) ? await found(root, path) : null;
    // A missing script must not be answered with a page: the browser would run into its first `<`.
    if (!named && path.startsWith('/assets/')) return c.notFound();
    const page = named ?? (await found(root, '/index.html'));
    if (!page) return c.html(notBuilt);
    const hashed = named !== null && path.startsWith('/assets/');
    const encoding = encodingFor(c.req.header('accept-encoding'));
    const packed = encoding === null ? null : await packedBytes(page, encoding);
    const answer = packed ? send(page, hashed, packed, encoding) : send(page, hashed, null, null);
    const links = named ? null : await early(path, c.req.header('cookie')).catch(() => null);
    if (links !== null) {
      answer.headers.set('link', links);
      answer.headers.set('vary', 'accept-encoding, cookie');
    }
    return answer;
  });
};

/** `hashed`: its name changes with its content, so it may be kept for ever. */
function send({ file, size }: BuiltFile, hashed: boolean, packed: Uint8Array<ArrayBuffer> | null, encoding: Encoding | null): Response {
  return new Response(packed ?? (Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>), {
    headers: {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-length': String(packed?.length ?? size),
      'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(encoding === null ? {} : { 'content-encoding': encoding }),
    },
  });
}
