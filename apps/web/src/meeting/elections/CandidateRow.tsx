// Knows one line of a ballot: somebody who may be marked, large enough for a thumb; not how many may be.
import look from './ElectionBallot.module.css';

interface CandidateRowProps {
  readonly place?: number;
  readonly name: string;
  readonly note?: string | undefined;
  readonly marked: boolean;
  readonly onPress: () => void;
}

export function CandidateRow({ place, name, note, marked, onPress }: CandidateRowProps) {
  return (
    <button type="button" className={look['row']} aria-pressed={marked} onClick={onPress}>
      <span className={look['box']} aria-hidden="true">
        {marked ? '✓' : ''}
      </span>
      <span className={look['who']}>
        <span className={look['name']}>
          {place !== undefined && <span className={look['place']}>{place}. </span>}
          {name}
        </span>
        {note && <span className={look['note']}>{note}</span>}
      </span>
    </button>
  );
}
