// Knows how the reason reads for which a bundle was refused.
import type { Verified } from '@xieshang/record/verify';
import { Card } from '../ui/Card.tsx';
import { evidenceWords as words } from '../words/zh/evidence.ts';

export const Refused = ({ refused }: { readonly refused: Extract<Verified, { ok: false }> }) => (
  <Card as="div">
    <p>{words.reasons[refused.reason]}</p>
    <p className="small muted">
      {words.where(refused.detail)}（<code>{refused.reason}</code>）
    </p>
  </Card>
);
