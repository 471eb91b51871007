// Knows the jottings of this page that are not on the server's disk yet: keeps them, sends them one after another, tries again by itself.
import type { Jotting, JottedAbout, JottingId } from '@xieshang/meeting';
import { jottingId } from '@xieshang/meeting';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../../../http/api.ts';
import { HttpError, messageOf } from '../../../http/client.ts';
import {
  forgetJotting,
  keepJotting,
  keptJottings,
  newId,
  useMeeting,
  useServerClock,
  useViewer,
  type KeptJotting,
} from '../../../live/index.ts';

interface Course {
  /** Tried in vain and tried again. */
  readonly waits: boolean;
  /** What the server has against it; it is not sent again by itself. */
  readonly refused: string | null;
}

const fresh: Course = { waits: false, refused: null };

export type Unsaved = KeptJotting & Course;

/** ms between two tries. */
const patience = 2000;

const isPassing = (error: unknown): boolean => error instanceof HttpError && (error.status === 0 || error.status >= 500);

export interface UnsavedJottings {
  readonly unsaved: readonly Unsaved[];
  readonly write: (text: string, about: JottedAbout) => void;
  readonly again: (id: JottingId) => void;
  readonly giveUp: (id: JottingId) => void;
}

/** `onSaved` is told what is on disk now. */
export function useUnsaved(onSaved: (jotting: Jotting) => void): UnsavedJottings {
  const { meeting } = useMeeting().notice;
  const { person } = useViewer();
  const now = useServerClock();
  const [held, setHeld] = useState<readonly KeptJotting[]>(() => keptJottings(meeting, person));
  const [course, setCourse] = useState<Readonly<Record<string, Course>>>({});
  const say = useCallback((id: JottingId, to: Course) => setCourse((all) => ({ ...all, [id]: to })), []);
  const drop = useCallback(
    (id: JottingId) => {
      forgetJotting(meeting, person, id);
      setHeld((all) => all.filter((one) => one.id !== id));
    },
    [meeting, person],
  );
  const courseOf = ({ id }: KeptJotting): Course => course[id] ?? fresh;
  // One line at a time: the next one is sent once this one is settled.
  const first = held.find((one) => courseOf(one).refused === null);
  useEffect(() => {
    if (!first) return undefined;
    const { id, text, about } = first;
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const send = async (): Promise<void> => {
      try {
        const { jotting } = await api.putJotting(meeting, { id, act: { type: 'write', text, about } });
        onSaved(jotting);
        drop(id);
      } catch (error) {
        if (over) return;
        if (!isPassing(error)) return say(id, { waits: false, refused: messageOf(error) });
        say(id, { waits: true, refused: null });
        timer = setTimeout(() => void send(), patience);
      }
    };
    void send();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [first, meeting, person, drop, say, onSaved]);

  return {
    unsaved: held.map((one) => ({ ...one, ...courseOf(one) })),
    write: (text, about) => {
      const jotting: KeptJotting = { id: jottingId(newId()), at: now(), text, about };
      keepJotting(meeting, person, jotting);
      setHeld((all) => [...all, jotting]);
    },
    again: (id) => say(id, fresh),
    giveUp: drop,
  };
}
