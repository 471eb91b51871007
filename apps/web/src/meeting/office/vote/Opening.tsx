// Knows how a vote is opened: its form, who or what closes it, how long it takes, and the press; not what is put.
import type { Closing, MotionId } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { officeVoteWords as words } from '../../../words/zh/office-vote.ts';
import { secretVoteWords } from '../../../words/zh/secret-vote.ts';
import { Act, useLit } from '../act.tsx';
import { keys } from '../keys.ts';
import { wholeNumber } from '../whole-number.ts';
import { itemsText, type MotionRow } from './motion-rows.ts';
import { RuleDialog } from './RuleDialog.tsx';
import { Proxies } from './Proxies.tsx';
import { Scrutineers } from './Scrutineers.tsx';
import { SecretTermsChoice, useSecretTerms } from './secret/SecretTermsChoice.tsx';
import { mayClock, spoken, type Offered } from './terms.ts';
import { TermsChoice } from './TermsChoice.tsx';
import { Warnings } from './Warnings.tsx';
import look from './vote.module.css';

interface OpeningProps {
  readonly rows: readonly MotionRow[];
  readonly quiet: boolean;
  readonly onOpened: () => void;
}

const second = 1000;

export function Opening({ rows, quiet, onOpened }: OpeningProps) {
  const { rules } = useMeeting();
  const motionIds: readonly MotionId[] = rows.map(({ motionId }) => motionId);
  const usual = String(Math.round((rules.votingMs * rows.length) / second));
  const [typed, setTyped] = useState<string | null>(null);
  const [form, setForm] = useState<Offered>('named');
  const [closing, setClosing] = useState<Closing>('chair');
  const { terms, setTerms } = useSecretTerms();
  const seconds = wholeNumber(typed ?? usual, 10, 3600);
  const open = { type: 'OpenVoting', motionIds, ms: (seconds ?? Number(usual)) * second, ...spoken(form, closing, terms) } as const;
  const lit = useLit(open);
  // Who watches is named by anybody of the office, also by those who do not open the vote.
  if (!lit)
    return (
      <>
        <Scrutineers />
        <Proxies />
      </>
    );
  const objected = rows.some(({ motion }) => motion?.phase === 'objected');
  return (
    <>
      <TermsChoice form={form} closing={closing} onForm={setForm} onClosing={setClosing} />
      {form === 'secret' && <SecretTermsChoice terms={terms} onTerms={setTerms} />}
      <Warnings form={form} reason={lit.reason} />
      <Scrutineers />
      <Proxies />
      <div className={look['opening']}>
        {mayClock(form) && (
          <div className={look['seconds']}>
            <TextField
              label={words.seconds}
              inputMode="numeric"
              value={typed ?? usual}
              onText={setTyped}
              error={seconds === null ? words.secondsProblem : undefined}
            />
          </div>
        )}
        {!objected && (
          <Act
            bodies={[{ type: 'OpenAcclamation', motionIds }]}
            ask={{
              title: words.acclaimTitle,
              will: words.acclaimWill(itemsText(rows), Math.round(rules.objectionMs / second)),
              act: words.acclaimAct,
            }}
            onDone={onOpened}
          >
            {words.acclaim}
          </Act>
        )}
        <Act
          bodies={[open]}
          kind={quiet ? 'plain' : 'primary'}
          size={quiet ? 'normal' : 'large'}
          shortcut={quiet ? undefined : keys.vote}
          askByKey={{ title: `${words.open}：${itemsText(rows)}？`, will: words.openWill, act: words.open }}
          aria-describedby="opening-will"
          onDone={onOpened}
        >
          {words.open}
        </Act>
      </div>
      <div className="spread">
        <p id="opening-will" className="small muted grow">
          {form === 'secret' ? secretVoteWords.openWill : mayClock(form) ? words.openWill : words.openWillByHand}
        </p>
        <ChangeRule />
      </div>
    </>
  );
}

function ChangeRule() {
  const { rules } = useMeeting();
  const [changing, setChanging] = useState(false);
  const rule = useLit({ type: 'ChangeVoteRule', ...rules.vote, reason: '' });
  if (!rule) return null;
  return (
    <>
      <Button size="small" kind="quiet" unavailable={rule.reason} onClick={() => setChanging(true)}>
        {words.changeRule}
      </Button>
      {changing && <RuleDialog onClose={() => setChanging(false)} />}
    </>
  );
}
