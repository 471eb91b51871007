// Own text that the server does not have: shown until the person is done with it, and copied. Knows not why it was refused.
import { useId, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { copyText, selectAll, useWasCopied } from '../../ui/copy.ts';
import { editorWords as words } from '../../words/zh/minutes-editor.ts';
import look from './RescueBox.module.css';

interface RescueProps {
  readonly paragraphs: readonly string[];
  readonly meaning: string;
  readonly onDone: () => void;
}

export function RescueBox({ paragraphs, meaning, onDone }: RescueProps) {
  const title = useId();
  const text = useRef<HTMLDivElement>(null);
  const whole = paragraphs.join('\n');
  // The box moves from the desk to the issued minutes under its owner's hand: what is done stays said.
  const copied = useWasCopied(whole);
  const [failed, setFailed] = useState(false);
  const ask = useConfirm();
  const copy = async () => {
    const shown = text.current;
    if (!shown) return;
    const done = await copyText(whole, shown);
    setFailed(!done);
    if (!done) selectAll(shown);
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
        <span role="status">{failed ? words.copyFailed : copied ? words.copied : ''}</span>
      </div>
    </section>
  );
}
