// Knows how a page of the office has the jottings: asked for anew when the server says that they have changed; not what is done with them.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { JottingsRead } from '../../http/api.ts';
import { jottingsQuery } from '../../http/queries.ts';
import { useMeeting, useNote } from '../../live/index.ts';

export function useJottingsRead() {
  const { meeting } = useMeeting().notice;
  const queries = useQueryClient();
  const { jottings: hinted = 0 } = useNote();
  const answer = useQuery(jottingsQuery(meeting));
  const { refetch } = answer;
  const asked = useRef(0);
  useEffect(() => {
    // The first answer is asked for anyway; after it only what the server says anew is a reason to ask.
    if (hinted !== asked.current && hinted !== queries.getQueryData<JottingsRead>(jottingsQuery(meeting).queryKey)?.newest) void refetch();
    asked.current = hinted;
  }, [hinted, refetch, queries, meeting]);
  return answer;
}
