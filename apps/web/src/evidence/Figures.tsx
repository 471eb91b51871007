// Knows the numbers that can be held against paper, and how they are grouped to be read aloud.
import { shortHead, type Printed } from '@xieshang/record/evidence';
import type { Accepted } from '@xieshang/record/verify';
import { Card } from '../ui/Card.tsx';
import { evidenceWords as words } from '../words/zh/evidence.ts';
import look from './Evidence.module.css';

const grouped = (hex: string): string => (hex.match(/.{4}/g) ?? []).join(' ');

export function Figures({ verified, printed }: { readonly verified: Accepted; readonly printed: Printed | null }) {
  const rows: readonly (readonly [string, string])[] = [
    ...(printed ? [[words.headShort, shortHead(printed)] as const] : []),
    [words.fingerprint, grouped(verified.fingerprint)],
    [words.headNow, grouped(verified.head)],
    ...(verified.minutes === null ? [] : [[words.textHash, grouped(verified.minutes)] as const]),
  ];
  return (
    <Card aria-labelledby="evidence-figures">
      <h2 id="evidence-figures">{words.figures}</h2>
      {printed && <p className="muted">{words.paperHint}</p>}
      <dl className={look['figures']}>
        {rows.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{figure}</code>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
