// Knows one of the editor's tools: how it is pressed without leaving the text. Not what it does.
import type { ReactNode } from 'react';
import look from './Toolbar.module.css';

interface ToolProps {
  readonly title: string;
  readonly pressed?: boolean;
  readonly off?: boolean;
  readonly act: () => unknown;
  readonly children: ReactNode;
}

export function Tool({ title, pressed, off = false, act, children }: ToolProps) {
  return (
    <button
      type="button"
      className={look['tool']}
      title={title}
      aria-label={title}
      aria-pressed={pressed}
      aria-disabled={off || undefined}
      // The caret stays where it is: a press of a tool is no leaving of the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !off && act()}
    >
      {children}
    </button>
  );
}
