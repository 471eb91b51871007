// Law 12 inside the editor: finds the beginning and the end of a composition and holds the view's text back meanwhile. Knows no wire.
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import type { Node } from '@tiptap/pm/model';
import type { Gate } from './composition-gate.ts';
import type { Hand } from './desk.ts';

/** The editor's own pause between the end of a composition and its last look at the page, ms; ours follows it. */
const editorSettles = 20;

/** ProseMirror reads the last characters from the page on its own time; before anything else is drawn it has to have done so. */
type Reading = EditorView & { readonly domObserver: { forceFlush(): void; flush(): void } };

/** Views that are just getting the focus: the browser has not put the caret yet, and what it shows is its beginning. */
const arriving = new WeakSet<EditorView>();

function readPage(view: EditorView): void {
  if (view.isDestroyed || arriving.has(view)) return;
  const { domObserver } = view as Reading;
  domObserver.forceFlush();
  domObserver.flush();
}

/** Takes the place of the binding's way from the view to the document; the text of a composition is one change that can be undone. */
export function holdBinding(view: EditorView, binding: ProsemirrorBinding, gate: Pick<Gate, 'closed'>): Pick<Hand, 'flush' | 'holds'> {
  const write = binding._prosemirrorChanged.bind(binding);
  let held = false;
  binding._prosemirrorChanged = (doc: Node): void => {
    if (gate.closed) held = true;
    else write(doc);
  };
  return {
    flush: () => {
      if (!held) return;
      held = false;
      binding.mux(() => {
        binding.doc.transact((transaction) => {
          transaction.meta.set('addToHistory', true);
          write(view.state.doc);
        }, ySyncPluginKey);
      });
    },
    holds: () => held,
  };
}

export const holdComposition = (gate: Gate, lend: (hand: Hand) => void): Extension =>
  Extension.create({
    name: 'holdComposition',
    // Before every other listener: what they do at the beginning of a composition is part of it.
    priority: 2_000,
    addProseMirrorPlugins() {
      let settling: ReturnType<typeof setTimeout> | undefined;
      const settle = (view: EditorView): void => {
        clearTimeout(settling);
        settling = setTimeout(() => {
          if (view.isDestroyed) return;
          readPage(view);
          gate.end();
        }, editorSettles);
      };
      const plugin = new Plugin({
        props: {
          handleDOMEvents: {
            focus: (view) => {
              arriving.add(view);
              setTimeout(() => {
                arriving.delete(view);
                // The caret stands now. Told late of it, the editor would take it back to where it stood before the focus.
                readPage(view);
              });
              return false;
            },
            compositionstart: () => {
              clearTimeout(settling);
              gate.begin();
              return false;
            },
            // A composition whose end nobody told is over when keys count again.
            input: (view, event) => {
              if (gate.closed && event instanceof InputEvent && !event.isComposing) settle(view);
              return false;
            },
            keydown: (view, event) => {
              if (event.isComposing || event.keyCode === 229) return false;
              if (gate.closed) settle(view);
              // Keys that come faster than the browser tells of a moved caret act where it is, not where it was.
              else readPage(view);
              return false;
            },
          },
        },
        view: (view) => {
          const { binding } = ySyncPluginKey.getState(view.state) as { readonly binding: ProsemirrorBinding };
          lend({
            ...holdBinding(view, binding, gate),
            settle: () => readPage(view),
            stop: () => this.editor.setEditable(false, false),
          });
          // Added after the editor's own listener, so that its timer is set first and runs first.
          const ended = (): void => settle(view);
          view.dom.addEventListener('compositionend', ended);
          return {
            destroy: () => {
              clearTimeout(settling);
              view.dom.removeEventListener('compositionend', ended);
            },
          };
        },
      });
      return [plugin];
    },
  });
