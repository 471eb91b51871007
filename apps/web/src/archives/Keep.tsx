// Knows how a file of the server is asked for by a button, and that the asking may fail; not what is in it.
import { useState, type ReactNode } from 'react';
import { messageOf } from '../http/client.ts';
import { download } from '../minutes/download.ts';
import { Button } from '../ui/Button.tsx';
import { useNotices } from '../ui/notices.tsx';

interface KeepProps {
  readonly address: string;
  readonly usualName: string;
  readonly label: string;
  /** Once the browser has it. */
  readonly said: string;
  readonly children: ReactNode;
}

export function Keep({ address, usualName, label, said, children }: KeepProps) {
  const [busy, setBusy] = useState(false);
  const { say, warn } = useNotices();
  const keep = async () => {
    setBusy(true);
    try {
      await download(address, usualName);
      say(said);
    } catch (error) {
      warn(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button aria-label={label} busy={busy} onClick={() => void keep()}>
      {children}
    </Button>
  );
}
