// Knows how an operator backs up and restores at the terminal of the machine a story's server runs on; nothing of pages.
import { spawn } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** What is printed; throws with it when the command fails. */
function keeper(words: readonly string[], dataDir: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, 'node_modules/.bin/node'), ['apps/server/src/keeper.ts', ...words], {
      cwd: root,
      env: { ...process.env, DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('close', (code) => (code === 0 ? resolve(said) : reject(new Error(`${words.join(' ')}: ${code}\n${said}`))));
  });
}

export interface Folder {
  /** Of the stage; the server's data are in `data` in it. */
  readonly dataDir: string;
}

export const backUp = ({ dataDir }: Folder): Promise<string> => keeper(['backup', join(dataDir, 'backups')], join(dataDir, 'data'));

/** In place of the data, which are moved aside; `keys`: with the old server's key, or with a new one. */
export function restore({ dataDir }: Folder, aside: string, keys: 'oldKeys' | 'newKeys'): Promise<string> {
  const old = join(dataDir, aside);
  renameSync(join(dataDir, 'data'), old);
  return keeper(['restore', join(dataDir, 'backups'), ...(keys === 'oldKeys' ? ['--keys', join(old, 'keys')] : [])], join(dataDir, 'data'));
}
