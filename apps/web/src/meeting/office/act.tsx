// Knows how a press in the office becomes commands: lit by the meeting's own rules, every no said; not which acts there are.
import type { Command } from '@xieshang/meeting';
import { useState, type ReactNode } from 'react';
import { useSend } from '../../live/index.ts';
import { Button, type ButtonProps } from '../../ui/Button.tsx';
import { useConfirm, type Question } from '../../ui/confirm.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { refusalSentence } from '../../words/office-refusals.ts';
import look from './act.module.css';
import type { Key } from './keys.ts';
import { useShortcut } from './shortcuts.ts';

export type Bodies = readonly [Command, ...Command[]];

/** `act` puts commands one after the other and stops at the first no, which is said; true when all were stored. */
export function useAct(): { readonly act: (...bodies: readonly Command[]) => Promise<boolean>; readonly busy: boolean } {
  const { send } = useSend();
  const notices = useNotices();
  const [under, setUnder] = useState(0);
  const act = async (...bodies: readonly Command[]): Promise<boolean> => {
    setUnder((count) => count + 1);
    try {
      for (const body of bodies) {
        const answer = await send(body);
        if (answer.ok) continue;
        notices.warn(refusalSentence(answer.refusal));
        return false;
      }
      return true;
    } finally {
      setUnder((count) => count - 1);
    }
  };
  return { act, busy: under > 0 };
}

/** Whether a command is lit: `null` for a role that never sends it and once the meeting is over, else the reason against it, if there is one. */
export function useLit(body: Command): { readonly reason: string | undefined } | null {
  const refusal = useSend().may(body);
  if (refusal?.type === 'NotPermitted' || refusal?.type === 'MeetingIsOver') return null;
  return { reason: refusal ? refusalSentence(refusal) : undefined };
}

interface ActProps extends Pick<ButtonProps, 'kind' | 'size' | 'wide' | 'className' | 'aria-label' | 'aria-describedby'> {
  /** Sent in this order; the first decides whether the button is lit. */
  readonly bodies: Bodies;
  /** Pressed several times on end by intent; else the second click of a double click is no act. */
  readonly repeats?: boolean;
  /** Asked before anything is sent. */
  readonly ask?: Question | undefined;
  /** The key that presses it, and how the key is shown. */
  readonly shortcut?: Key | undefined;
  /** Asked only when it is pressed by its key: a stray letter moves no meeting. */
  readonly askByKey?: Question;
  readonly onDone?: () => void;
  readonly children: ReactNode;
}

/** How a key is shown on what it presses. */
export const KeyCap = ({ of }: { readonly of: Key }) => (
  <kbd className={look['key']} aria-hidden="true">
    {of.shown}
  </kbd>
);

/** A press that took its own button away leaves the keyboard in the room instead of nowhere. */
function keepFocus(): void {
  if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true });
}

/** A button for a command. Absent for those whose role never sends it, and for all after the end; unlit, with the reason, when it is not the moment. */
export function Act({ bodies, ask, shortcut, askByKey, repeats = false, onDone, children, ...button }: ActProps) {
  const lit = useLit(bodies[0]);
  const { act, busy } = useAct();
  const confirm = useConfirm();
  // Each of several presses on end counts, also while the one before is under way.
  const held = busy && !repeats;
  const press = async (question = ask) => {
    if (held || !lit || lit.reason !== undefined) return;
    if (question && !(await confirm(question))) return;
    if (!(await act(...bodies))) return;
    onDone?.();
    requestAnimationFrame(keepFocus);
  };
  useShortcut(lit ? shortcut?.key : undefined, () => {
    const question = ask ?? askByKey;
    void press(question && { ...question, enterAgrees: true });
  });
  if (!lit) return null;
  return (
    <Button {...button} busy={held} unavailable={lit.reason} onClick={({ detail }) => (detail < 2 || repeats) && void press()}>
      {children}
      {shortcut && <KeyCap of={shortcut} />}
    </Button>
  );
}
