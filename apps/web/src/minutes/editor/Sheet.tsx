// The sheet with its tools, for one open document: draws the text and tells how far it has come. Knows not what becomes of refused text.
import type { Editor } from '@tiptap/core';
import type { Meeting } from '@xieshang/meeting';
import { useEffect, useRef, useState } from 'react';
import { imageAddress } from '../../http/api.ts';
import { useNotices } from '../../ui/notices.tsx';
import { editorWords as words } from '../../words/zh/minutes-editor.ts';
import { drawMarks } from './block-marks.ts';
import type { OpenText } from '../panels/panel.ts';
import type { Desk } from './desk.ts';
import { createFactBoard } from './fact-view.ts';
import look from './Sheet.module.css';
import { ReadingOnly } from './ReadingOnly.tsx';
import { createSheetEditor } from './sheet-editor.ts';
import { Toolbar } from './Toolbar.tsx';
import { WordCount } from './WordCount.tsx';

/** From here on paragraphs out of sight are not laid out. */
const manyBlocks = 60;

interface SheetProps {
  readonly desk: Desk;
  readonly meeting: Meeting;
  readonly zone: string;
  readonly mayWrite: boolean;
  readonly readingOnly: boolean;
  readonly onReadingOnly: (only: boolean) => void;
  /** Changes whenever something was typed, confirmed or held back. */
  readonly beat: number;
  readonly onOpen: (open: OpenText | null) => void;
}

export function Sheet({ desk, meeting, zone, mayWrite, readingOnly, onReadingOnly, beat, onOpen }: SheetProps) {
  const editable = mayWrite && !readingOnly;
  const meetingId = meeting.phase === 'notConvened' ? '' : meeting.notice.meeting;
  const place = useRef<HTMLDivElement>(null);
  const [board] = useState(() => createFactBoard(meeting, zone));
  const [editor, setEditor] = useState<Editor | null>(null);
  const { warn } = useNotices();
  useEffect(() => {
    if (!place.current) return undefined;
    const made = createSheetEditor({
      element: place.current,
      desk,
      board,
      addressOf: (image) => imageAddress(meetingId, image),
      onTooLarge: (kilobytes) => warn(words.pasteTooLarge(kilobytes)),
    });
    setEditor(made);
    return () => made.destroy();
  }, [desk, board, meetingId, warn]);
  useEffect(() => {
    if (!editor) return undefined;
    onOpen({ editor, desk });
    return () => onOpen(null);
  }, [editor, desk, onOpen]);
  useEffect(() => board.show(meeting, zone), [board, meeting, zone]);
  useEffect(() => {
    if (!editor) return;
    // The end of the right to write does not tear a word that is being composed.
    desk.gate.whenOpen(() => {
      if (editor.isDestroyed) return;
      const writable = editable && !desk.refused;
      editor.setEditable(writable, false);
      editor.view.dom.setAttribute('aria-readonly', String(!writable));
    });
  }, [desk, editor, editable]);
  useEffect(() => {
    if (!editor || desk.gate.closed) return;
    desk.gate.whenOpen(() => {
      if (!editor.isDestroyed) drawMarks(editor.view, desk.fragment, desk.progressOf);
    });
  }, [desk, editor, beat]);
  const { waiting } = desk.state();
  return (
    <>
      {editor && editable && (
        <Toolbar editor={editor} meeting={meetingId} holds={() => desk.gate.closed} onReadingOnly={() => onReadingOnly(true)} />
      )}
      {mayWrite && readingOnly && <ReadingOnly onWrite={() => onReadingOnly(false)} />}
      <div
        ref={place}
        className={look['sheet']}
        data-long={desk.fragment.length > manyBlocks || undefined}
        data-reading={(mayWrite && readingOnly) || undefined}
      />
      {editor && <WordCount editor={editor} meeting={meeting} zone={zone} />}
      <div role="status" className={waiting > 0 ? look['waiting'] : undefined}>
        {waiting > 0 && words.waiting(waiting)}
      </div>
    </>
  );
}
