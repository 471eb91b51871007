// Knows how rows come in: pasted, or from a file of any usual encoding; not what they are.
import { useRef } from 'react';
import { decodeText, isText } from '../http/decode-text.ts';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/Field.tsx';
import { useNotices } from '../ui/notices.tsx';
import { sheetWords as words } from '../words/zh/sheet.ts';

const mostBytes = 2_000_000;

interface SheetInputProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly example: string;
}

export function SheetInput({ text, onText, example }: SheetInputProps) {
  const file = useRef<HTMLInputElement>(null);
  const { warn } = useNotices();
  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    if (chosen.size > mostBytes) {
      warn(words.tooLarge);
      return;
    }
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    if (isText(bytes) && !/\.(xlsx?|et)$/i.test(chosen.name)) onText(decodeText(bytes));
    else warn(words.notCsv);
  };
  return (
    <div className="stack">
      <TextArea label={words.paste} value={text} onText={onText} placeholder={example} rows={6} spellCheck={false} />
      <div className="row">
        <Button onClick={() => file.current?.click()}>{words.chooseFile}</Button>
        <span className="small muted">{words.encodings}</span>
        <input
          ref={file}
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          hidden
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
    </div>
  );
}
