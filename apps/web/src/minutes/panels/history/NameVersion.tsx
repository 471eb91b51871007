// Knows the dialog in which the present text gets a name; it is named only once all that was typed here is on disk.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { historyApi, overviewQuery } from '../../../http/history.ts';
import { messageOf } from '../../../http/client.ts';
import { newId } from '../../../live/index.ts';
import { ActForm } from '../../../ui/ActForm.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { historyWords as words } from '../../../words/zh/minutes-history.ts';
import type { OpenText } from '../panel.ts';

const longest = 60;

interface NameVersionProps {
  readonly meeting: string;
  readonly open: OpenText | null;
  readonly onClose: () => void;
}

export function NameVersion({ meeting, open, onClose }: NameVersionProps) {
  const [name, setName] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  // The same name given again, because no answer came, is the same version.
  const [id] = useState(newId);
  const queries = useQueryClient();
  const { say } = useNotices();
  const put = async () => {
    const wanted = name.trim();
    if (busy) return;
    if (wanted === '') return setError(words.nameNeeded);
    if (open && !open.desk.state().onDisk) return setError(words.waitsForDisk);
    setBusy(true);
    try {
      await historyApi.name(meeting, id, { name: wanted, seq: null });
      await queries.invalidateQueries({ queryKey: overviewQuery(meeting).queryKey, exact: true });
      say(words.namedNow(wanted));
      onClose();
    } catch (caught) {
      setError(messageOf(caught));
      setBusy(false);
    }
  };
  return (
    <ActForm title={words.nameTitle} act={words.nameIt} busy={busy} onAct={() => void put()} onClose={onClose}>
      <p>{words.nameWill}</p>
      <TextField
        label={words.name}
        hint={words.nameHint}
        value={name}
        maxLength={longest}
        autoComplete="off"
        error={error}
        onText={(text) => {
          setName(text);
          setError(undefined);
        }}
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && void put()}
      />
    </ActForm>
  );
}
