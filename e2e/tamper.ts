// Knows how somebody with the machine in hand rewrites a meeting's log so that it chains again; for stories only.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const sha256 = (...parts: readonly (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Exchanges a text in every fact, chains all facts anew, and takes away what the server had signed. */
export function rewriteLog(dataDir: string, meeting: string, from: string, to: string): void {
  const db = new DatabaseSync(join(dataDir, 'data/xieshang.sqlite'));
  for (const trigger of ['events_refuse_update', 'checkpoints_refuse_delete']) db.exec(`drop trigger if exists ${trigger}`);
  db.prepare('delete from checkpoints where meeting_id = ?').run(meeting);
  const rows = db.prepare('select seq, bytes from events where meeting_id = ? order by seq').all(meeting);
  const rewrite = db.prepare('update events set bytes = ?, hash = ? where meeting_id = ? and seq = ?');
  let head = sha256('xieshang/meeting/v1\n', meeting);
  for (const { seq, bytes } of rows) {
    const rewritten = String(bytes).replaceAll(from, to);
    head = sha256('xieshang/event/v1\n', head, sha256(rewritten));
    rewrite.run(rewritten, head.toString('hex'), meeting, Number(seq));
  }
  db.close();
}
