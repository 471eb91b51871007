// Knows a state of a line as a form, a colour and a word; not what the line is.
import look from './ConnectionDot.module.css';

interface ConnectionDotProps {
  readonly state: 'on' | 'wait' | 'off';
  readonly text: string;
}

export function ConnectionDot({ state, text }: ConnectionDotProps) {
  return (
    <span role="status" className={state === 'on' ? look['state'] : `${look['state']} ${look[state]}`}>
      <span className={look['dot']} aria-hidden="true" />
      {text}
    </span>
  );
}
