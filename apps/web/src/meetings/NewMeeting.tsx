// Knows the few lines that start a meeting's preparation; the rest is filled in later.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api } from '../http/api.ts';
import { messageOf } from '../http/client.ts';
import { newId } from '../http/ids.ts';
import { defaultsQuery, meetingsQuery } from '../http/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { common } from '../words/zh/common.ts';
import { meetingsWords as words } from '../words/zh/meetings.ts';
import { dayAndTime, fieldTime, instantOf } from '../words/time.ts';
import look from './Meetings.module.css';

const weekMs = 7 * 86_400_000;

/** Half past one in a week: the usual hour, to be changed at will. */
const usualTime = (): string => `${fieldTime(Date.now() + weekMs).slice(0, 11)}13:30`;

export function NewMeeting({ onClose }: { readonly onClose: () => void }) {
  const defaults = useQuery(defaultsQuery);
  const [id] = useState(newId);
  const [typed, setTyped] = useState(() => ({ title: '', topic: '', place: '', startsAt: usualTime(), templateId: '' }));
  const [asked, setAsked] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: api.addMeeting,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: meetingsQuery.queryKey });
      await navigate({ to: '/meeting/$meetingId/prepare', params: { meetingId: id } });
    },
  });
  const startsAt = instantOf(typed.startsAt);
  const templateId = typed.templateId || defaults.data?.templates[0]?.templateId;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!typed.title.trim() || startsAt === null || !templateId || create.isPending) return;
    create.mutate({ meeting: id, templateId, title: typed.title.trim(), topic: typed.topic.trim(), place: typed.place.trim(), startsAt });
  };
  const line = (key: keyof typeof typed) => ({ value: typed[key], onText: (text: string) => setTyped({ ...typed, [key]: text }) });
  const error = create.error ?? defaults.error;
  return (
    <Dialog open title={words.create} onClose={onClose}>
      <p className="muted">{words.createWill}</p>
      <form className={look['form']} onSubmit={submit} noValidate>
        <TextField
          label={words.name}
          hint={words.nameExample}
          {...line('title')}
          maxLength={100}
          error={asked && !typed.title.trim() ? words.needName : undefined}
        />
        <TextField label={words.topic} {...line('topic')} maxLength={200} />
        <TextField label={words.place} {...line('place')} maxLength={100} />
        <TextField
          label={words.startsAt}
          hint={startsAt === null ? '' : dayAndTime(startsAt)}
          type="datetime-local"
          {...line('startsAt')}
          error={asked && startsAt === null ? words.needTime : undefined}
        />
        <SelectField label={words.template} {...line('templateId')} value={templateId ?? ''}>
          {defaults.data?.templates.map((template) => (
            <option key={template.templateId} value={template.templateId}>
              {template.name}
            </option>
          ))}
        </SelectField>
        <div role="alert" className={look['error']}>
          {error ? messageOf(error) : ''}
        </div>
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" type="submit" busy={create.isPending || defaults.isPending}>
            {words.open}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
