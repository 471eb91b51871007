// Knows the sheet a group of things lies on; not what the things are.
import type { HTMLAttributes, ReactNode } from 'react';
import look from './Card.module.css';

interface CardProps extends HTMLAttributes<HTMLElement> {
  /** `mine`: concerns the reader; `next`: the next act. */
  readonly tone?: 'plain' | 'mine' | 'next' | 'flat';
  readonly as?: 'section' | 'div' | 'article' | 'li' | 'aside';
  readonly children: ReactNode;
}

export function Card({ tone = 'plain', as: Element = 'section', className, children, ...rest }: CardProps) {
  const classes = [look['card'], tone === 'plain' ? '' : look[tone], className].filter(Boolean).join(' ');
  return (
    <Element {...rest} className={classes}>
      {children}
    </Element>
  );
}
