// Knows how a secretary keeps what is marked in the text as a pattern of the committee's own; not how it was marked.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../http/api.ts';
import { messageOf } from '../../../http/client.ts';
import { newId } from '../../../http/ids.ts';
import { phrasesQuery } from '../../../http/queries.ts';
import type { PhraseBlock } from '../../../http/shapes.ts';
import { ActForm } from '../../../ui/ActForm.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { phraseWords as words } from '../../../words/zh/minutes-phrases.ts';

/** The first heading, or how the text begins. */
const proposed = (blocks: readonly PhraseBlock[]): string => (blocks.find(({ level }) => level > 0) ?? blocks[0])?.text.slice(0, 20) ?? '';

export function KeepPattern({ blocks, onClose }: { readonly blocks: readonly PhraseBlock[]; readonly onClose: () => void }) {
  const queries = useQueryClient();
  const { say } = useNotices();
  const [id] = useState(newId);
  const [title, setTitle] = useState(() => proposed(blocks));
  const [heading, setHeading] = useState(words.ownPatterns);
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () => api.savePhrase(id, { kind: 'pattern', heading: heading.trim(), title: title.trim(), blocks }),
    onSuccess: async () => {
      say(words.saved);
      onClose();
      await queries.invalidateQueries({ queryKey: phrasesQuery.queryKey });
    },
  });
  const needed = (value: string): string | undefined => (tried && value.trim() === '' ? words.needed : undefined);
  const act = (): void => {
    setTried(true);
    if (title.trim() !== '' && heading.trim() !== '' && !save.isPending) save.mutate();
  };
  return (
    <ActForm title={words.keepTitle} act={words.save} busy={save.isPending} onAct={act} onClose={onClose}>
      <p>{words.patternBlocks(blocks.length)}</p>
      <TextField label={words.patternTitle} value={title} onText={setTitle} maxLength={60} error={needed(title)} />
      <TextField label={words.patternHeading} value={heading} onText={setHeading} maxLength={20} error={needed(heading)} />
      {save.error && <p role="alert">{messageOf(save.error)}</p>}
    </ActForm>
  );
}
