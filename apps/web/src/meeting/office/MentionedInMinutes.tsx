// Knows the line in the office's room that says remarks on the minutes mention this person; not what they say.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../http/api.ts';
import { useMeeting, useNote } from '../../live/index.ts';
import { remarkWords as words } from '../../words/zh/remarks.ts';
import { ways } from '../room-at.ts';

/** Asked anew when the server says that there are other remarks, and when one comes back to this page from reading them. */
export function MentionedInMinutes() {
  const { notice, minutes } = useMeeting();
  const { remarks = 0 } = useNote();
  const { data } = useQuery({
    queryKey: ['mentions', notice.meeting, remarks],
    // None of the entries themselves: only whom they mention.
    queryFn: async () => (await api.remarks(notice.meeting, remarks)).unseen.length,
    enabled: remarks > 0 && minutes.phase !== 'issued',
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  if (!data || minutes.phase === 'issued') return null;
  return (
    <p role="status">
      <a href={ways.minutes(notice.meeting)}>{words.mentionedInMinutes(data)}</a>
    </p>
  );
}
