// Knows what must be true of the minutes' logs and of what was issued (laws 10 and 13); changes nothing and stops at no fault.
import type { DatabaseSync } from 'node:sqlite';
import { fragmentName, readDocumentId } from '@xieshang/minutes';
import { digestOf } from '@xieshang/protocol';
import * as Y from 'yjs';
import { hasTable } from './inventory.ts';
import { issuesInLog } from './log-rows.ts';

const textOf = (doc: Y.Doc): string => doc.getXmlFragment(fragmentName).toJSON();
const isWhole = (doc: Y.Doc): boolean => doc.store.pendingStructs === null && doc.store.pendingDs === null;

/** Every document built anew from its log, and the snapshot held against it. */
export function checkMinutes(db: DatabaseSync): readonly string[] {
  if (!hasTable(db, 'minutes_documents')) return [];
  const documents = db.prepare('select id, meeting_id, schema, generation from minutes_documents order by id').all();
  return documents.flatMap((row) => {
    const id = String(row['id']);
    const named = readDocumentId(id);
    const isNamed =
      named?.meeting === String(row['meeting_id']) && named.schema === row['schema'] && named.generation === row['generation'];
    return [...(isNamed ? [] : [`纪要 ${id} 的编号与它所在的行不符`]), ...checkDocument(db, id)];
  });
}

function checkDocument(db: DatabaseSync, id: string): readonly string[] {
  const findings: string[] = [];
  const doc = new Y.Doc({ gc: false });
  let last = 0;
  for (const { seq, bytes } of db.prepare('select seq, bytes from minutes_updates where document = ? order by seq').iterate(id)) {
    if (Number(seq) !== last + 1) findings.push(`纪要 ${id} 在第 ${last} 次更新之后缺了 ${Number(seq) - last - 1} 次`);
    last = Number(seq);
    try {
      Y.applyUpdate(doc, bytesOf(bytes));
    } catch {
      findings.push(`纪要 ${id} 的第 ${last} 次更新无法读出`);
    }
  }
  if (last === 0) findings.push(`纪要 ${id} 的日志是空的`);
  if (!isWhole(doc)) findings.push(`纪要 ${id} 的日志不完整：有更新所依据的内容不在日志里`);
  const fromSnapshot = shortWay(db, id);
  if (fromSnapshot !== null && fromSnapshot !== textOf(doc)) findings.push(`纪要 ${id} 的快照与日志不符`);
  doc.destroy();
  return findings;
}

/** The text as a server loads it: the snapshot, and what the log has after it. Null without a snapshot. */
function shortWay(db: DatabaseSync, id: string): string | null {
  const snapshot = db.prepare('select seq, bytes from minutes_snapshots where document = ?').get(id);
  if (snapshot === undefined) return null;
  const doc = new Y.Doc({ gc: false });
  try {
    Y.applyUpdate(doc, bytesOf(snapshot['bytes']));
    const rest = db.prepare('select bytes from minutes_updates where document = ? and seq > ? order by seq');
    for (const { bytes } of rest.iterate(id, Number(snapshot['seq']))) Y.applyUpdate(doc, bytesOf(bytes));
    return isWhole(doc) ? textOf(doc) : '';
  } catch {
    return '';
  } finally {
    doc.destroy();
  }
}

const bytesOf = (value: unknown): Uint8Array => (value instanceof Uint8Array ? value : new Uint8Array());

/** Every issued text under its own hash, and for every issue in a log its text. */
export function checkIssued(db: DatabaseSync): readonly string[] {
  const kept = new Set<string>();
  const findings: string[] = [];
  const rows = hasTable(db, 'issued_minutes') ? db.prepare('select meeting_id, hash, manuscript from issued_minutes').iterate() : [];
  for (const { meeting_id, hash, manuscript } of rows) {
    kept.add(`${String(meeting_id)} ${String(hash)}`);
    if (digestOf(String(manuscript)) !== String(hash)) findings.push(`会议 ${String(meeting_id)} 已签发的纪要与它的哈希不符`);
  }
  for (const { meeting, hash } of issuesInLog(db))
    if (!kept.has(`${meeting} ${hash}`)) findings.push(`会议 ${meeting} 日志里签发的纪要（${hash}）没有正文`);
  return findings;
}
