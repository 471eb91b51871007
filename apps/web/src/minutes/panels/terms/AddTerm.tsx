// Knows how a secretary adds a term to the committee's own; not where it is listed.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../http/api.ts';
import { messageOf } from '../../../http/client.ts';
import { newId } from '../../../http/ids.ts';
import { phrasesQuery } from '../../../http/queries.ts';
import { ActForm } from '../../../ui/ActForm.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { phraseWords as words } from '../../../words/zh/minutes-phrases.ts';

export function AddTerm({ headings, onClose }: { readonly headings: readonly string[]; readonly onClose: () => void }) {
  const queries = useQueryClient();
  const { say } = useNotices();
  const [id] = useState(newId);
  const [text, setText] = useState('');
  const [heading, setHeading] = useState(headings[0] ?? '');
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () => {
      const term = text.trim();
      return api.savePhrase(id, { kind: 'term', heading: heading.trim(), title: term.slice(0, 60), blocks: [{ level: 0, text: term }] });
    },
    onSuccess: async () => {
      say(words.saved);
      onClose();
      await queries.invalidateQueries({ queryKey: phrasesQuery.queryKey });
    },
  });
  const needed = (value: string): string | undefined => (tried && value.trim() === '' ? words.needed : undefined);
  const act = (): void => {
    setTried(true);
    if (text.trim() !== '' && heading.trim() !== '' && !save.isPending) save.mutate();
  };
  return (
    <ActForm title={words.add} act={words.save} busy={save.isPending} onAct={act} onClose={onClose}>
      <TextField label={words.term} hint={words.termHint} value={text} onText={setText} maxLength={200} error={needed(text)} />
      <TextField
        label={words.heading}
        hint={words.headingHint}
        value={heading}
        onText={setHeading}
        maxLength={20}
        error={needed(heading)}
      />
      {save.error && <p role="alert">{messageOf(save.error)}</p>}
    </ActForm>
  );
}
