// Knows how the draft stands against the open text at this moment, and how it is written in; not how that looks.
import { draftOf, openingsOf, passageText, standingOf, type Drafted, type Passage, type Standing } from '@xieshang/minutes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { api } from '../../../http/api.ts';
import { messageOf } from '../../../http/client.ts';
import { committeeQuery, draftedQuery } from '../../../http/queries.ts';
import { useMeeting } from '../../../live/index.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { draftWords as words } from '../../../words/zh/minutes-draft.ts';
import type { OpenText } from '../panel.ts';
import { blocksIn, writeDraft, type PlacedBlock } from './in-text.ts';

export interface DraftView {
  readonly standings: readonly Standing[];
  readonly blocks: readonly PlacedBlock[];
  /** What a press writes: absent, outdated or void. */
  readonly toWrite: readonly string[];
  readonly busy: boolean;
  /** Puts these in; `over` also where somebody has changed them. */
  readonly write: (ids: readonly string[], over?: boolean) => void;
}

export const idOf = (standing: Standing): string => (standing.state === 'void' ? standing.id : standing.passage.id);

/** Nobody has typed for so long, ms. */
const quietFor = 500;

function useBlocks(open: OpenText | null): readonly PlacedBlock[] {
  const [blocks, setBlocks] = useState<readonly PlacedBlock[]>([]);
  useEffect(() => {
    if (!open) return undefined;
    const { editor } = open;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const see = () => setBlocks(blocksIn(editor.state.doc));
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(see, quietFor);
    };
    see();
    editor.on('update', later);
    return () => {
      clearTimeout(timer);
      editor.off('update', later);
    };
  }, [open]);
  return blocks;
}

function draftedBy(passages: readonly { readonly passage: string; readonly text: string }[], openings: readonly string[]): Drafted {
  const drafted = new Map<string, readonly string[]>(openings.length > 0 ? [['opening', openings]] : []);
  for (const { passage, text } of passages) drafted.set(passage, [...(drafted.get(passage) ?? []), text]);
  return drafted;
}

export function useDraft(open: OpenText | null): DraftView {
  const meeting = useMeeting();
  const id = meeting.notice.meeting;
  const { data: committee } = useQuery(committeeQuery);
  const memory = useQuery(draftedQuery(id));
  const client = useQueryClient();
  const { say, warn } = useNotices();
  const [busy, setBusy] = useState(false);
  const blocks = useBlocks(open);
  const passages = useMemo((): readonly Passage[] => (committee ? draftOf(meeting, committee) : []), [meeting, committee]);
  const drafted = useMemo(
    () => draftedBy(memory.data?.passages ?? [], committee ? openingsOf(meeting, committee) : []),
    [memory.data, meeting, committee],
  );
  const known = open !== null && memory.data !== undefined && blocks.length > 0;
  const standings = useMemo(() => (known ? standingOf(passages, blocks, drafted) : []), [known, passages, blocks, drafted]);
  const toWrite = useMemo(
    () => standings.filter(({ state }) => state === 'absent' || state === 'outdated' || state === 'void').map(idOf),
    [standings],
  );
  const revision = memory.data?.revision ?? 0;
  const write = useCallback(
    (ids: readonly string[], over = false) => {
      if (!open || ids.length === 0) return;
      const wanted = new Set(ids);
      const texts = passages.filter((one) => wanted.has(one.id)).map((one) => ({ passage: one.id, text: passageText(one) }));
      const put = async () => {
        setBusy(true);
        try {
          // Remembered first: whoever looks then knows whose words they are.
          if (texts.length > 0) await api.addDrafted(id, { after: revision, passages: texts });
          open.desk.gate.whenOpen(() => {
            if (open.editor.isDestroyed || !open.editor.isEditable) return;
            const written = writeDraft(open.editor.state, passages, drafted, wanted, over ? wanted : new Set());
            if (written) open.editor.view.dispatch(written);
            say(words.written(ids.length));
          });
        } catch (error) {
          warn(messageOf(error));
        } finally {
          await client.invalidateQueries({ queryKey: draftedQuery(id).queryKey });
          setBusy(false);
        }
      };
      void put();
    },
    [open, passages, drafted, revision, id, client, say, warn],
  );
  return { standings, blocks, toWrite, busy, write };
}
