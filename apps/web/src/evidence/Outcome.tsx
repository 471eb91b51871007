// Knows how the outcome of a check reads: one word large, then each thing that was held against another. Judges nothing.
import apart from '../apart/apart.module.css';
import { Card } from '../ui/Card.tsx';
import { Tag, type Tone } from '../ui/Tag.tsx';
import { evidenceWords as words } from '../words/zh/evidence.ts';
import { isRight, type Findings, type Holds } from './findings.ts';
import { Refused } from './Refused.tsx';
import type { Checked } from './use-check.ts';
import { VoteOutcomes } from './VoteOutcomes.tsx';
import look from './Evidence.module.css';

const tones: Readonly<Record<Holds, Tone>> = { right: 'jade', wrong: 'seal', unknown: 'grey' };

export function Outcome({ check }: { readonly check: Checked }) {
  const { verified, findings } = check;
  const right = isRight(verified, findings);
  return (
    <>
      <div className={right ? apart['right'] : apart['wrong']} role="status">
        <h2>{right ? words.right : words.wrong}</h2>
        <p>{right ? words.rightMeans : words.wrongMeans}</p>
      </div>
      {verified.ok && findings ? <Rows check={check} findings={findings} /> : !verified.ok && <Refused refused={verified} />}
    </>
  );
}

function Rows({ check: { verified, known }, findings }: { readonly check: Checked; readonly findings: Findings }) {
  if (!verified.ok) return null;
  const { seq, sealed, checkpoints, votes, outcomes } = verified;
  const rows: readonly (readonly [name: string, holds: Holds, said: string])[] = [
    [words.log, findings.log, words.logSaid(seq, sealed)],
    [words.page, findings.page, words.pageSaid[findings.page]],
    [
      words.earlier,
      findings.earlier,
      findings.earlier === 'right' ? words.earlierSaid.right(known.seen?.seq ?? 0) : words.earlierSaid[findings.earlier],
    ],
    [words.key, findings.key, findings.key === 'right' ? words.keySaid.right(checkpoints) : words.keySaid[findings.key]],
    [words.votes, findings.votes, words.votesSaid(votes)],
    [words.minutes, findings.minutes, words.minutesSaid[findings.minutes]],
  ];
  return (
    <Card as="div">
      <ul className={look['rows']}>
        {rows.map(([name, holds, said]) => (
          <li key={name}>
            <h3>{name}</h3>
            <Tag tone={tones[holds]}>{words.states[holds]}</Tag>
            <p>{said}</p>
            {name === words.votes && votes > 0 && <VoteOutcomes outcomes={outcomes} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
