// Knows how an image comes into the text, gets another caption and goes; not how it is drawn.
import type { Editor } from '@tiptap/core';
import { NodeSelection, type EditorState } from '@tiptap/pm/state';
import { longestCaption } from '@xieshang/minutes';
import { useEffect, useState } from 'react';
import { messageOf } from '../../http/client.ts';
import { newId } from '../../http/ids.ts';
import { uploadImage } from '../../http/upload.ts';
import { useViewer } from '../../live/index.ts';
import { ActForm } from '../../ui/ActForm.tsx';
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

interface Chosen {
  readonly image: string;
  readonly caption: string;
  /** Where it stands in the document. */
  readonly at: number;
}

/** The image that is chosen; null while none is. */
function useChosen(editor: Editor): Chosen | null {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useEffect(() => {
    const look = (): void => {
      const { selection } = editor.state;
      const node = selection instanceof NodeSelection ? selection.node : null;
      const next =
        node?.type.name === 'image' ? { image: String(node.attrs['image']), caption: String(node.attrs['alt']), at: selection.from } : null;
      setChosen((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
    };
    look();
    editor.on('transaction', look);
    return () => void editor.off('transaction', look);
  }, [editor]);
  return chosen;
}

export function ImageTools({ editor, meeting, holds }: ImageToolsProps) {
  const { role } = useViewer();
  const [open, setOpen] = useState<'add' | Chosen | null>(null);
  const chosen = useChosen(editor);
  const start = (what: 'add' | Chosen) => () => !holds() && setOpen(what);
  const close = (): void => setOpen(null);
  return (
    <>
      {/* Images are handed in by secretaries: the server takes them from nobody else. */}
      {role === 'secretary' && (
        <Tool title={words.imageAddWhy} act={start('add')}>
          {words.image}
        </Tool>
      )}
      {chosen && (
        <>
          <Tool title={words.imageCaptionWhy} act={start(chosen)}>
            {words.imageCaption}
          </Tool>
          <Tool title={words.imageDeleteWhy} act={() => holds() || put(editor.view, ({ tr }) => tr.deleteSelection())}>
            {words.imageDelete}
          </Tool>
        </>
      )}
      {open === 'add' && <AddImage editor={editor} meeting={meeting} onClose={close} />}
      {open !== null && open !== 'add' && <Caption editor={editor} chosen={open} onClose={close} />}
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

interface CaptionProps {
  readonly editor: Editor;
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

/** Others may have moved it meanwhile, and the same image may stand twice. */
function nearest({ doc }: EditorState, { image, at }: Chosen): number | null {
  let found: number | null = null;
  doc.forEach((node, from) => {
    if (node.type.name !== 'image' || node.attrs['image'] !== image) return;
    if (found === null || Math.abs(from - at) < Math.abs(found - at)) found = from;
  });
  return found;
}

function Caption({ editor, chosen, onClose }: CaptionProps) {
  const [caption, setCaption] = useState(chosen.caption);
  const change = (): void => {
    onClose();
    // The dialog gives the text its focus back first.
    setTimeout(() =>
      put(editor.view, (state) => {
        const from = nearest(state, chosen);
        return from === null ? state.tr : state.tr.setNodeAttribute(from, 'alt', oneLine(caption));
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
