// Knows what must be true of what was signed of the logs (law 5); whose key it was is for those to say who knew it.
import type { DatabaseSync } from 'node:sqlite';
import { emptyTree, grown, leafOfFact, readCheckpoint, rootOf, type Tree } from '@xieshang/record/evidence';
import { hasTable } from './inventory.ts';

/** Every checkpoint is one, stands in its row, and is of the log as it lies here. */
export function checkCheckpoints(db: DatabaseSync): readonly string[] {
  if (!hasTable(db, 'checkpoints')) return [];
  const hashes = db.prepare('select hash from events where meeting_id = ? and seq > ? and seq <= ? order by seq');
  let [meeting, tree, head]: [string, Tree, string] = ['', emptyTree, ''];
  return db
    .prepare('select meeting_id, size, note from checkpoints order by meeting_id, size')
    .all()
    .flatMap((row) => {
      const [id, size, said] = [String(row['meeting_id']), Number(row['size']), readCheckpoint(String(row['note']))];
      if (id !== meeting) [meeting, tree, head] = [id, emptyTree, ''];
      for (const { hash } of hashes.all(id, tree.size, size)) {
        head = String(hash);
        tree = grown(tree, leafOfFact(/^[0-9a-f]{64}$/.test(head) ? head : '00'.repeat(32)));
      }
      const isOfLog = said?.size === size && tree.size === size && said.root === rootOf(tree) && said.head === head;
      return isOfLog ? [] : [`会议 ${id} 第 ${size} 号事件处签署的存证点与日志不符`];
    });
}
