// Makes one file of the server's program and of the packages it uses, so that a start reads one file and not fourteen hundred.
// Knows how modules become one; not what they do, and not when it is done (boot.mjs).
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { rolldown, type Plugin } from 'rolldown';

const root = join(import.meta.dirname, '..');
const entry = join(root, 'apps/server/src/main.ts');

/** A module of ours goes on finding what lies beside it (its templates, its threads, the root) and knows that it is not what was started. */
const placesKept = (folder: string): Plugin => {
  const way = (path: string): string => relative(folder, path).split(sep).join('/');
  return {
    name: 'places-kept',
    transform: {
      filter: { id: { include: /\.(ts|mjs)$/, exclude: /node_modules/ }, code: /import\.meta\.(dirname|url)/ },
      handler: (code, id) =>
        code
          .replaceAll(/\bimport\.meta\.dirname\b/g, `(import.meta.dirname + ${JSON.stringify(`/${way(dirname(id))}`)})`)
          .replaceAll(/\bimport\.meta\.url\b/g, `new URL(${JSON.stringify(way(id))}, import.meta.url).href`),
    },
  };
};

/** Whole or as it was before: another start may be reading it. Rejects for whatever the modules leave open. */
export async function makeOneFile(product: string): Promise<void> {
  const program = await rolldown({
    input: entry,
    platform: 'node',
    plugins: [placesKept(dirname(product))],
    onLog: (level, log) => {
      if (level === 'warn') throw new Error(log.message);
    },
  });
  const { output } = await program.generate({ format: 'esm', keepNames: true, codeSplitting: false });
  await program.close();
  mkdirSync(dirname(product), { recursive: true });
  const passing = `${product}.${process.pid}`;
  writeFileSync(passing, output[0].code);
  renameSync(passing, product);
}

if (import.meta.main) await makeOneFile(join(root, 'apps/server/dist/main.js'));
