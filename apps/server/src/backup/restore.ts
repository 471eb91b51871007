// Knows how a backup becomes a data folder that a server may use; leaves nothing half restored. Is told how a folder is taken and opened.
import { existsSync, readdirSync, rmSync, rmdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Keys } from '../keys.ts';
import type { Epochs } from '../ports.ts';
import { epochOf } from './epochs.ts';
import { copyWhole, sync } from './files.ts';
import { beginGenerations, withGenerations, type NewGeneration, type Reopened } from './generations.ts';
import { differences } from './inventory.ts';
import { databaseName, type FoundBackup } from './layout.ts';
import type { Manifest } from './manifest.ts';
import { diskTrouble } from '../disk-trouble.ts';
import { verifyBackup, verifyData } from './verify.ts';

/** An empty folder that this process holds; its data counts from `finish` on. */
export interface Target {
  readonly path: string;
  readonly database: string;
  readonly materials: string;
  readonly keys: string;
  finish(): void;
  release(): void;
}

export interface Restoring {
  readonly backup: FoundBackup;
  readonly folder: string;
  readonly take: (path: string, mode: Manifest['mode']) => Target;
  /** The key the restored copy speaks under, in that folder: the old server's, or a new one. */
  readonly openKeys: (folder: string) => Pick<Keys, 'sign' | 'fingerprint'>;
  /** Brings a database of an older program to today's shape. */
  readonly open: (database: string) => Promise<Reopened & { readonly epochs: Epochs; close(): Promise<void> }>;
  /** Epoch ms. */
  readonly now: number;
}

export interface Restored {
  readonly manifest: Manifest;
  readonly begun: readonly NewGeneration[];
  /** What is there against what the manifest and the new generations say; none when all is right. */
  readonly differences: readonly string[];
  /** Of the key the new epoch is signed with. */
  readonly fingerprint: string;
}

/** Raised with every fault that keeps a backup from being restored. */
export class UnsoundBackup extends Error {
  override readonly name = 'UnsoundBackup';
  readonly findings: readonly string[];
  constructor(findings: readonly string[]) {
    super('the backup is not sound');
    this.findings = findings;
  }
}

/** Refuses an unsound backup and a folder that is not empty; whatever fails, the folder is then as it was. */
export async function restoreBackup({ backup, folder, take, openKeys, open, now }: Restoring): Promise<Restored> {
  const { manifest } = backup;
  const { findings } = await verifyBackup(backup);
  if (manifest === null || findings.length > 0) throw new UnsoundBackup(findings);
  const isNew = !existsSync(folder);
  const target = take(folder, manifest.mode);
  let whole = false;
  try {
    for (const { name, sha256 } of manifest.files) {
      const to = name === databaseName ? target.database : join(target.materials, basename(name));
      if (!(await copyWhole(join(backup.path, name), to, sha256))) throw new UnsoundBackup([`文件 ${name} 复制后与 SHA-256 不符`]);
    }
    const store = await open(target.database);
    const keys = openKeys(target.keys);
    const epoch = epochOf(manifest, now, keys.sign);
    const change = async () => {
      await store.epochs.add(epoch);
      return beginGenerations(store, manifest, now);
    };
    const begun = await change().finally(() => store.close());
    const after = await verifyData(target);
    if (after.findings.length > 0 || after.inventory === null) throw new UnsoundBackup(after.findings);
    await sync(target.database);
    await sync(target.materials);
    target.finish();
    await sync(target.path);
    whole = true;
    return {
      manifest,
      begun,
      differences: differences(withGenerations(manifest, begun, epoch.length), after.inventory),
      fingerprint: keys.fingerprint,
    };
  } catch (error) {
    throw diskTrouble(error, '恢复没有完成，没有留下任何文件');
  } finally {
    target.release();
    if (!whole) empty(folder, isNew);
  }
}

function empty(folder: string, remove: boolean): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  if (remove) rmdirSync(folder);
}
