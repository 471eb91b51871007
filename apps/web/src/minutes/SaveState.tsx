// Knows how a save state is shown: at once to the eye, to the ear only once it stands; not how it is found out.
import { useEffect, useState } from 'react';
import { minutesWords as words } from '../words/zh/minutes.ts';
import type { SaveState as State } from './editor/save-state.ts';
import { saveLine } from './save-words.ts';
import look from './SaveState.module.css';

/** A state must stand this long before it is read out: whoever types would hear nothing else, ms. */
const saidAfter = 2_500;

function useSettled(text: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), saidAfter);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

export function SaveState({ state, editable }: { readonly state: State; readonly editable: boolean }) {
  const { tone, text } = saveLine(state);
  const shown = editable || tone !== 'saved' ? text : words.readOnly;
  const said = useSettled(shown);
  return (
    <>
      <span className={`${look['state']} ${editable || tone !== 'saved' ? look[tone] : look['reading']}`} aria-hidden="true">
        {shown}
      </span>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
}
