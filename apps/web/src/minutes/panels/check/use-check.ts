// Knows what the screens are told of the fact check: the open findings and those kept as they stand; not how they look.
import { checkRecordOf, type CheckRecord } from '@xieshang/minutes';
import type { Meeting } from '@xieshang/meeting';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { committeeQuery, keptFindingsQuery } from '../../../http/queries.ts';
import { useMeeting } from '../../../live/index.ts';
import type { KeptFinding } from '../../../http/api.ts';
import type { OpenText } from '../panel.ts';
import { checkerOf, type Checked, type Placed } from './checker.ts';

export interface Check {
  readonly open: readonly Placed[];
  readonly kept: readonly (Placed & { readonly keeping: KeptFinding })[];
  /** All of the text as it is now has been read. */
  readonly whole: boolean;
}

const nothing: Checked = { findings: [], whole: false };
const recordOf = new WeakMap<Meeting, CheckRecord | null>();

/** The same record for the same state, whoever asks. */
function recordFor(meeting: Meeting, name: string, zone: string): CheckRecord | null {
  const known = recordOf.get(meeting);
  if (known !== undefined) return known;
  const made = checkRecordOf(meeting, { name, zone });
  recordOf.set(meeting, made);
  return made;
}

export function useCheck(open: OpenText | null): Check {
  const meeting = useMeeting();
  const { data: committee } = useQuery(committeeQuery);
  const { data: keepings = [] } = useQuery(keptFindingsQuery(meeting.notice.meeting));
  const checker = open ? checkerOf(open.editor) : null;
  const { findings, whole } = useSyncExternalStore(checker?.subscribe ?? none, checker?.current ?? (() => nothing));
  useEffect(() => {
    if (checker && committee) checker.against(recordFor(meeting, committee.name, committee.zone));
  }, [checker, committee, meeting]);
  return useMemo(() => {
    const keeping = new Map(keepings.map((one) => [one.finding, one]));
    return {
      open: findings.filter(({ key }) => !keeping.has(key)),
      kept: findings.flatMap((one) => {
        const its = keeping.get(one.key);
        return its ? [{ ...one, keeping: its }] : [];
      }),
      whole,
    };
  }, [findings, keepings, whole]);
}

const none = () => () => undefined;
