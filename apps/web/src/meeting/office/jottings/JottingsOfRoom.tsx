// Gives the room its jottings: had anew when the server says so, written from any place by a key, told when another one writes.
import type { Jotting, JottedAbout, JottingAct, JottingId } from '@xieshang/meeting';
import { mayJot } from '@xieshang/meeting';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { api, type JottingsRead } from '../../../http/api.ts';
import { messageOf } from '../../../http/client.ts';
import { jottingsQuery } from '../../../http/queries.ts';
import { useMeeting, useViewer } from '../../../live/index.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { jottingWords as words } from '../../../words/zh/jottings.ts';
import { runsNow } from '../../shared/jotted.ts';
import { useJottingsRead } from '../../shared/jotted-read.ts';
import { nameOf } from '../../shared/people.ts';
import { keys } from '../keys.ts';
import { useShortcut } from '../shortcuts.ts';
import { JotLine, lineId } from './JotLine.tsx';
import { useUnsaved, type UnsavedJottings } from './use-unsaved.ts';

/** A line as it is being typed, with what ran at its first letter. */
export interface Begun {
  readonly text: string;
  readonly about: JottedAbout | null;
}

interface Jottings extends UnsavedJottings {
  /** Null until they have been read. */
  readonly jottings: readonly Jotting[] | null;
  readonly failed: boolean;
  readonly mayWrite: boolean;
  readonly begun: Begun;
  readonly type: (text: string) => void;
  /** Puts the line as it stands. */
  readonly put: () => void;
  /** False when the server said no, which has been told. */
  readonly act: (id: JottingId, act: Exclude<JottingAct, { type: 'write' }>) => Promise<boolean>;
}

const Given = createContext<Jottings | null>(null);

export function useJottings(): Jottings {
  const given = useContext(Given);
  if (!given) throw new Error('there is no <JottingsOfRoom> above this screen');
  return given;
}

const nothing: Begun = { text: '', about: null };

export function JottingsOfRoom({ children }: { readonly children: ReactNode }) {
  const meeting = useMeeting();
  const { person } = useViewer();
  const { warn } = useNotices();
  const queries = useQueryClient();
  const id = meeting.notice.meeting;
  const { data, isError, refetch } = useJottingsRead();
  const onSaved = useCallback(
    (jotting: Jotting) => {
      const { queryKey } = jottingsQuery(id);
      queries.setQueryData<JottingsRead>(queryKey, (before) => {
        const others = before?.jottings.filter((one) => one.id !== jotting.id) ?? [];
        return { newest: before?.newest ?? 0, jottings: [...others, jotting].toSorted((one, other) => one.at - other.at) };
      });
      void queries.invalidateQueries({ queryKey });
    },
    [queries, id],
  );
  const saving = useUnsaved(onSaved);
  const [begun, setBegun] = useState(nothing);
  const mayWrite = mayJot(meeting, person);
  const given: Jottings = {
    ...saving,
    jottings: data?.jottings ?? null,
    failed: isError && !data,
    mayWrite,
    begun,
    type: (text) => setBegun(({ about }) => (text === '' ? nothing : { text, about: about ?? runsNow(meeting) })),
    put: () => {
      const text = begun.text.trim();
      if (text === '') return;
      saving.write(text, begun.about ?? runsNow(meeting));
      setBegun(nothing);
    },
    act: async (jotting, act) => {
      try {
        onSaved((await api.putJotting(id, { id: jotting, act })).jotting);
        return true;
      } catch (error) {
        warn(messageOf(error));
        void refetch();
        return false;
      }
    },
  };
  return (
    <Given value={given}>
      {children}
      {mayWrite && <ByKey />}
      <Arrivals jottings={given.jottings} />
    </Given>
  );
}

/** In the hall the line is there; from any other place it is brought. */
function ByKey() {
  const [open, setOpen] = useState(false);
  useShortcut(keys.jot.key, () => {
    const line = document.getElementById(lineId);
    if (line) line.focus();
    else setOpen(true);
  });
  return (
    <Dialog open={open} wide title={words.putTitle} onClose={() => setOpen(false)}>
      <JotLine id="jot-line-brought" onPut={() => setOpen(false)} />
    </Dialog>
  );
}

/** What another one has just written is said, unless the list is there to be read. */
function Arrivals({ jottings }: { readonly jottings: readonly Jotting[] | null }) {
  const { roll } = useMeeting();
  const { person } = useViewer();
  const { say } = useNotices();
  const seen = useRef<ReadonlySet<JottingId> | null>(null);
  useEffect(() => {
    const before = seen.current;
    if (!jottings) return;
    seen.current = new Set(jottings.map(({ id }) => id));
    const last = before && jottings.findLast(({ id, by, standing }) => by !== person && standing.phase === 'open' && !before.has(id));
    if (last && !document.getElementById(lineId)) say(words.arrived(nameOf(roll, last.by), last.text));
  }, [jottings, person, roll, say]);
  return null;
}
