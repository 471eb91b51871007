// Knows how the desk has the jottings: asked for anew when the server says that they have changed; not what is done with them.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { jottingsQuery } from '../../../http/queries.ts';
import { useMeeting, useNote } from '../../../live/index.ts';

export function useJottingsHere() {
  const { notice } = useMeeting();
  const { jottings: hinted = 0 } = useNote();
  const answer = useQuery(jottingsQuery(notice.meeting));
  const { refetch } = answer;
  const asked = useRef(0);
  useEffect(() => {
    if (hinted !== asked.current) void refetch();
    asked.current = hinted;
  }, [hinted, refetch]);
  return answer;
}
