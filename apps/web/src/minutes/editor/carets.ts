// Shows where others write, with their names, and tells them where this person writes. Stands still while a composition runs.
import { Extension } from '@tiptap/core';
import type { EditorState, Selection } from '@tiptap/pm/state';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import type { Gate } from './composition-gate.ts';

export interface Here {
  readonly account: string;
  readonly name: string;
  readonly color: string;
}

const validColor = /^#[0-9a-f]{6}$/i;
const plain = '#1f4e79';

/** What the server says of a person; anything else is nobody. */
export function personIn(state: unknown): Here | null {
  if (typeof state !== 'object' || state === null || !('user' in state)) return null;
  const { user } = state;
  if (typeof user !== 'object' || user === null || !('name' in user) || typeof user.name !== 'string' || user.name === '') return null;
  const color = 'color' in user && typeof user.color === 'string' && validColor.test(user.color) ? user.color : plain;
  const account = 'account' in user && typeof user.account === 'string' ? user.account : '';
  return { account, name: user.name, color };
}

/** Everybody who has the document open, each once, by name. */
export function namesHere(awareness: Awareness): readonly string[] {
  const names = [...awareness.getStates().values()].flatMap((state) => personIn(state)?.name ?? []);
  return [...new Set(names)];
}

function flag(user: unknown): HTMLElement {
  const { name, color } = personIn({ user }) ?? { account: '', name: '', color: plain };
  const caret = document.createElement('span');
  caret.className = 'caret';
  caret.style.borderColor = color;
  caret.contentEditable = 'false';
  const label = document.createElement('span');
  label.className = 'caret-name';
  label.style.backgroundColor = color;
  label.textContent = name;
  caret.append(label);
  return caret;
}

/** Changes of carets reach the view only while no composition runs; the last one is drawn at its end. */
function calm(awareness: Awareness, gate: Gate): Awareness {
  type Listener = (...args: readonly unknown[]) => void;
  const wrapped = new Map<Listener, Listener>();
  return Object.assign(Object.create(awareness) as Awareness, {
    on: (name: string, listener: Listener) => {
      let waits = false;
      const gentle: Listener = (...args) => {
        if (waits) return;
        waits = gate.closed;
        gate.whenOpen(() => {
          waits = false;
          listener(...args);
        });
      };
      wrapped.set(listener, gentle);
      awareness.on(name as 'change', gentle);
    },
    off: (name: string, listener: Listener) => awareness.off(name as 'change', wrapped.get(listener) ?? listener),
  });
}

export const carets = (awareness: Awareness, gate: Gate): Extension =>
  Extension.create({
    name: 'carets',
    priority: 999,
    addProseMirrorPlugins() {
      let before: Selection | null = null;
      return [
        yCursorPlugin(calm(awareness, gate), {
          cursorBuilder: flag,
          selectionBuilder: (user: unknown) => ({ style: `background-color: ${personIn({ user })?.color ?? plain}30` }),
          // Where the person is, in a text that others have: not inside what is being composed.
          getSelection: (state: EditorState) => {
            if (!gate.closed || !before) before = state.selection;
            return before;
          },
        }),
      ];
    },
  });
