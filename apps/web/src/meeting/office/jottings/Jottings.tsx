// Knows the jottings as the room reads them: the line, what is not seen to, what is; newest first.
import { useMeeting } from '../../../live/index.ts';
import { MoreOf, useFirstOf } from '../../../ui/first-of.tsx';
import { ErrorPanel, Loading } from '../../../ui/states.tsx';
import { jottingWords as words } from '../../../words/zh/jottings.ts';
import { JotLine } from './JotLine.tsx';
import look from './jottings.module.css';
import { JottingRow, UnsavedRow } from './JottingRow.tsx';
import { useJottings } from './JottingsOfRoom.tsx';

const drawnAtOnce = 40;

export function Jottings() {
  const { phase } = useMeeting();
  const { jottings, failed, unsaved, mayWrite } = useJottings();
  const newestFirst = jottings?.toReversed() ?? [];
  const open = newestFirst.filter(({ standing }) => standing.phase === 'open');
  const settled = newestFirst.filter(({ standing }) => standing.phase === 'done' || standing.phase === 'struck');
  const struck = settled.filter(({ standing }) => standing.phase === 'struck').length;
  const first = useFirstOf(open, drawnAtOnce);
  return (
    <div className={look['jottings']}>
      {mayWrite ? <JotLine /> : phase !== 'cancelled' && <p className="small muted">{words.closed}</p>}
      {failed && <ErrorPanel>{words.failed}</ErrorPanel>}
      {jottings === null && !failed && <Loading />}
      <ul aria-label={words.list}>
        {unsaved.toReversed().map((one) => (
          <UnsavedRow key={one.id} unsaved={one} />
        ))}
        {first.shown.map((jotting) => (
          <JottingRow key={jotting.id} jotting={jotting} />
        ))}
      </ul>
      {first.rest > 0 && <MoreOf first={first} say={words.more} />}
      {jottings !== null && open.length + unsaved.length === 0 && (
        <p className="muted">
          {settled.length > 0 ? words.noneOpen : words.none} <span className="small">{words.hint}</span>
        </p>
      )}
      {settled.length > 0 && (
        <details className={look['settled']}>
          <summary>{words.settled(settled.length - struck, struck)}</summary>
          <ul>
            {settled.map((jotting) => (
              <JottingRow key={jotting.id} jotting={jotting} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
