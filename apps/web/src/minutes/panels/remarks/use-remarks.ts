// Knows how the remarks of a meeting are had on this page and added to; not how they are drawn.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { mayReadRemarks, noRemarks, remarkId, withEntries, type RemarkAct, type RemarkId, type Remarks } from '@xieshang/minutes';
import { useCallback, useMemo, useRef, useState } from 'react';
import { api } from '../../../http/api.ts';
import { messageOf } from '../../../http/client.ts';
import { remarksQuery } from '../../../http/queries.ts';
import { newId, useMeeting, useViewer } from '../../../live/index.ts';
import { useNotices } from '../../../ui/notices.tsx';

export interface KnownRemarks {
  /** Null until they have been read. */
  readonly remarks: Remarks | null;
  /** Numbers of entries that mention this person and that they have not seen. */
  readonly unseen: ReadonlySet<number>;
  readonly failed: boolean;
  readonly refresh: () => void;
}

export function useRemarks(): KnownRemarks {
  const meeting = useMeeting();
  const { person } = useViewer();
  const queries = useQueryClient();
  const id = meeting.notice.meeting;
  const { data, isError } = useQuery({ ...remarksQuery(id), enabled: mayReadRemarks(meeting, person) });
  const remarks = useMemo(() => (data ? withEntries(noRemarks, data.entries) : null), [data]);
  const unseen = useMemo(() => new Set(data?.unseen), [data]);
  return {
    remarks,
    unseen,
    failed: isError && !data,
    refresh: useCallback(() => void queries.invalidateQueries({ queryKey: remarksQuery(id).queryKey }), [queries, id]),
  };
}

export interface Putting {
  /** True once it is on the server's disk; every no is said. */
  readonly put: (act: RemarkAct) => Promise<boolean>;
  readonly busy: boolean;
}

/** An act that got no answer keeps its id until it has one: sent again, it is the same. */
export function usePut(): Putting {
  const { notice } = useMeeting();
  const queries = useQueryClient();
  const { warn } = useNotices();
  const [busy, setBusy] = useState(false);
  const last = useRef<{ readonly act: string; readonly id: RemarkId } | null>(null);
  const put = async (act: RemarkAct): Promise<boolean> => {
    const spelled = JSON.stringify(act);
    const id = last.current?.act === spelled ? last.current.id : remarkId(newId());
    last.current = { act: spelled, id };
    setBusy(true);
    try {
      await api.putRemark(notice.meeting, { id, act });
      last.current = null;
      return true;
    } catch (error) {
      warn(messageOf(error));
      return false;
    } finally {
      setBusy(false);
      // Also after a no: what is shown was not the newest.
      void queries.invalidateQueries({ queryKey: remarksQuery(notice.meeting).queryKey });
    }
  };
  return { put, busy };
}
