// Knows the sheet in front of the house: name of the committee, large text, one card; for pages without a reader.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { committeeQuery } from '../http/queries.ts';
import { Card } from '../ui/Card.tsx';
import { LargeTextSwitch } from '../ui/LargeTextSwitch.tsx';
import { common } from '../words/zh/common.ts';
import look from './Door.module.css';

export function Door({ children, below }: { readonly children: ReactNode; readonly below?: ReactNode }) {
  const committee = useQuery(committeeQuery).data;
  return (
    <main id="main" tabIndex={-1} className={look['door']}>
      <title>{common.product}</title>
      <div className={look['corner']}>
        <LargeTextSwitch />
      </div>
      <div className={look['mark']}>
        <img src="/icon.svg" alt="" />
        <h1>{common.product}</h1>
        {committee?.name && <p>{committee.name}</p>}
      </div>
      <Card as="div" className={look['sheet'] ?? ''}>
        {children}
      </Card>
      {below && <div className={look['sheet']}>{below}</div>}
    </main>
  );
}
