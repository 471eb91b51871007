// The editor's tools: what can be done with the text where the caret stands. Knows no document and no line.
import type { Editor } from '@tiptap/core';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import { useEffect, useState } from 'react';
import { editorWords as words } from '../../words/zh/minutes-editor.ts';
import { listAround, paragraphBelow } from './acts.ts';
import { ImageTools } from './ImageTools.tsx';
import { Tool } from './Tool.tsx';
import look from './Toolbar.module.css';

const levels = [1, 2, 3, 4] as const;
const styleNames = ['paragraph', 'heading1', 'heading2', 'heading3', 'heading4'] as const;
type StyleName = (typeof styleNames)[number];

interface Standing {
  readonly style: StyleName;
  readonly bold: boolean;
  readonly ordered: boolean;
  readonly bullets: boolean;
  readonly inTable: boolean;
  readonly canMerge: boolean;
  readonly canSplit: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

function standingOf(editor: Editor): Standing {
  const history = (yUndoPluginKey.getState(editor.state) as { undoManager: { undoStack: unknown[]; redoStack: unknown[] } } | undefined)
    ?.undoManager;
  const level = levels.find((each) => editor.isActive('heading', { level: each }));
  return {
    style: level ? `heading${level}` : 'paragraph',
    bold: editor.isActive('bold'),
    ordered: listAround(editor) === 'orderedList',
    bullets: listAround(editor) === 'bulletList',
    inTable: editor.isActive('table'),
    canMerge: editor.isActive('table') && editor.can().mergeCells(),
    canSplit: editor.isActive('table') && editor.can().splitCell(),
    canUndo: (history?.undoStack.length ?? 0) > 0,
    canRedo: (history?.redoStack.length ?? 0) > 0,
  };
}

function useStanding(editor: Editor): Standing {
  const [standing, setStanding] = useState(() => standingOf(editor));
  useEffect(() => {
    const look = (): void => {
      const next = standingOf(editor);
      setStanding((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
    };
    look();
    editor.on('transaction', look);
    return () => void editor.off('transaction', look);
  }, [editor]);
  return standing;
}

const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);
const mod = (key: string): string => (apple ? `⌘${key}` : `Ctrl+${key}`);

interface ToolbarProps {
  readonly editor: Editor;
  /** Whose minutes these are. */
  readonly meeting: string;
  /** A composition runs, which no tool may break; nothing is drawn differently for the moment it takes. */
  readonly holds: () => boolean;
  /** This tab is to take no more edits. */
  readonly onReadingOnly: () => void;
}

export function Toolbar({ editor, meeting, holds, onReadingOnly }: ToolbarProps) {
  const { style, bold, ordered, bullets, inTable, canMerge, canSplit, canUndo, canRedo } = useStanding(editor);
  const act = (run: (chain: ReturnType<Editor['chain']>) => { run(): boolean }) => () => {
    if (!holds()) run(editor.chain().focus()).run();
  };
  const setStyle = (name: StyleName): void => {
    const level = levels.find((each) => name === `heading${each}`);
    if (level) editor.chain().focus().setHeading({ level }).run();
    else editor.chain().focus().setParagraph().run();
  };
  return (
    <div className={`${look['bar']} no-print`} role="toolbar" aria-label={words.tools}>
      <select
        className={look['style']}
        aria-label={words.style}
        title={words.style}
        value={style}
        onChange={(event) => {
          const name = styleNames.find((each) => each === event.target.value);
          if (name && !holds()) setStyle(name);
        }}
      >
        {styleNames.map((name) => (
          <option key={name} value={name}>
            {words.styles[name]}
          </option>
        ))}
      </select>
      <Tool title={words.withKey(words.undoWhy, mod('Z'))} off={!canUndo} act={() => holds() || editor.commands.undo()}>
        {words.undo}
      </Tool>
      <Tool title={words.withKey(words.redoWhy, mod('Y'))} off={!canRedo} act={() => holds() || editor.commands.redo()}>
        {words.redo}
      </Tool>
      <Tool title={words.withKey(words.bold, mod('B'))} pressed={bold} act={act((chain) => chain.toggleBold())}>
        <b>B</b>
      </Tool>
      <Tool title={words.withKey(words.orderedList, mod('Shift+7'))} pressed={ordered} act={act((chain) => chain.toggleOrderedList())}>
        {words.orderedList.slice(0, 2)}
      </Tool>
      <Tool title={words.withKey(words.bulletList, mod('Shift+8'))} pressed={bullets} act={act((chain) => chain.toggleBulletList())}>
        {words.bulletList.slice(0, 2)}
      </Tool>
      <Tool title={words.newParagraphWhy} act={() => holds() || paragraphBelow(editor)}>
        {words.newParagraph}
      </Tool>
      {!inTable && (
        <Tool title={words.insertTable} act={act((chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }))}>
          {words.table}
        </Tool>
      )}
      {inTable && (
        <span className={look['group']} role="group" aria-label={words.tableTools}>
          <Tool title={words.addRowWhy} act={act((chain) => chain.addRowAfter())}>
            {words.addRow}
          </Tool>
          <Tool title={words.deleteRowWhy} act={act((chain) => chain.deleteRow())}>
            {words.deleteRow}
          </Tool>
          <Tool title={words.addColumnWhy} act={act((chain) => chain.addColumnAfter())}>
            {words.addColumn}
          </Tool>
          <Tool title={words.deleteColumnWhy} act={act((chain) => chain.deleteColumn())}>
            {words.deleteColumn}
          </Tool>
          <Tool title={words.headerRowWhy} act={act((chain) => chain.toggleHeaderRow())}>
            {words.headerRow}
          </Tool>
          <Tool title={words.mergeCellsWhy} off={!canMerge} act={act((chain) => chain.mergeCells())}>
            {words.mergeCells}
          </Tool>
          <Tool title={words.splitCellWhy} off={!canSplit} act={act((chain) => chain.splitCell())}>
            {words.splitCell}
          </Tool>
          <Tool title={words.deleteTableWhy} act={act((chain) => chain.deleteTable())}>
            {words.deleteTable}
          </Tool>
        </span>
      )}
      <ImageTools editor={editor} meeting={meeting} holds={holds} />
      <Tool title={words.readOnlyWhy} act={() => holds() || onReadingOnly()}>
        {words.readingOnly}
      </Tool>
    </div>
  );
}
