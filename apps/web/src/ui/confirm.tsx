// Knows how to ask "shall I?" with a sentence of what will happen; not what the act is.
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { common } from '../words/zh/common.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

export interface Question {
  readonly title: string;
  /** What the act will do, in one or two sentences. */
  readonly will: ReactNode;
  /** The words of the button that does it. */
  readonly act: string;
  readonly cancel?: string;
  /** Enter agrees, for a question that was put by a key; else Enter lets it be. */
  readonly enterAgrees?: boolean;
}

type Ask = (question: Question) => Promise<boolean>;
const Asking = createContext<Ask>(() => Promise.resolve(false));

/** `await ask({...})` is true when the person agreed; Esc and cancel are a no. */
export const useConfirm = (): Ask => useContext(Asking);

export function ConfirmProvider({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<{ question: Question; answer: (yes: boolean) => void } | null>(null);
  const ask = useCallback<Ask>((question) => new Promise((answer) => setAsked({ question, answer })), []);
  const reply = (yes: boolean) => {
    asked?.answer(yes);
    setAsked(null);
  };
  const question = asked?.question;
  return (
    <Asking value={useMemo(() => ask, [ask])}>
      {children}
      <Dialog
        open={question !== undefined}
        title={question?.title ?? ''}
        onClose={() => reply(false)}
        acts={
          <>
            <Button onClick={() => reply(false)}>{question?.cancel ?? common.cancel}</Button>
            <Button kind="primary" data-first={question?.enterAgrees} onClick={() => reply(true)}>
              {question?.act}
            </Button>
          </>
        }
      >
        <div>{question?.will}</div>
      </Dialog>
    </Asking>
  );
}
