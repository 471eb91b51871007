// Knows what there is of the remarks while one stands in the text: its marks, the acts at a selection, the count at the tab. The list is the panel's.
import { mayRemark, openOf, anchorFinder, remarkId, type Found, type Remark } from '@xieshang/minutes';
import { useCallback, useEffect, useMemo } from 'react';
import { useMeeting, useViewer } from '../../../live/index.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { remarkWords as words } from '../../../words/zh/remarks.ts';
import { markText, marksAt, type TextMark } from '../../editor/text-marks.ts';
import type { AroundProps, OpenText } from '../panel.ts';
import { Composer, useGiveUp } from './Composer.tsx';
import { isPressed, keys } from './keys.ts';
import { leafTextOf, takeSelected } from './places.ts';
import { SelectionActs } from './SelectionActs.tsx';
import { actsOn, useStage } from './stage.ts';
import { useNarrow } from './use-narrow.ts';
import { useRemarks } from './use-remarks.ts';

const owner = 'remarks';

export default function AroundRemarks({ open, documentId, onOpen, onBadge }: AroundProps) {
  const meeting = useMeeting();
  const { person } = useViewer();
  const { remarks, unseen, refresh } = useRemarks();
  const stage = useStage(documentId);
  const { warn } = useNotices();
  const narrow = useNarrow();
  const giveUp = useGiveUp(documentId, stage.draft);
  const may = mayRemark(meeting, person);
  const focus = stage.focus?.id ?? null;
  const marked = useMemo(() => {
    const shown = remarks ? openOf(remarks) : [];
    const focused = focus === null ? undefined : remarks?.get(focus);
    return focused && !shown.includes(focused) ? [...shown, focused] : shown;
  }, [remarks, focus]);

  useEffect(() => open?.desk.onRemarked(refresh), [open, refresh]);
  useMarks(open, marked, focus);

  const openCount = remarks ? openOf(remarks).length : 0;
  const unseenCount = unseen.size;
  useEffect(() => {
    const calls = unseenCount > 0;
    const text = words.count(calls ? unseenCount : openCount);
    onBadge(openCount + unseenCount === 0 ? null : { text, spoken: words.countFor(openCount, unseenCount), calls });
  }, [openCount, unseenCount, onBadge]);

  const begin = useCallback(
    (kind: 'comment' | 'suggestion') => {
      if (!open || open.desk.gate.closed) return;
      const taken = takeSelected(open, kind);
      if (!taken.ok) return warn(taken.why);
      actsOn(documentId).begin({ kind, anchor: taken.anchor });
      if (!narrow) onOpen();
    },
    [open, documentId, narrow, onOpen, warn],
  );
  const look = useCallback(
    (id: string) => {
      actsOn(documentId).look(remarkId(id));
      onOpen();
    },
    [documentId, onOpen],
  );

  useEffect(() => {
    if (!may) return undefined;
    const press = (event: KeyboardEvent): void => {
      const kind = isPressed(event, keys.comment) ? 'comment' : isPressed(event, keys.suggest) ? 'suggestion' : null;
      if (!kind) return;
      event.preventDefault();
      begin(kind);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [may, begin]);

  useEffect(() => {
    if (!open || narrow) return undefined;
    const { editor } = open;
    const click = ({ clientX, clientY }: MouseEvent): void => {
      if (!editor.state.selection.empty) return;
      const at = editor.view.posAtCoords({ left: clientX, top: clientY });
      const [first] = at ? marksAt(editor, owner, at.pos) : [];
      if (first !== undefined) look(first);
    };
    const sheet = editor.view.dom;
    sheet.addEventListener('click', click);
    return () => sheet.removeEventListener('click', click);
  }, [open, narrow, look]);

  const marksHere = useCallback((at: number) => (open && narrow ? marksAt(open.editor, owner, at) : []), [open, narrow]);

  if (!open) return null;
  return (
    <>
      {!stage.draft && <SelectionActs open={open} may={may} marksHere={marksHere} onBegin={begin} onLook={look} />}
      {narrow && stage.draft && (
        <Dialog open title={stage.draft.kind === 'comment' ? words.newComment : words.newSuggestion} onClose={() => void giveUp()}>
          <Composer documentId={documentId} draft={stage.draft} onDone={() => undefined} />
        </Dialog>
      )}
    </>
  );
}

/** Marks the passages quietly; a running composition is not touched. */
function useMarks(open: OpenText | null, marked: readonly Remark[], focus: string | null): void {
  useEffect(() => {
    if (!open) return undefined;
    const { editor, desk } = open;
    const make = (doc: typeof editor.state.doc): readonly TextMark[] => {
      if (marked.length === 0) return [];
      const find = anchorFinder(desk.fragment, doc, leafTextOf(editor));
      return marked.flatMap((remark) => markOf(remark, find(remark.anchor), remark.id === focus));
    };
    let over = false;
    desk.gate.whenOpen(() => {
      if (!over) markText(editor, owner, marked.length === 0 ? null : make);
    });
    return () => {
      over = true;
    };
  }, [open, marked, focus]);
}

function markOf({ id, kind }: Remark, found: Found, isLookedAt: boolean): readonly TextMark[] {
  if (found.kind === 'gone') return [];
  const look = `remark remark-${kind}${isLookedAt ? ' remark-looked' : ''}`;
  // Between two letters there is nothing to mark: the one before it shows the place.
  const from = found.from === found.to ? found.from - 1 : found.from;
  return from < 1 ? [] : [{ from, to: found.to, id, look: found.from === found.to ? `${look} remark-behind` : look }];
}
