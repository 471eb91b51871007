// Knows which rows of the log speak of issued minutes; not whether the log holds.
import type { DatabaseSync } from 'node:sqlite';

/** The minutes issued in each log, in order; a row that cannot be read is not among them. */
export function issuesInLog(db: DatabaseSync): readonly { readonly meeting: string; readonly hash: string }[] {
  const rows = db
    .prepare(`select meeting_id, bytes from events where bytes like '%"type":"MinutesIssued"%' order by meeting_id, seq`)
    .all();
  return rows.flatMap(({ meeting_id, bytes }) => {
    const hash = issuedIn(String(bytes));
    return hash === null ? [] : [{ meeting: String(meeting_id), hash }];
  });
}

function issuedIn(bytes: string): string | null {
  try {
    const { type, payload }: { readonly type: string; readonly payload: { readonly hash: string } } = JSON.parse(bytes);
    return type === 'MinutesIssued' ? payload.hash : null;
  } catch {
    return null;
  }
}
