// Knows how the outcome of a check is said to a voter; not how it was found.
import apart from '../apart/apart.module.css';
import { roomWords } from '../words/zh/room.ts';
import { secretVoteWords as words } from '../words/zh/secret-vote.ts';
import type { Outcome } from './receipt-check.ts';
import look from './secret-vote.module.css';

interface ReceiptOutcomeProps {
  readonly outcome: Outcome;
  readonly returned: number;
  readonly name: (item: string) => string;
}

export function ReceiptOutcome({ outcome, returned, name }: ReceiptOutcomeProps) {
  const { right, accepted, lines, signature, published } = outcome;
  return (
    <section className={right ? apart['right'] : apart['wrong']}>
      <h2>{right ? words.checkRight : words.checkWrong}</h2>
      <ul className={look['checks']}>
        {accepted !== null && <Line right={accepted}>{accepted ? words.checkAccepted(returned) : words.checkNotAccepted(returned)}</Line>}
        {lines.map(({ words: tag, label, line }) => (
          <Line key={tag} right={line !== null}>
            {line ? words.checkBeside(name(line.item), roomWords.choices[line.mark]) : words.checkBesideNot(label ?? tag)}
          </Line>
        ))}
        {signature !== null && (
          <Line right={signature === 'holds'}>{signature === 'holds' ? words.checkSigned : words.checkNotSigned}</Line>
        )}
        <Line right={published === null}>{published === null ? words.checkAdds : words.checkAddsNot[published]}</Line>
      </ul>
      {lines.some(({ line }) => line !== null) && <p>{words.checkCompare}</p>}
      {signature === null && right && <p className="small">{words.checkUnsigned}</p>}
      {!right && <p>{words.checkWrongHint}</p>}
    </section>
  );
}

const Line = ({ right, children }: { readonly right: boolean; readonly children: string }) => (
  <li data-state={right ? 'right' : 'wrong'}>
    <span aria-hidden="true">{right ? '✓' : '✕'}</span>
    <span>{children}</span>
  </li>
);
