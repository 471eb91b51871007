// Knows how a file from another house is handed in; whether it is believed, the server says.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../http/client.ts';
import { archivesQuery } from '../http/queries.ts';
import { uploadArchive } from '../http/upload.ts';
import { ActForm } from '../ui/ActForm.tsx';
import { Field } from '../ui/Field.tsx';
import { useNotices } from '../ui/notices.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { archivesWords as words } from '../words/zh/archives.ts';

/** Bytes; the server takes no more. */
const largest = 256 * 1024 * 1024;

export function TakeIn({ onClose }: { readonly onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<string>();
  const queries = useQueryClient();
  const { say } = useNotices();
  const takeIn = async () => {
    if (!file) return setError(words.fileNeeded);
    if (file.size > largest) return setError(words.tooLarge);
    setError(undefined);
    setShare(0);
    try {
      const { title } = await uploadArchive(file, setShare);
      await queries.invalidateQueries({ queryKey: archivesQuery.queryKey });
      say(words.takenIn(title));
      onClose();
    } catch (caught) {
      setError(messageOf(caught));
    } finally {
      setShare(null);
    }
  };
  return (
    <ActForm title={words.takeIn} act={words.takeIn} busy={share !== null} onAct={() => void takeIn()} onClose={onClose}>
      <p>{words.takeInWill}</p>
      <Field label={words.file} error={error}>
        {(wired) => <input {...wired} type="file" accept=".zip" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />}
      </Field>
      {share !== null && <ProgressBar share={share} label={words.sending} />}
    </ActForm>
  );
}
