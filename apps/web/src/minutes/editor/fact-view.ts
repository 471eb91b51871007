// Draws a fact from the meeting's record, anew whenever the record says something else. Nobody can type into it.
import { wordingOf, type FactId, type Wording } from '@xieshang/minutes';
import type { Meeting } from '@xieshang/meeting';
import type { Node, NodeViewRenderer } from '@tiptap/core';
import { editorWords as words } from '../../words/zh/minutes-editor.ts';

/** What the record says of facts, and word of it when that changes. */
export interface FactBoard {
  read(fact: FactId): Wording | null;
  subscribe(listener: () => void): () => void;
  show(meeting: Meeting, zone: string): void;
}

export function createFactBoard(first: Meeting, firstZone: string): FactBoard {
  let meeting = first;
  let zone = firstZone;
  const listeners = new Set<() => void>();
  return {
    read: (fact) => wordingOf(meeting, fact, zone),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (next, nextZone) => {
      if (next === meeting && nextZone === zone) return;
      meeting = next;
      zone = nextZone;
      for (const listener of listeners) listener();
    },
  };
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

/** Pressed, it shows the record of it where somebody beside the text listens. */
function sourceOf({ source }: Wording): HTMLElement {
  const made = element('button', 'fact-source', source);
  made.setAttribute('type', 'button');
  made.setAttribute('aria-label', words.seeRecord(source));
  return made;
}

function draw(board: FactBoard, fact: FactId): readonly HTMLElement[] {
  const wording = board.read(fact);
  if (!wording) return [element('p', 'fact-line', words.factUnknown)];
  return [sourceOf(wording), ...wording.lines.map((line) => element('p', 'fact-line', line))];
}

const renderer =
  (board: FactBoard): NodeViewRenderer =>
  ({ node }) => {
    const fact = node.attrs['fact'] as FactId;
    const dom = element('div', 'fact');
    dom.contentEditable = 'false';
    dom.setAttribute('role', 'note');
    dom.dataset['fact'] = fact;
    let shown = '';
    const refresh = (): void => {
      const parts = draw(board, fact);
      const text = parts.map(({ textContent }) => textContent).join('\n');
      if (text === shown) return;
      shown = text;
      dom.replaceChildren(...parts);
    };
    refresh();
    const leave = board.subscribe(refresh);
    return {
      dom,
      update: (next) => next.type === node.type && next.attrs['fact'] === fact,
      // The editor's own marking would also make it something to drag.
      selectNode: () => dom.classList.add('chosen'),
      deselectNode: () => dom.classList.remove('chosen'),
      ignoreMutation: () => true,
      destroy: leave,
    };
  };

/** The fact of the schema, with a face. */
export const withFace = (fact: Node, board: FactBoard): Node => fact.extend({ addNodeView: () => renderer(board) });
