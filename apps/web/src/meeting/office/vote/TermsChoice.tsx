// Knows how the form of a vote and its end are chosen; not what is put.
import type { Closing } from '@xieshang/meeting';
import { useMeeting } from '../../../live/index.ts';
import { countingWords as words } from '../../../words/zh/office-counting.ts';
import { mayClock, offered, type Offered } from './terms.ts';
import look from './vote.module.css';

interface TermsChoiceProps {
  readonly form: Offered;
  readonly closing: Closing;
  readonly onForm: (form: Offered) => void;
  readonly onClosing: (closing: Closing) => void;
}

const second = 1000;

export function TermsChoice({ form, closing, onForm, onClosing }: TermsChoiceProps) {
  const { rules } = useMeeting();
  const grace = Math.round((rules.graceMs ?? 0) / second);
  return (
    <div className={look['terms']}>
      <div role="radiogroup" aria-label={words.form} className={look['forms']}>
        {offered.map((one) => (
          <label key={one} className={look['form']}>
            <input type="radio" name="form" checked={form === one} onChange={() => onForm(one)} />
            {words.offered[one]}
          </label>
        ))}
      </div>
      <p className="small muted">{words.offeredNote[form]}</p>
      {mayClock(form) && (
        <div role="radiogroup" aria-label={words.closing} className={look['forms']}>
          {(['chair', 'clock'] as const).map((one) => (
            <label key={one} className={look['form']}>
              <input type="radio" name="closing" checked={closing === one} onChange={() => onClosing(one)} />
              {words.closings[one]}
            </label>
          ))}
          {closing === 'clock' && grace > 0 && <span className="small muted">{words.grace(grace)}</span>}
        </div>
      )}
    </div>
  );
}
