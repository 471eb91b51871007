// Knows how a whole database is gone through, without ever writing to it; not where the file lies or what it is compared with.
import { DatabaseSync } from 'node:sqlite';
import { checkCheckpoints } from './check-checkpoints.ts';
import { checkEpochs } from './check-epochs.ts';
import { checkLogs } from './check-log.ts';
import { checkIssued, checkMinutes } from './check-minutes.ts';
import { hasTable, inventoryOf, type Inventory } from './inventory.ts';

export interface WantedMaterial {
  readonly meeting: string;
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface Checked {
  readonly findings: readonly string[];
  /** Null when the database cannot be read. */
  readonly inventory: Inventory | null;
  readonly materials: readonly WantedMaterial[];
}

/** ms a reader waits for the moments in which a running server keeps everybody out. */
export const busyMs = 5000;

/** Reads at one instant, also while a server writes. */
export function checkDatabase(file: string): Checked {
  const findings: string[] = [];
  const attempt = <Answer>(what: string, work: () => Answer): Answer | null => {
    try {
      return work();
    } catch (error) {
      findings.push(`${what}：数据库无法读出（${error instanceof Error ? error.message : String(error)}）`);
      return null;
    }
  };
  const db = attempt('打开', () => new DatabaseSync(file, { readOnly: true, timeout: busyMs, defensive: true }));
  if (db === null) return { findings, inventory: null, materials: [] };
  try {
    attempt('打开', () => db.exec('begin'));
    for (const [what, check] of checks) findings.push(...(attempt(what, () => check(db)) ?? []));
    const inventory = attempt('清点', () => inventoryOf(db));
    const materials = attempt('材料', () => wantedMaterials(db)) ?? [];
    return { findings: [...new Set(findings)], inventory, materials };
  } finally {
    db.close();
  }
}

/** What SQLite itself finds. */
function integrity(db: DatabaseSync): readonly string[] {
  const sentences = db
    .prepare('pragma integrity_check')
    .all()
    .map((row) => String(row['integrity_check']));
  return sentences.length === 1 && sentences[0] === 'ok'
    ? []
    : sentences.map((sentence) => `数据库结构损坏：${sentence.replaceAll('\n', ' ')}`);
}

const references = (db: DatabaseSync): readonly string[] =>
  db
    .prepare('pragma foreign_key_check')
    .all()
    .map(({ table, rowid, parent }) => `表 ${String(table)} 的第 ${String(rowid)} 行所指的 ${String(parent)} 不存在`);

const checks: readonly (readonly [string, (db: DatabaseSync) => readonly string[]])[] = [
  ['结构', integrity],
  ['引用', references],
  ['事件日志', checkLogs],
  ['恢复声明', checkEpochs],
  ['存证点', checkCheckpoints],
  ['纪要', checkMinutes],
  ['已签发的纪要', checkIssued],
];

const handedIn = (db: DatabaseSync): string =>
  [
    'select meeting_id, id, sha256, bytes from materials',
    ...(hasTable(db, 'minutes_images') ? ['select meeting_id, id, sha256, bytes from minutes_images'] : []),
    ...(hasTable(db, 'archives') ? [`select meeting_id, '卷宗', sha256, bytes from archives`] : []),
  ].join(' union all ');

/** Each material of each meeting, each image in its minutes, and each consultation's file that came from elsewhere; several may share one file. */
export const wantedMaterials = (db: DatabaseSync): readonly WantedMaterial[] =>
  db
    .prepare(`${handedIn(db)} order by 1, 2`)
    .all()
    .map(({ meeting_id, id, sha256, bytes }) => ({
      meeting: String(meeting_id),
      id: String(id),
      sha256: String(sha256),
      bytes: Number(bytes),
    }));
