// Knows how a 表决票 looks on paper, two on a page, as many as there are voters; not how it is counted.
import { choices } from '@xieshang/meeting';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { countingWords as words } from '../../../words/zh/office-counting.ts';
import { roomWords } from '../../../words/zh/room.ts';
import type { MotionAt } from '../../shared/scene.ts';
import { FrozenText } from '../../shared/PaperText.tsx';
import look from './PrintBallots.module.css';

export function PrintBallots({ motions }: { readonly motions: readonly MotionAt<'voting'>[] }) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return undefined;
    const over = () => setPrinting(false);
    addEventListener('afterprint', over, { once: true });
    print();
    return () => removeEventListener('afterprint', over);
  }, [printing]);
  const copies = motions[0]?.voterRoll.length ?? 0;
  return (
    <>
      <Button size="small" title={words.paperCopies(copies)} onClick={() => setPrinting(true)}>
        {words.print}
      </Button>
      {printing &&
        createPortal(
          <div className={look['papers']}>
            {Array.from({ length: copies }, (_, at) => (
              <BallotPaper key={at} motions={motions} />
            ))}
          </div>,
          document.body,
        )}
    </>
  );
}

function BallotPaper({ motions }: { readonly motions: readonly MotionAt<'voting'>[] }) {
  const { notice } = useMeeting();
  return (
    <section className={look['paper']}>
      <h2>{words.paperTitle}</h2>
      <p className={look['meeting']}>{notice.title}</p>
      <p className={look['how']}>{words.paperHow}</p>
      <table>
        <thead>
          <tr>
            <th>{roomWords.paperItem}</th>
            {choices.map((choice) => (
              <th key={choice} className={look['box']}>
                {roomWords.choices[choice]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {motions.map(({ motionId, paper }) => (
            <tr key={motionId}>
              <td>
                <b>{roomWords.paper(paper)}</b> {paper.text}
                <small>
                  {' '}
                  <FrozenText paper={paper} />
                </small>
              </td>
              {choices.map((choice) => (
                <td key={choice} className={look['box']} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
