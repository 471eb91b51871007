// Knows what the notice of a meeting says; not who is invited.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { committeeQuery } from '../../http/queries.ts';
import type { Plan } from '../../http/shapes.ts';
import { TextArea, TextField } from '../../ui/Field.tsx';
import { dayAndTime, fieldTime, instantOf } from '../../words/time.ts';
import { meetingsWords } from '../../words/zh/meetings.ts';
import { basicsWords as words } from '../../words/zh/prepare.ts';
import { useDraft } from '../use-draft.ts';

export function Basics() {
  const { plan, change } = useDraft();
  const zone = useQuery(committeeQuery).data?.zone ?? '';
  const { notice } = plan;
  const set = (part: Partial<Plan['notice']>) => change((old) => ({ ...old, notice: { ...old.notice, ...part } }));
  // A time half typed is no time: the field keeps its own text until it is one.
  const [time, setTime] = useState(() => fieldTime(notice.startsAt));
  const startsAt = instantOf(time);
  return (
    <>
      <TextField
        label={words.title}
        value={notice.title}
        onText={(title) => set({ title })}
        maxLength={200}
        error={notice.title.trim() ? undefined : meetingsWords.needName}
      />
      <TextArea
        label={words.topic}
        hint={words.topicHint}
        value={notice.topic}
        onText={(topic) => set({ topic: topic.replace(/\s*\n\s*/g, ' ') })}
        maxLength={200}
        rows={2}
        style={{ minHeight: '4rem' }}
      />
      <TextField label={words.place} value={notice.place} onText={(place) => set({ place })} maxLength={120} />
      <TextField
        label={words.startsAt}
        hint={`${startsAt === null ? '' : dayAndTime(startsAt)}　${words.zone(zone)}`}
        type="datetime-local"
        value={time}
        style={{ maxWidth: '18rem' }}
        onText={(text) => {
          setTime(text);
          const at = instantOf(text);
          if (at !== null) set({ startsAt: at });
        }}
        error={startsAt === null ? meetingsWords.needTime : undefined}
      />
    </>
  );
}
