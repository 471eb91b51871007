// Knows what is found in the open text while the text changes, and which place is looked at; not how it is asked for.
import type { Node } from '@tiptap/pm/model';
import { wordingOf, type FactId } from '@xieshang/minutes';
import type { Meeting } from '@xieshang/meeting';
import { useCallback, useEffect, useRef, useState } from 'react';
import { markFound } from '../../editor/found-marks.ts';
import { showPlace } from '../../editor/show-place.ts';
import type { OpenText } from '../panel.ts';
import { placeFrom, search, type FactLines, type Found, type Wanted } from './search.ts';

/** The marks follow the typing, not every letter of it, ms. */
const lookAfter = 200;

interface Looked {
  readonly found: readonly Found[];
  /** Index of the place that is looked at; -1 for none. */
  readonly now: number;
}
const nothing: Looked = { found: [], now: -1 };

export interface Finding extends Looked {
  /** Goes on by so many places, round and round, and shows the one it comes to. */
  step(by: 1 | -1): void;
  /** Looks again at once, from that position on, and shows where it comes to. */
  lookFrom(position: number): void;
  /** What is there at this moment. */
  fresh(): readonly Found[];
}

const linesBy =
  (meeting: Meeting, zone: string): FactLines =>
  (fact: FactId) => {
    const wording = wordingOf(meeting, fact, zone);
    return wording ? [wording.source, ...wording.lines] : [];
  };

export function useFound(open: OpenText | null, wanted: Wanted, meeting: Meeting, zone: string): Finding {
  const [looked, setLooked] = useState(nothing);
  const at = useRef(0);
  const { text, loosely } = wanted;

  const searchIn = useCallback((doc: Node) => search(doc, { text, loosely }, linesBy(meeting, zone)), [text, loosely, meeting, zone]);
  /** Not while a composition runs: its end looks again. */
  const look = useCallback(
    (shows: boolean) => {
      if (!open) return setLooked(nothing);
      const { editor, desk } = open;
      desk.gate.whenOpen(() => {
        if (editor.isDestroyed) return;
        const found = searchIn(editor.state.doc);
        const now = placeFrom(found, at.current);
        at.current = found[now]?.from ?? at.current;
        markFound(editor.view, found, now);
        if (shows && found[now]) showPlace(editor.view, found[now].from);
        setLooked({ found, now });
      });
      return undefined;
    },
    [open, searchIn],
  );

  // What was just asked for is shown; what the record or others change meanwhile moves nobody's page.
  const asked = `${loosely ? 1 : 0}${text}`;
  const shown = useRef('');
  useEffect(() => {
    look(text !== '' && shown.current !== asked);
    shown.current = asked;
  }, [look, text, asked]);
  useEffect(() => {
    if (!open) return undefined;
    const { editor, desk } = open;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = ({ transaction }: { readonly transaction: { readonly docChanged: boolean } }): void => {
      if (!transaction.docChanged) return;
      clearTimeout(timer);
      timer = setTimeout(() => !desk.gate.closed && look(false), lookAfter);
    };
    editor.on('transaction', later);
    return () => {
      clearTimeout(timer);
      editor.off('transaction', later);
    };
  }, [open, look]);
  useEffect(
    () => () => {
      open?.desk.gate.whenOpen(() => !open.editor.isDestroyed && markFound(open.editor.view, [], -1));
    },
    [open],
  );

  return {
    ...looked,
    step: (by) => {
      const { found, now } = looked;
      if (!open || found.length === 0) return;
      at.current = found[(now + by + found.length) % found.length]?.from ?? 0;
      look(true);
    },
    lookFrom: (position) => {
      at.current = position;
      look(true);
    },
    fresh: () => (open ? searchIn(open.editor.state.doc) : []),
  };
}
