// Knows every trace that the server leaves of secret votes, and looks through it for what may not be there: files, backups, evidence, logs.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { isTag, wordsOfTag } from '@xieshang/protocol/sealed';
import { runOwn } from '../child.ts';
import type { Account, Cast } from './account.ts';
import { bytesOf, filesUnder, foundIn, piecesOf } from './needles.ts';
import { commandsOf, tiesIn, tiesInJson } from './records.ts';

const databaseIn = (dataDir: string): string => join(dataDir, 'xieshang.sqlite');
const keysIn = (dataDir: string): string => join(dataDir, 'ballot-keys');

export function readKeys(dataDir: string): readonly string[] {
  const folder = keysIn(dataDir);
  return readdirSync(folder).flatMap((name) => /"privateKey":"([0-9a-f]{64})"/.exec(readFileSync(join(folder, name), 'utf8'))?.[1] ?? []);
}

/** Where the newest copy of each ballot lies: in the log of writes if it is there, otherwise in the database. */
export function placesOnDisk(dataDir: string, casts: readonly Cast[]): readonly number[] {
  const database = readFileSync(databaseIn(dataDir));
  const wal = existsSync(`${databaseIn(dataDir)}-wal`) ? readFileSync(`${databaseIn(dataDir)}-wal`) : Buffer.alloc(0);
  const both = Buffer.concat([database, wal]);
  return casts.map(({ ciphertext }) => both.lastIndexOf(ciphertext));
}

/** Of how many ballots a piece lies in the database or beside it. */
export function countLeft(dataDir: string, casts: readonly Cast[]): number {
  const left = new Set(
    foundIn(
      bytesOf(filesUnder(dataDir)),
      casts.flatMap(({ ciphertext }) => piecesOf(ciphertext)),
    ),
  );
  return casts.filter(({ ciphertext }) => piecesOf(ciphertext).some((piece) => left.has(piece))).length;
}

/** A backup of a vote that is open has its ballots and nothing that opens one. */
export async function searchOpenBackup(dataDir: string, backups: string, casts: readonly Cast[], account: Account): Promise<void> {
  const bytes = bytesOf(filesUnder(await backUp(dataDir, backups)));
  const found = foundIn(
    bytes,
    casts.flatMap(({ ciphertext }) => piecesOf(ciphertext)),
  );
  if (found.length === 0) account.wrong.push('开着时的备份里找不到票：搜查没有起作用');
  const secrets = [...account.privateKeys, ...casts.flatMap(({ tag }) => (tag === '' ? [] : [tag]))];
  for (const _one of foundIn(bytes, secrets)) account.wrong.push('开着时的备份里有密钥或票签');
}

export async function backUp(dataDir: string, backups: string): Promise<string> {
  const before = new Set(existsSync(backups) ? readdirSync(backups) : []);
  const { code, stdout, stderr } = await runOwn('apps/server/src/keeper.ts', ['backup', backups], { DATA_DIR: dataDir }).ended;
  const name = existsSync(backups) ? readdirSync(backups).find((one) => !before.has(one)) : undefined;
  if (code !== 0 || name === undefined) throw new Error(`no backup: ${stdout}${stderr}`);
  return join(backups, name);
}

export async function bundleOf(
  url: string,
  meeting: string,
  cookie: string,
): Promise<readonly { readonly name: string; readonly bytes: Buffer }[]> {
  const response = await fetch(`${url}/api/meetings/${meeting}/bundle.zip`, { headers: { cookie } });
  if (!response.ok) throw new Error(`bundle: ${response.status}`);
  const zip = await JSZip.loadAsync(await response.arrayBuffer());
  return Promise.all(Object.values(zip.files).map(async (file) => ({ name: file.name, bytes: await file.async('nodebuffer') })));
}

/** All that is there when everything is over. */
export interface Traces {
  readonly dataDir: string;
  /** The backup that was taken when all was over. */
  readonly backup: string;
  readonly bundle: readonly { readonly name: string; readonly bytes: Buffer }[];
  readonly metrics: string;
  readonly meeting: string;
  readonly voters: ReadonlySet<string>;
}

/** Adds to what is wrong in the account; answers with what was found. */
export function searchAll(
  { wrong, casts, privateKeys, leftAfter, said }: Account,
  { dataDir, backup, bundle, metrics, meeting, voters }: Traces,
): { readonly left: number; readonly inLogs: number; readonly ties: number } {
  const tags = new Set(casts.flatMap(({ tag }) => (tag === '' ? [] : [tag])));
  const words = [...tags].flatMap((tag) => (isTag(tag) ? [wordsOfTag(tag)] : []));
  const pieces = casts.flatMap(({ ciphertext }) => piecesOf(ciphertext));
  const everything = bytesOf([...filesUnder(dataDir), ...filesUnder(backup)]);
  const left = foundIn(everything, [...pieces, ...privateKeys]).length;
  if (left + leftAfter > 0) wrong.push(`销毁之后还有 ${left + leftAfter} 处票或密钥`);
  const spoken = Buffer.from(`${said}\n${metrics}`);
  const inLogs = foundIn(spoken, [...pieces, ...privateKeys, ...tags]).length + words.filter((one) => said.includes(one)).length;
  if (inLogs > 0) wrong.push(`日志或指标里有 ${inLogs} 处票、密钥或票签`);
  const exported = bundle.map(({ bytes }) => bytes);
  if (foundIn(Buffer.concat(exported), [...pieces, ...privateKeys]).length > 0) wrong.push('存证包里有票或密钥');
  const secrets = { meeting, voters, tags };
  const ties = [
    ...tiesIn(databaseIn(dataDir), secrets),
    ...tiesIn(join(backup, 'database.sqlite'), secrets),
    ...bundle.flatMap(({ name, bytes }) =>
      bytes
        .toString('utf8')
        .split('\n')
        .flatMap((line) => tiesInJson(`存证包的 ${name} `, line, secrets)),
    ),
  ];
  wrong.push(...new Set(ties));
  const commands = commandsOf(databaseIn(dataDir), meeting, voters);
  if (commands !== voters.size) wrong.push(`命令表里有表决人的 ${commands} 条命令，应当只有 ${voters.size} 次签到`);
  return { left: left + leftAfter, inLogs, ties: ties.length };
}
