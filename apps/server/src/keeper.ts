// Knows how backups, their verification and restorations are asked for at a terminal; the only reader of the environment in their process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { diskTrouble, findBackup, readAsked, restoreBackup, takeBackup, UnsoundBackup, verifyBackup, verifyData } from './backup/index.ts';
import type { FoundBackup, Inventory, Manifest, Restored, Verified } from './backup/index.ts';
import { copyKeys, openKeys } from './keys.ts';
import { StartRefusal } from './start-refusal.ts';
import { findDataFolder, modeNames, takeEmptyFolder, type FoundFolder } from './store/data-folder.ts';
import { sqlCommittee } from './store/committee.ts';
import { openDatabase } from './store/database.ts';
import { sqlEpochs } from './store/epochs.ts';
import { sqlEventLog } from './store/event-log.ts';
import { sqlMinutes } from './store/minutes.ts';
import { version } from './version.ts';

const root = join(import.meta.dirname, '../../..');
const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);

/** What the operator sees at one glance. */
function sums({ counts, meetings, minutes }: Inventory) {
  const rows = (table: string): number => counts[table] ?? 0;
  const [events, updates, accounts, materials] = [rows('events'), rows('minutes_updates'), rows('accounts'), rows('materials')];
  return { accounts, meetings: meetings.length, events, minutes: minutes.length, updates, issued: rows('issued_minutes'), materials };
}

function inWords(inventory: Inventory): string {
  const { accounts, meetings, events, minutes, updates, issued, materials } = sums(inventory);
  return `${accounts} 个账号，${meetings} 场会议的 ${events} 条事件，${minutes} 份纪要文档的 ${updates} 次更新，${issued} 份已签发的纪要，${materials} 份材料`;
}

/** The folder that DATA_DIR names, else that of real use, else the demo's. */
function ownFolder(): FoundFolder {
  const named = process.env['DATA_DIR'];
  const candidates = named ? [resolve(named)] : [join(root, 'data/live'), join(root, 'data/demo')];
  for (const path of candidates) {
    const found = findDataFolder(path);
    if (found) return found;
  }
  throw new StartRefusal(`没有数据文件夹可以备份：${candidates.join(' 和 ')} 里没有数据。请用 DATA_DIR 指明。`);
}

function knownBackup(path: string): FoundBackup {
  const found = findBackup(path);
  if (found) return found;
  throw new StartRefusal(`${path} 里没有备份。`);
}

async function backup(into: string): Promise<boolean> {
  const from = ownFolder();
  const { path, manifest } = await takeBackup({ from, into, now: Date.now(), version });
  const { findings } = await verifyBackup({ path, manifest });
  for (const finding of findings) say(finding);
  say(`已备份${modeNames[manifest.mode]}数据（${from.path}）：${inWords(manifest)}。`);
  say(findings.length === 0 ? `备份在 ${path}，已经核对。` : `备份在 ${path}；数据本身有 ${findings.length} 处问题，见上。`);
  return findings.length === 0;
}

async function verify(path: string): Promise<boolean> {
  const began = performance.now();
  const data = findDataFolder(path);
  const found = data ?? knownBackup(path);
  const verified = 'manifest' in found ? await verifyBackup(found) : await verifyData(found);
  return report({ command: 'verify', kind: data ? 'data' : 'backup', path: found.path }, verified, began);
}

/** One line a fault, and a last line for programs. */
function report(about: Readonly<Record<string, unknown>>, { findings, inventory, files }: Verified, began: number): boolean {
  const ok = findings.length === 0 && inventory !== null;
  for (const finding of findings) say(finding);
  say(ok ? `没有发现问题：${inWords(inventory)}。` : `发现 ${findings.length} 处问题。`);
  say(JSON.stringify({ ...about, ok, findings: findings.length, ...(inventory ? sums(inventory) : {}), files, ms: msSince(began) }));
  return ok;
}

const msSince = (began: number): number => Math.round(performance.now() - began);

/** `keys`: the folder with the old server's key, or null for a new one. */
function restoreInto(found: FoundBackup, folder: string, keys: string | null): Promise<Restored> {
  return restoreBackup({
    ...{ backup: found, folder, take: takeEmptyFolder, now: Date.now() },
    openKeys: (into) => (keys === null ? openKeys(into) : copyKeys(resolve(keys), into)),
    open: async (database) => {
      const db = await openDatabase(database);
      return {
        minutes: sqlMinutes(db),
        eventLog: sqlEventLog(db),
        epochs: sqlEpochs(db),
        committee: sqlCommittee(db).read,
        close: () => db.destroy(),
      };
    },
  });
}

/** Apart from the data: who has both can sign in the server's name. */
async function saveKeys(into: string): Promise<boolean> {
  const { path, keys } = ownFolder();
  if (`${into}/`.startsWith(`${path}/`)) throw new StartRefusal(`密钥的副本不能放在数据文件夹 ${path} 里面。`);
  const { fingerprint } = copyKeys(keys, into);
  say(`服务器密钥已复制到 ${into}，指纹 ${fingerprint}。请与备份分开保管。`);
  return true;
}

async function restore(path: string, keys: string | null): Promise<boolean> {
  const found = knownBackup(path);
  const folder = resolve(process.env['DATA_DIR'] || join(root, 'data', found.manifest?.mode ?? 'live'));
  const { manifest, begun, differences, fingerprint } = await restoreInto(found, folder, keys);
  sayDifferences(differences);
  sayGenerations(begun.length);
  sayKey(fingerprint, keys);
  say(`已把 ${momentOf(manifest)} 的${modeNames[manifest.mode]}数据恢复到 ${folder}：${inWords(manifest)}。`);
  return differences.length === 0;
}

/** In a folder of its own that is gone afterwards. */
async function drill(path: string): Promise<boolean> {
  const began = performance.now();
  const found = knownBackup(path);
  const folder = mkdtempSync(join(tmpdir(), 'xieshang-drill-'));
  try {
    const { manifest, begun, differences } = await restoreInto(found, join(folder, 'data'), null);
    sayDifferences(differences);
    sayGenerations(begun.length);
    const ok = differences.length === 0;
    say(`恢复演练${ok ? '成功' : '没有成功'}：${momentOf(manifest)} 的备份，${inWords(manifest)}；与清单的差异 ${differences.length} 处。`);
    const figures = {
      ok,
      findings: 0,
      differences: differences.length,
      begun: begun.length,
      ...sums(manifest),
      files: manifest.files.length,
    };
    say(JSON.stringify({ command: 'drill', path: found.path, ...figures, ms: msSince(began) }));
    return ok;
  } catch (error) {
    if (error instanceof UnsoundBackup) {
      for (const finding of error.findings) say(finding);
      say(`恢复演练没有成功：备份有 ${error.findings.length} 处问题。`);
      say(JSON.stringify({ command: 'drill', path: found.path, ok: false, findings: error.findings.length, ms: msSince(began) }));
      return false;
    }
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const momentOf = ({ createdAt }: Manifest): string => new Date(createdAt).toLocaleString('zh-CN');

function sayDifferences(differences: readonly string[]): void {
  for (const difference of differences) say(`与清单不同：${difference}`);
}

function sayGenerations(count: number): void {
  if (count > 0) say(`${count} 份尚未签发的纪要换了新的编号：恢复前就开着的页面不会混进旧内容，它们未保存的文字留在原页面上，可以复制。`);
}

function sayKey(fingerprint: string, keys: string | null): void {
  if (keys !== null) return say(`已签署这次恢复的声明，密钥指纹 ${fingerprint}。`);
  say(`没有给出原来的密钥（--keys），已生成新的密钥，指纹 ${fingerprint}：恢复前就开着的页面无法确认这次恢复，会提示与您核对指纹。`);
}

const work = { backup, verify, drill, restore, keys: saveKeys };

try {
  const { what, path, keys } = readAsked(process.argv.slice(2));
  process.exitCode = (await work[what](resolve(path), keys)) ? 0 : 1;
} catch (error) {
  const known = diskTrouble(error, '没有完成');
  if (known instanceof UnsoundBackup) {
    for (const finding of known.findings) say(finding);
    process.stderr.write(`备份有 ${known.findings.length} 处问题，没有恢复。\n`);
  } else if (known instanceof StartRefusal) process.stderr.write(`${known.message}\n`);
  else throw known;
  process.exitCode = 1;
}
