// Knows the line over every ballot on a phone: its form, what it is about, which round, how long; not what stands on it.
import { useEffect, useRef, type ReactNode } from 'react';
import { Tag } from '../../ui/Tag.tsx';
import { roomWords } from '../../words/zh/room.ts';
import look from './Ballot.module.css';

interface BallotHeadingProps {
  readonly form: string;
  readonly title: string;
  readonly round: number;
  /** The countdown; left out where the form takes its time. */
  readonly children?: ReactNode;
}

/** Comes up by itself: takes the focus unless somebody is writing. */
export function BallotHeading({ form, title, round, children }: BallotHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!document.activeElement?.matches('input, textarea, select, dialog *')) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={look['head']}>
      <h2 ref={heading} tabIndex={-1} className={look['heading']}>
        <Tag tone="seal">{form}</Tag> {title}
        {round > 1 && <span className="small muted"> {roomWords.round(round)}</span>}
      </h2>
      {children && <div className={look['countdown']}>{children}</div>}
    </div>
  );
}
