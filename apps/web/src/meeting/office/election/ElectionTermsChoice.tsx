// Knows how the form of an election is chosen: by name, on paper or secret, and who closes it; not what is put.
import type { Closing, ElectionForm } from '@xieshang/meeting';
import { useId, useState } from 'react';
import { electionWords } from '../../../words/zh/elections.ts';
import { countingWords } from '../../../words/zh/office-counting.ts';
import { officeElectionWords as words } from '../../../words/zh/office-elections.ts';
import { SecretTermsChoice, useSecretTerms } from '../vote/secret/SecretTermsChoice.tsx';
import { closesByItself, forms, spoken } from './terms.ts';
import vote from '../vote/vote.module.css';

/** The choice as it stands, and what it adds to the command that opens a round. */
export function useElectionTerms(first: ElectionForm = 'named') {
  const [form, setForm] = useState<ElectionForm>(first);
  const [closing, setClosing] = useState<Closing>('chair');
  const { terms, setTerms } = useSecretTerms();
  return { form, setForm, closing, setClosing, terms, setTerms, said: spoken(form, closing, terms) };
}

export function ElectionTermsChoice({ of }: { readonly of: ReturnType<typeof useElectionTerms> }) {
  const group = useId();
  const { form, setForm, closing, setClosing, terms, setTerms } = of;
  return (
    <>
      <div className={vote['terms']}>
        <div role="radiogroup" aria-label={words.form} className={vote['forms']}>
          {forms.map((one) => (
            <label key={one} className={vote['form']}>
              <input type="radio" name={`form${group}`} checked={form === one} onChange={() => setForm(one)} />
              {electionWords.forms[one]}
            </label>
          ))}
        </div>
        <p className="small muted">{words.formNotes[form]}</p>
        {closesByItself(form) && (
          <div role="radiogroup" aria-label={countingWords.closing} className={vote['forms']}>
            {(['chair', 'clock'] as const).map((one) => (
              <label key={one} className={vote['form']}>
                <input type="radio" name={`closing${group}`} checked={closing === one} onChange={() => setClosing(one)} />
                {countingWords.closings[one]}
              </label>
            ))}
          </div>
        )}
      </div>
      {form === 'secret' && <SecretTermsChoice terms={terms} onTerms={setTerms} />}
    </>
  );
}
