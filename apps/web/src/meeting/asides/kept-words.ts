// Knows how the words of an aside are fetched by their digest, again where the network fails; not who may read them.
import { useEffect, useState } from 'react';
import { api } from '../../http/api.ts';
import { useConnection, useMeeting } from '../../live/index.ts';

export type KeptWords =
  | { readonly phase: 'reading' | 'erased' }
  | { readonly phase: 'failed'; readonly again: () => void }
  | { readonly phase: 'text'; readonly text: string };

/** Read once a page: words never change. */
const read = new Map<string, string>();

export function useKeptWords(digest: string): KeptWords {
  const { notice } = useMeeting();
  const connection = useConnection();
  const [tries, setTries] = useState(0);
  const [found, setFound] = useState<'reading' | 'erased' | 'failed' | 'text'>(read.has(digest) ? 'text' : 'reading');
  const { meeting } = notice;
  useEffect(() => {
    if (read.has(digest)) {
      setFound('text');
      return undefined;
    }
    let wanted = true;
    setFound('reading');
    api.privateWords(meeting, digest).then(
      (answer) => {
        if ('text' in answer) read.set(digest, answer.text);
        if (wanted) setFound('text' in answer ? 'text' : 'erased');
      },
      () => wanted && setFound('failed'),
    );
    return () => {
      wanted = false;
    };
    // A line that is back is asked again.
  }, [meeting, digest, tries, connection]);
  const text = read.get(digest);
  if (found === 'text' && text !== undefined) return { phase: 'text', text };
  return found === 'failed' ? { phase: 'failed', again: () => setTries(tries + 1) } : { phase: found === 'erased' ? 'erased' : 'reading' };
}
