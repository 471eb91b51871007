// Knows how an image comes into the text, gets another caption and goes; not how it is drawn.
import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { longestCaption } from '@xieshang/minutes';
import { useEffect, useState } from 'react';
import { messageOf } from '../../http/client.ts';
import { newId } from '../../http/ids.ts';
import { uploadImage } from '../../http/upload.ts';
import { useViewer } from '../../live/index.ts';
import { ActForm } from '../../meeting/office/ActForm.tsx';
import { Field, TextField } from '../../ui/Field.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { editorWords as words } from '../../words/zh/minutes-editor.ts';
import { imageInto, put } from './insert.ts';
import { tidyPicture } from './tidy-picture.ts';
import { Tool } from './Tool.tsx';

interface ImageToolsProps {
  readonly editor: Editor;
  readonly meeting: string;
  /** A composition runs, which no tool may break. */
  readonly holds: () => boolean;
}

/** The caption of the image that is chosen; null while none is. */
function useChosenCaption(editor: Editor): string | null {
  const [caption, setCaption] = useState<string | null>(null);
  useEffect(() => {
    const look = (): void => {
      const { selection } = editor.state;
      const node = selection instanceof NodeSelection ? selection.node : null;
      setCaption(node?.type.name === 'image' ? String(node.attrs['alt']) : null);
    };
    look();
    editor.on('transaction', look);
    return () => void editor.off('transaction', look);
  }, [editor]);
  return caption;
}

export function ImageTools({ editor, meeting, holds }: ImageToolsProps) {
  const { role } = useViewer();
  const [open, setOpen] = useState<'add' | 'caption' | null>(null);
  const caption = useChosenCaption(editor);
  const start = (what: 'add' | 'caption') => () => !holds() && setOpen(what);
  const close = (): void => setOpen(null);
  return (
    <>
      {/* Images are handed in by secretaries: the server takes them from nobody else. */}
      {role === 'secretary' && (
        <Tool title={words.imageAddWhy} act={start('add')}>
          {words.image}
        </Tool>
      )}
      {caption !== null && (
        <>
          <Tool title={words.imageCaptionWhy} act={start('caption')}>
            {words.imageCaption}
          </Tool>
          <Tool title={words.imageDeleteWhy} act={() => holds() || put(editor.view, ({ tr }) => tr.deleteSelection())}>
            {words.imageDelete}
          </Tool>
        </>
      )}
      {open === 'add' && <AddImage editor={editor} meeting={meeting} onClose={close} />}
      {open === 'caption' && <Caption editor={editor} before={caption ?? ''} onClose={close} />}
    </>
  );
}

const oneLine = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, longestCaption);

function AddImage({ editor, meeting, onClose }: Omit<ImageToolsProps, 'holds'> & { readonly onClose: () => void }) {
  const { say } = useNotices();
  const [image] = useState(newId);
  const [file, setFile] = useState<File | null>(null);
  const [caption, setCaption] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  /** 0–1; null while nothing goes up. */
  const [share, setShare] = useState<number | null>(null);
  const add = async (): Promise<void> => {
    if (share !== null) return;
    if (!file) return setProblem(words.imageNeeded);
    setProblem(undefined);
    setShare(0);
    try {
      const picture = await tidyPicture(file);
      if (!picture) return setProblem(words.imageUnreadable);
      await uploadImage({ meeting, image, picture, onProgress: setShare });
      onClose();
      // The dialog gives the text its focus back first.
      setTimeout(() => {
        if (!put(editor.view, (state) => imageInto(state, image, oneLine(caption)))) say(words.imageNotPut);
      });
    } catch (failure) {
      setProblem(messageOf(failure));
    } finally {
      setShare(null);
    }
    return undefined;
  };
  return (
    <ActForm title={words.imageAdd} act={words.imageInsert} busy={share !== null} onAct={() => void add()} onClose={onClose}>
      <Field label={words.imageFile} hint={words.imageFileHint} error={problem}>
        {(wired) => (
          <input
            {...wired}
            type="file"
            accept="image/png,image/jpeg"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              setProblem(undefined);
            }}
          />
        )}
      </Field>
      <TextField
        label={words.imageCaptionLabel}
        hint={words.imageCaptionHint}
        value={caption}
        onText={setCaption}
        maxLength={longestCaption}
      />
      {share !== null && <ProgressBar label={words.imageGoingUp} share={share} />}
    </ActForm>
  );
}

function Caption({ editor, before, onClose }: { readonly editor: Editor; readonly before: string; readonly onClose: () => void }) {
  const [caption, setCaption] = useState(before);
  const change = (): void => {
    onClose();
    setTimeout(() =>
      put(editor.view, ({ tr, selection, doc }) => {
        const node = doc.nodeAt(selection.from);
        return node?.type.name === 'image' ? tr.setNodeMarkup(selection.from, null, { ...node.attrs, alt: oneLine(caption) }) : tr;
      }),
    );
  };
  return (
    <ActForm title={words.imageCaptionTitle} act={words.imageCaptionSave} busy={false} onAct={change} onClose={onClose}>
      <TextField
        label={words.imageCaptionLabel}
        hint={words.imageCaptionHint}
        value={caption}
        onText={setCaption}
        maxLength={longestCaption}
      />
    </ActForm>
  );
}
