// Knows what this person wrote in the draft and the server did not take: offered wherever the draft itself is no longer open.
import { useState } from 'react';
import { useMeeting, useViewer } from '../live/index.ts';
import { editorWords } from '../words/zh/minutes-editor.ts';
import { RescueBox } from './editor/RescueBox.tsx';
import { keepRescued, takeRescued } from './kept-text.ts';
import look from './LeftBehind.module.css';

export function LeftBehind() {
  const { notice } = useMeeting();
  const { person } = useViewer();
  const [paragraphs, setParagraphs] = useState(() => takeRescued(notice.meeting, person));
  if (paragraphs.length === 0) return null;
  return (
    <div className={`${look['rescue']} no-print`}>
      <RescueBox
        paragraphs={paragraphs}
        meaning={editorWords.rescueMeaning}
        onDone={() => {
          keepRescued(notice.meeting, person, []);
          setParagraphs([]);
        }}
      />
    </div>
  );
}
