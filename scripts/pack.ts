// Makes the archive that is carried to a machine without internet; knows how it is wrapped up, not what is in it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { layOut } from './pack-tree.ts';

const root = join(import.meta.dirname, '..');
const { version }: { readonly version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const name = `xieshang-${version}-${process.platform}-${process.arch}`;
const into = resolve(process.argv[2] ?? join(root, 'dist'));
const megabyte = 2 ** 20;

const place = mkdtempSync(join(tmpdir(), 'xieshang-pack-'));
try {
  layOut(join(place, name));
  mkdirSync(into, { recursive: true });
  const archive = join(into, `${name}.tar.gz`);
  execFileSync('tar', ['-czf', archive, '-C', place, name]);
  console.log(`已打包 ${archive}（${(statSync(archive).size / megabyte).toFixed(1)} MB）。`);
  console.log('在同样系统的机器上解开，运行其中的 ./xieshang serve，不需要网络、Node 或 npm。');
} finally {
  rmSync(place, { recursive: true, force: true });
}
