// Knows a button that brings a file of the server to this device, and that the bringing may fail; not what is in the file.
import { useState, type ReactNode } from 'react';
import { messageOf } from '../http/client.ts';
import { download } from '../http/download.ts';
import { Button } from './Button.tsx';
import { useNotices } from './notices.tsx';

interface FileButtonProps {
  readonly address: string;
  /** Where the server gives the file no name. */
  readonly usualName: string;
  /** The button's name, where its words alone do not tell it from others. */
  readonly label?: string;
  /** Once the browser has it. */
  readonly said: string;
  readonly children: ReactNode;
}

export function FileButton({ address, usualName, label, said, children }: FileButtonProps) {
  const [busy, setBusy] = useState(false);
  const { say, warn } = useNotices();
  const bring = async () => {
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
    <Button aria-label={label} busy={busy} onClick={() => void bring()}>
      {children}
    </Button>
  );
}
