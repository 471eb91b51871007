// Knows how words that must stay erasable are kept beside the log and their digest put into the meeting; not what they say, nor to whom.
import type { Command } from '@xieshang/meeting';
import { useState } from 'react';
import { api } from '../../http/api.ts';
import { messageOf } from '../../http/client.ts';
import { useMeeting, useSend } from '../../live/index.ts';
import { refusalSentence } from '../../words/refusals.ts';

interface PrivateWords {
  /** One and the same for words that are tried again. */
  readonly wordId: string;
  readonly text: string;
  /** Said where there are none. */
  readonly needed: string;
  readonly commandOf: (digest: string) => Command;
  readonly onSent: () => void;
}

/** W3, W13. Keeps the words, then asks with their digest; what went wrong stands in `problem` until the next try. */
export function usePrivateWords() {
  const { notice } = useMeeting();
  const { send } = useSend();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async ({ wordId, text, needed, commandOf, onSent }: PrivateWords) => {
    const written = text.trim();
    if (written === '') return setProblem(needed);
    setBusy(true);
    try {
      const { digest } = await api.keepPrivateWords(notice.meeting, wordId, written);
      const answer = await send(commandOf(digest));
      if (answer.ok) return onSent();
      setProblem(refusalSentence(answer.refusal));
    } catch (error) {
      setProblem(messageOf(error));
    }
    setBusy(false);
  };
  return { problem, busy, submit };
}
