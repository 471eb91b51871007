// Knows what must be true of what restorations have said (law 5); whose key it was is for those to say who knew it.
import type { DatabaseSync } from 'node:sqlite';
import { readEpoch } from '@xieshang/protocol/epoch';
import { hasTable } from './inventory.ts';

/** Every statement is one, stands in its row, and names a place the log has had since. */
export function checkEpochs(db: DatabaseSync): readonly string[] {
  if (!hasTable(db, 'epochs')) return [];
  const heads = db.prepare('select hash from events where meeting_id = ? and seq = ?');
  const rows = db.prepare('select restored_at, meeting_id, statement from epochs order by restored_at, meeting_id').all();
  return rows.flatMap(({ restored_at, meeting_id, statement }) => {
    const said = readEpoch(String(statement));
    const meeting = meeting_id === '' ? null : String(meeting_id);
    const isInPlace = said !== null && said.meeting === meeting && said.restoredAt === restored_at;
    const isOfLog = said !== null && (said.seq === 0 || heads.get(meeting, said.seq)?.['hash'] === said.head);
    return isInPlace && isOfLog ? [] : [`${meeting === null ? '其余会议' : `会议 ${meeting}`} 的恢复声明与日志不符`];
  });
}
