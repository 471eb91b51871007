// Knows how the floor is built and served: one component of React, packed and sent as our pages are; nothing of the product.
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { freePort } from '../server.ts';

const web = createRequire(join(import.meta.dirname, '../../apps/web/package.json'));

interface Vite {
  build(options: object): Promise<unknown>;
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

export interface BarePage {
  readonly url: string;
  end(): Promise<void>;
}

export async function barePage(): Promise<BarePage> {
  const outDir = join(tmpdir(), `xieshang-bare-${process.pid}`);
  const vite = (await import(web.resolve('vite'))) as Vite;
  const inWeb = (name: string) => ({ find: name, replacement: web.resolve(name) });
  await vite.build({
    root: join(import.meta.dirname, 'bare'),
    configFile: false,
    logLevel: 'error',
    resolve: { alias: ['react/jsx-runtime', 'react-dom/client', 'react'].map(inWeb) },
    oxc: { jsx: { runtime: 'automatic' } },
    build: { outDir, emptyOutDir: true, target: ['chrome98'], modulePreload: { polyfill: false } },
  });
  const packed = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    const path = request.url === '/' || request.url === undefined ? '/index.html' : request.url;
    const known = packed.get(path);
    const answer = known ? Promise.resolve(known) : readFile(join(outDir, path)).then((content) => brotliCompressSync(content));
    answer.then(
      (bytes) => {
        packed.set(path, bytes);
        response.writeHead(200, {
          'content-type': types[extname(path)] ?? 'application/octet-stream',
          'content-encoding': 'br',
          'content-length': bytes.length,
        });
        response.end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}/`,
    end: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
