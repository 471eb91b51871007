// Knows how it is chosen by which rule people are elected; not how votes are judged.
import type { ElectionPaper, Threshold, VoteBase, VoteRule } from '@xieshang/meeting';
import { SelectField } from '../../../ui/Field.tsx';
import { officeElectionWords as words } from '../../../words/zh/office-elections.ts';
import { roomWords } from '../../../words/zh/room.ts';

const bases: readonly VoteBase[] = ['eligible', 'present', 'cast', 'valid'];
const usual: readonly Threshold[] = [
  { kind: 'moreThan', parts: 1, of: 2 },
  { kind: 'atLeast', parts: 2, of: 3 },
  { kind: 'atLeast', parts: 3, of: 4 },
];
const keyOf = (rule: ElectionPaper['rule']): string => JSON.stringify(rule);

interface ElectedByProps {
  readonly rule: ElectionPaper['rule'];
  readonly onRule: (rule: ElectionPaper['rule']) => void;
}

export function ElectedBy({ rule, onRule }: ElectedByProps) {
  const offered: readonly VoteRule[] = bases.flatMap((base) => usual.map((threshold) => ({ base, threshold })));
  const rules = rule === 'plurality' || offered.some((one) => keyOf(one) === keyOf(rule)) ? offered : [rule, ...offered];
  return (
    <SelectField
      label={words.rule}
      hint={rule === 'plurality' ? words.pluralityNote : words.ruleNote}
      value={keyOf(rule)}
      onText={(value) => onRule(value === keyOf('plurality') ? 'plurality' : (rules.find((one) => keyOf(one) === value) ?? rule))}
    >
      {rules.map((one) => (
        <option key={keyOf(one)} value={keyOf(one)}>
          {roomWords.rule(one)}
        </option>
      ))}
      <option value={keyOf('plurality')}>{words.plurality}</option>
    </SelectField>
  );
}
