// Knows the button that brings the minutes as a Word file; not how the file is made.
import { minutesFileAddress } from '../http/api.ts';
import { useMeeting } from '../live/index.ts';
import { FileButton } from '../ui/FileButton.tsx';
import { minutesWords as words } from '../words/zh/minutes.ts';

export function ExportWord() {
  const { notice, minutes } = useMeeting();
  return (
    <FileButton
      address={minutesFileAddress(notice.meeting)}
      usualName={`${words.title}.docx`}
      said={minutes.phase === 'issued' ? words.exported : words.exportedDraft}
    >
      {words.exportWord}
    </FileButton>
  );
}
