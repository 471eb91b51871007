// Knows the one line in which something is jotted down: Enter puts it, and says what it will be filed under.
import { jottingLimits } from '@xieshang/meeting';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { jottingWords as words } from '../../../words/zh/jottings.ts';
import { aboutText, runsNow } from '../../shared/jotted.ts';
import { keys } from '../keys.ts';
import look from './jottings.module.css';
import { useJottings } from './JottingsOfRoom.tsx';

/** Of the line that stands in the hall. */
export const lineId = 'jot-line';

const nearlyFull = 20;

export function JotLine({ id = lineId, onPut }: { readonly id?: string; readonly onPut?: () => void }) {
  const meeting = useMeeting();
  const { begun, type, put } = useJottings();
  const left = jottingLimits.text - begun.text.length;
  return (
    <form
      className={look['line']}
      onSubmit={(event) => {
        event.preventDefault();
        if (begun.text.trim() === '') return;
        put();
        // The keys of the room are heard again: Space pauses the clock and is no letter.
        document.getElementById(id)?.blur();
        onPut?.();
      }}
    >
      <input
        id={id}
        className={look['input']}
        value={begun.text}
        maxLength={jottingLimits.text}
        placeholder={words.lineHint}
        aria-label={words.line}
        aria-describedby={`${id}-about`}
        aria-keyshortcuts={keys.jot.shown}
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) event.currentTarget.blur();
          // Enter that ends a composition puts nothing.
          if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault();
        }}
      />
      {begun.text.trim() === '' ? (
        <kbd className={look['key']} aria-hidden="true">
          {keys.jot.shown}
        </kbd>
      ) : (
        <Button type="submit" size="small">
          {words.put}
        </Button>
      )}
      <p id={`${id}-about`} className={begun.text === '' ? 'visually-hidden' : `small muted ${look['about']}`}>
        {words.about(aboutText(meeting, begun.about ?? runsNow(meeting)))}
        {left <= nearlyFull && ` · ${words.full(left)}`}
      </p>
    </form>
  );
}
