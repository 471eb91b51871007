// Knows how the one answer to private words is written and sent; not where they are shown.
import type { Aside } from '@xieshang/meeting';
import { useState } from 'react';
import { newId } from '../../live/index.ts';
import { ActForm } from '../../ui/ActForm.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { asideWords as words } from '../../words/zh/asides.ts';
import { usePrivateWords } from '../shared/use-private-words.ts';

/** Characters. */
const longest = 100;

interface AnswerDialogProps {
  readonly aside: Aside;
  readonly sender: string;
  readonly onClose: () => void;
}

export function AnswerDialog({ aside, sender, onClose }: AnswerDialogProps) {
  const [text, setText] = useState('');
  const { problem, busy, submit } = usePrivateWords();
  const answer = () =>
    submit({
      wordId: newId(),
      text,
      needed: words.answerNeeded,
      commandOf: (digest) => ({ type: 'AnswerAside', from: aside.from, asideId: aside.asideId, digest }),
      onSent: onClose,
    });
  return (
    <ActForm title={words.answerTitle(sender)} act={words.answerAct} busy={busy} onAct={() => void answer()} onClose={onClose}>
      <TextArea
        label={words.answerField}
        hint={words.answerHint}
        error={problem}
        value={text}
        onText={setText}
        maxLength={longest}
        rows={3}
      />
      <div className="row">
        {words.ready.map((one) => (
          <Button key={one} size="small" aria-pressed={text === one} onClick={() => setText(one)}>
            {one}
          </Button>
        ))}
      </div>
    </ActForm>
  );
}
