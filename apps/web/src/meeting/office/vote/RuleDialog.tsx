// Knows how the base and the threshold of coming votes are changed, with a reason; not how votes are judged.
import type { Threshold, VoteBase } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { SelectField, TextField } from '../../../ui/Field.tsx';
import { officeVoteWords as words } from '../../../words/zh/office-vote.ts';
import { officeWords } from '../../../words/zh/office.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { ActForm } from '../../../ui/ActForm.tsx';
import { useAct } from '../act.tsx';

const bases: readonly VoteBase[] = ['eligible', 'present', 'cast', 'valid'];
const usual: readonly Threshold[] = [
  { kind: 'moreThan', parts: 1, of: 2 },
  { kind: 'atLeast', parts: 2, of: 3 },
  { kind: 'atLeast', parts: 3, of: 4 },
  { kind: 'consensus' },
];
const keyOf = (threshold: Threshold): string => JSON.stringify(threshold);

export function RuleDialog({ onClose }: { readonly onClose: () => void }) {
  const { rules } = useMeeting();
  const { act, busy } = useAct();
  const [base, setBase] = useState<VoteBase>(rules.vote.base);
  const [threshold, setThreshold] = useState<Threshold>(rules.vote.threshold);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const thresholds = usual.some((one) => keyOf(one) === keyOf(rules.vote.threshold)) ? usual : [rules.vote.threshold, ...usual];
  const submit = async () => {
    setTried(true);
    if (reason.trim() !== '' && (await act({ type: 'ChangeVoteRule', base, threshold, reason: reason.trim() }))) onClose();
  };
  return (
    <ActForm title={words.changeRule} act={words.changeRuleAct} busy={busy} onAct={() => void submit()} onClose={onClose}>
      <p>{words.changeRuleWill}</p>
      <SelectField label={words.base} value={base} onText={(value) => setBase(bases.find((one) => one === value) ?? base)}>
        {bases.map((one) => (
          <option key={one} value={one}>
            {roomWords.bases[one]}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={words.threshold}
        value={keyOf(threshold)}
        onText={(value) => setThreshold(thresholds.find((one) => keyOf(one) === value) ?? threshold)}
      >
        {thresholds.map((one) => (
          <option key={keyOf(one)} value={keyOf(one)}>
            {roomWords.rule({ base, threshold: one })}
          </option>
        ))}
      </SelectField>
      <TextField
        label={officeWords.reason}
        value={reason}
        onText={setReason}
        maxLength={200}
        error={tried && reason.trim() === '' ? officeWords.reasonNeeded : undefined}
      />
    </ActForm>
  );
}
