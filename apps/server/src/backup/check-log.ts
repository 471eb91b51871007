// Knows what must be true of the logs of meetings (laws 4 and 5); changes nothing and stops at no fault.
import type { DatabaseSync } from 'node:sqlite';
import { digestOf, firstHead, nextHead } from '@xieshang/protocol';

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Every chain computed anew from the bytes. A chain that breaks is followed on from the stored hash, so that one fault is one sentence. */
export function checkLogs(db: DatabaseSync): readonly string[] {
  const findings: string[] = [];
  const heads = new Map<string, number>();
  let meeting = '';
  let last = 0;
  let head = '';
  for (const row of db.prepare('select meeting_id, seq, command_id, bytes, hash from events order by meeting_id, seq').iterate()) {
    const [id, seq, bytes, hash] = [String(row['meeting_id']), Number(row['seq']), String(row['bytes']), String(row['hash'])];
    if (id !== meeting) {
      meeting = id;
      last = 0;
      head = firstHead(id);
    }
    if (seq !== last + 1) findings.push(`会议 ${id} 在第 ${last} 号事件之后缺了 ${seq - last - 1} 条`);
    const next = nextHead(head, digestOf(bytes));
    if (next !== hash) findings.push(`会议 ${id} 的第 ${seq} 号事件与哈希链不符`);
    if (!isTheRow(bytes, id, seq, String(row['command_id']))) findings.push(`会议 ${id} 的第 ${seq} 号事件与它所在的行不符`);
    head = isHash(hash) ? hash : next;
    last = seq;
    heads.set(id, seq);
  }
  for (const { meeting_id, command_id, seq } of db.prepare('select meeting_id, command_id, seq from commands').iterate()) {
    const id = String(meeting_id);
    if (Number(seq) > (heads.get(id) ?? 0))
      findings.push(`会议 ${id} 答复过的命令 ${String(command_id)} 所指的第 ${Number(seq)} 号事件不在日志里`);
  }
  return findings;
}

function isTheRow(bytes: string, meeting: string, seq: number, command: string): boolean {
  try {
    const record: { readonly meeting: unknown; readonly seq: unknown; readonly command: unknown } = JSON.parse(bytes);
    return record.meeting === meeting && record.seq === seq && record.command === command;
  } catch {
    return false;
  }
}
