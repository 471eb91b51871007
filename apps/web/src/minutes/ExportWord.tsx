// Knows the button that brings the minutes as a Word file; not how the file is made.
import { useState } from 'react';
import { minutesFileAddress } from '../http/api.ts';
import { messageOf } from '../http/client.ts';
import { useMeeting } from '../live/index.ts';
import { Button } from '../ui/Button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { minutesWords as words } from '../words/zh/minutes.ts';
import { download } from './download.ts';

export function ExportWord() {
  const { notice, minutes } = useMeeting();
  const { say, warn } = useNotices();
  const [busy, setBusy] = useState(false);
  const bring = async () => {
    setBusy(true);
    try {
      await download(minutesFileAddress(notice.meeting), `${words.title}.docx`);
      say(minutes.phase === 'issued' ? words.exported : words.exportedDraft);
    } catch (error) {
      warn(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button busy={busy} onClick={() => void bring()}>
      {words.exportWord}
    </Button>
  );
}
