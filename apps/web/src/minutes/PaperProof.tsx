// Knows how the head of the log stands at the foot of issued minutes: as digits and as a square, on a screen and on paper.
import { scanned, shortHead, type Printed } from '@xieshang/record/evidence';
import { QrCode } from '../ui/QrCode.tsx';
import { minutesWords as words } from '../words/zh/minutes.ts';
import look from './Paper.module.css';

export const PaperProof = ({ printed }: { readonly printed: Printed }) => (
  <div className={look['proof']}>
    <QrCode text={scanned(printed)} label={words.proofSquare} size={96} />
    <div>
      <p>
        {words.proof} <code>{shortHead(printed)}</code>
      </p>
      <p>
        {words.proofKey} <code>{printed.fingerprint}</code>
      </p>
      <p>{words.proofOf(printed.seq)}</p>
    </div>
  </div>
);
