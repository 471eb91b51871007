// Knows when a backup, or a data folder, is right as a whole; says every fault it finds and mends none.
import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkDatabase, type WantedMaterial } from './check-database.ts';
import { sha256Of } from './files.ts';
import { differences, type Inventory } from './inventory.ts';
import { databaseName, filesIn, manifestName, materialsName, type FoundBackup } from './layout.ts';
import type { FileEntry } from './manifest.ts';

export interface Verified {
  /** One Chinese sentence for each fault; none: all is right. */
  readonly findings: readonly string[];
  readonly inventory: Inventory | null;
  /** How many were read and hashed. */
  readonly files: number;
}

/** Every byte against the manifest, and what the bytes mean against the laws. */
export async function verifyBackup({ path, manifest }: FoundBackup): Promise<Verified> {
  const { findings, inventory, materials } = checkDatabase(join(path, databaseName));
  const all = [...findings];
  if (manifest === null) return { findings: [`清单 ${manifestName} 已损坏`, ...all], inventory, files: 0 };
  const known = new Set(manifest.files.map(({ name }) => name));
  if (!known.has(databaseName)) all.push(`清单里没有数据库 ${databaseName}`);
  for (const entry of manifest.files) all.push(...(await checkFile(path, entry)));
  for (const name of filesIn(path)) if (!known.has(name)) all.push(`多出了清单里没有的文件 ${name}`);
  for (const one of materials) if (!known.has(`${materialsName}/${one.sha256}`)) all.push(`${described(one)}不在备份里`);
  if (inventory) all.push(...differences(manifest, inventory));
  return { findings: all, inventory, files: manifest.files.length };
}

/** What lies there at one instant, also under a running server. */
export async function verifyData({
  database,
  materials: folder,
}: {
  readonly database: string;
  readonly materials: string;
}): Promise<Verified> {
  const { findings, inventory, materials } = checkDatabase(database);
  const all = [...findings];
  const seen = new Map<string, string | null>();
  for (const one of materials) {
    const { sha256, bytes } = one;
    if (!seen.has(sha256)) {
      const [fault] = await checkFile(folder, { name: basename(sha256), bytes, sha256 });
      seen.set(sha256, fault ?? null);
    }
    const fault = seen.get(sha256) ?? null;
    if (fault !== null) all.push(`${described(one)}：${fault}`);
  }
  return { findings: all, inventory, files: seen.size };
}

const described = ({ meeting, id, sha256 }: WantedMaterial): string => `会议 ${meeting} 的材料 ${id}（${sha256.slice(0, 12)}…）`;

async function checkFile(folder: string, { name, bytes, sha256 }: FileEntry): Promise<readonly string[]> {
  const file = join(folder, name);
  if (!existsSync(file)) return [`文件 ${name} 不见了`];
  const { size } = statSync(file);
  if (size !== bytes) return [`文件 ${name} 应有 ${bytes} 字节，实有 ${size} 字节`];
  return (await sha256Of(file)) === sha256 ? [] : [`文件 ${name} 的内容与 SHA-256 不符`];
}
