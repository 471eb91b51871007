// Knows the page with nothing on it yet: loading, empty, failed; not what was asked for.
import type { ReactNode } from 'react';
import { common } from '../words/zh/common.ts';
import { Button } from './Button.tsx';
import look from './states.module.css';

export function Loading({ text = common.loading }: { readonly text?: string }) {
  return (
    <div className={look['state']} role="status">
      <div className={look['bar']} aria-hidden="true" />
      <p>{text}</p>
    </div>
  );
}

interface SaidState {
  readonly title: string;
  /** What the title is on its page: its name, or that of a part. */
  readonly as?: 'h1' | 'h2';
  readonly children?: ReactNode;
  readonly act?: ReactNode;
}

export function EmptyState({ title, as: Title = 'h2', children, act }: SaidState) {
  return (
    <div className={look['state']}>
      <Title className={look['title']}>{title}</Title>
      {children && <div>{children}</div>}
      {act}
    </div>
  );
}

/** Says what went wrong and offers to try again. */
export function ErrorPanel({ title = common.failed, children, act, onRetry }: Partial<SaidState> & { readonly onRetry?: () => void }) {
  return (
    <div className={look['state']} role="alert">
      <h2 className={look['title']}>{title}</h2>
      {children && <div>{children}</div>}
      {onRetry && <Button onClick={onRetry}>{common.retry}</Button>}
      {act}
    </div>
  );
}
