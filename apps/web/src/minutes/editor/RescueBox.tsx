// Own text that the server does not have: shown until the person is done with it, and copied on any page, also over plain http. Knows not why it was refused.
import { useId, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { editorWords as words } from '../../words/zh/minutes-editor.ts';
import look from './RescueBox.module.css';

/** Copies what is selected in the page; the only way where the page is not on https. */
function copySelected(element: HTMLElement): boolean {
  const selection = window.getSelection();
  if (!selection) return false;
  selection.removeAllRanges();
  const range = document.createRange();
  range.selectNodeContents(element);
  selection.addRange(range);
  return document.execCommand('copy');
}

/** True when the clipboard has the text now. What could not be copied is left selected. */
async function copyText(text: string, element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(element);
  }
}

interface RescueProps {
  readonly paragraphs: readonly string[];
  readonly meaning: string;
  readonly onDone: () => void;
}

export function RescueBox({ paragraphs, meaning, onDone }: RescueProps) {
  const title = useId();
  const text = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const ask = useConfirm();
  const copy = async () => {
    if (!text.current) return;
    setSaid((await copyText(paragraphs.join('\n'), text.current)) ? words.copied : words.copyFailed);
  };
  const dismiss = async () => {
    if (await ask({ title: words.dismissAsk, will: words.dismissWill, act: words.dismissYes, cancel: words.dismissNo })) onDone();
  };
  return (
    <section className={look['box']} aria-labelledby={title}>
      <h2 id={title} className={look['title']}>
        {words.rescue}
      </h2>
      <p>{meaning}</p>
      <div ref={text} className={look['text']}>
        {paragraphs.map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </div>
      <div className="row">
        <Button onClick={() => void copy()}>{words.copy}</Button>
        <Button kind="quiet" onClick={() => void dismiss()}>
          {words.dismiss}
        </Button>
        <span role="status">{said}</span>
      </div>
    </section>
  );
}
