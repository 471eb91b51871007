// Knows which facts of a meeting mark a version of its minutes; nothing of the text.
import type { Stage } from '@xieshang/meeting';
import type { Moment, MomentKind } from '@xieshang/minutes/history';
import { readRecord, type ReadRecord } from '@xieshang/protocol';

const kinds: Partial<Record<ReadRecord['type'], MomentKind>> = {
  MeetingOpened: 'opened',
  StageEntered: 'stage',
  MeetingSuspended: 'suspended',
  MeetingConcluded: 'concluded',
  MinutesSubmitted: 'submitted',
  MinutesReturned: 'returned',
  MinutesPassed: 'passed',
  MinutesIssued: 'issued',
};

/** Whether a fact may be one, by its type: it stands at the end of the canonical bytes. Most facts need not be read at all. */
function marks(bytes: string): boolean {
  const type = /"type":"(\w+)","v":\d+\}$/.exec(bytes.slice(-80))?.[1];
  return type === undefined || Object.hasOwn(kinds, type);
}

/** In the order of the log; the opening that leads straight into a stage is that stage. */
export function momentsOf(records: readonly { readonly bytes: string }[], stages: readonly Stage[]): readonly Moment[] {
  const moments = records.flatMap(({ bytes }): readonly Moment[] => {
    if (!marks(bytes)) return [];
    const record = readRecord(bytes);
    const kind = kinds[record.type];
    if (kind === undefined) return [];
    const name = record.type === 'StageEntered' ? (stages.find(({ stageId }) => stageId === record.payload.stageId)?.name ?? '') : '';
    return [{ kind, at: record.at, by: record.by, name }];
  });
  return moments.filter(({ kind, at }) => kind !== 'opened' || !moments.some((one) => one.kind === 'stage' && one.at === at));
}
