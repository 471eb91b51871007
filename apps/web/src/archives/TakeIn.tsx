// Knows how a file from another house is handed in; whether it is believed, the server says.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../http/client.ts';
import { archivesQuery } from '../http/queries.ts';
import { uploadArchive } from '../http/upload.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { useNotices } from '../ui/notices.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { archivesWords as words } from '../words/zh/archives.ts';
import { common } from '../words/zh/common.ts';

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
    <Dialog
      open
      title={words.takeIn}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" busy={share !== null} onClick={() => void takeIn()}>
            {words.takeIn}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{words.takeInWill}</p>
        <Field label={words.file} error={error}>
          {(wired) => <input {...wired} type="file" accept=".zip" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />}
        </Field>
        {share !== null && <ProgressBar share={share} label={words.sending} />}
      </div>
    </Dialog>
  );
}
