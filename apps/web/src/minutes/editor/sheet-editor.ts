// Puts the editor together from its parts for one open document. Knows no React and no page.
import { Editor, Node, type AnyExtension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { extensions } from '@xieshang/minutes';
import { editorWords as words } from '../../words/zh/minutes-editor.ts';
import { blockMarks } from './block-marks.ts';
import { carets } from './carets.ts';
import type { Desk } from './desk.ts';
import { factGuard } from './fact-guard.ts';
import { withFace, type FactBoard } from './fact-view.ts';
import { foundMarks } from './found-marks.ts';
import { holdComposition } from './hold-composition.ts';
import { withPicture, type AddressOf } from './image-view.ts';
import { safePaste } from './paste.ts';
import { steadyCaret } from './steady-caret.ts';
import { textMarks } from './text-marks.ts';

/** The compiler meets the library's types once here and once through the package. */
const schemaParts = extensions as unknown as readonly AnyExtension[];

interface Parts {
  readonly element: HTMLElement;
  readonly desk: Desk;
  readonly board: FactBoard;
  readonly addressOf: AddressOf;
  readonly onTooLarge: (kilobytes: number) => void;
}

/** px that stay free around the caret: the tools above, the edge of a phone's keyboard below. */
const caretRoom = { top: 96, bottom: 64, left: 0, right: 0 };

export function createSheetEditor({ element, desk, board, addressOf, onTooLarge }: Parts): Editor {
  return new Editor({
    element,
    editable: false,
    // The server's policy lets no style element in; the sheet's own styles have what is needed.
    injectCSS: false,
    extensions: [
      ...schemaParts.map((part) => {
        if (!(part instanceof Node)) return part;
        return part.name === 'fact' ? withFace(part, board) : part.name === 'image' ? withPicture(part, addressOf) : part;
      }),
      Collaboration.configure({ fragment: desk.fragment }),
      holdComposition(desk.gate, desk.lend),
      steadyCaret,
      carets(desk.awareness, desk.gate),
      blockMarks,
      foundMarks,
      textMarks,
      factGuard,
      safePaste(onTooLarge),
    ],
    editorProps: {
      attributes: {
        // The library adds it later: until then a long text would be laid out in another dress, and whole.
        class: 'tiptap',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': words.editor,
        lang: 'zh-CN',
        spellcheck: 'false',
        autocapitalize: 'off',
        tabindex: '0',
      },
      // The way out for keyboards: in lists and tables Tab has another meaning.
      handleKeyDown: (view, { key }) => {
        if (key === 'Escape') view.dom.blur();
        return key === 'Escape';
      },
      scrollMargin: caretRoom,
      scrollThreshold: caretRoom,
    },
  });
}
