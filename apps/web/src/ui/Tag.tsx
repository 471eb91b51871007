// Knows a short word on a coloured ground; not which word has which colour.
import type { ReactNode } from 'react';
import look from './Tag.module.css';

export type Tone = 'blue' | 'seal' | 'jade' | 'amber' | 'grey';

export function Tag({ tone = 'blue', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={tone === 'blue' ? look['tag'] : `${look['tag']} ${look[tone]}`}>{children}</span>;
}
