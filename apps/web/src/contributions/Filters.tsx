// Knows the row of fields by which contributions are filtered; not what becomes of the wish.
import { orders, wantedOf, type Contribution, type Wanted } from '@xieshang/record/contributions';
import { useId, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { contributionsWords as words } from '../words/zh/contributions.ts';
import { choicesOf, chosenBy, type Choice, type ChosenBy } from './choices.ts';
import look from './Filters.module.css';

interface FiltersProps {
  readonly all: readonly Contribution[];
  readonly wanted: Wanted;
  readonly onWant: (wanted: Wanted) => void;
}

export function Filters({ all, wanted, onWant }: FiltersProps) {
  const choices = choicesOf(all);
  const fields = useId();
  const [unfolded, setUnfolded] = useState(false);
  const change = (part: Readonly<Record<string, string>>) => onWant(wantedOf({ ...wanted, ...part }));
  return (
    <form role="search" aria-label={words.filters} className={`${look['filters']} no-print`} onSubmit={(event) => event.preventDefault()}>
      <Button className={look['unfold'] ?? ''} aria-expanded={unfolded} aria-controls={fields} onClick={() => setUnfolded(!unfolded)}>
        {unfolded ? words.fold : words.unfold}
      </Button>
      <div id={fields} className={look['fields']} data-folded={!unfolded || undefined}>
        {chosenBy.map((by) => (
          <OneChoice key={by} by={by} choices={choices[by]} chosen={wanted[by]} onChoose={(value) => change({ [by]: value })} />
        ))}
        <TextField
          label={words.text}
          type="search"
          value={wanted.text ?? ''}
          placeholder={words.textHint}
          maxLength={200}
          onText={(text) => change({ text })}
        />
        <div className={look['order']}>
          <SelectField label={words.order} value={wanted.order ?? 'begin'} onText={(order) => change({ order, down: '' })}>
            {orders.map((order) => (
              <option key={order} value={order}>
                {words.orders[order]}
              </option>
            ))}
          </SelectField>
          <Button size="small" aria-pressed={wanted.down !== undefined} onClick={() => change({ down: wanted.down ? '' : '1' })}>
            {words.downUp}
          </Button>
        </div>
      </div>
    </form>
  );
}

interface OneChoiceProps {
  readonly by: ChosenBy;
  readonly choices: readonly Choice[];
  readonly chosen: string | undefined;
  readonly onChoose: (value: string) => void;
}

/** A field with nothing to choose between is only in the way. */
function OneChoice({ by, choices, chosen, onChoose }: OneChoiceProps) {
  const fewest = by === 'mark' ? 1 : 2;
  if (chosen === undefined && choices.length < fewest) return null;
  return (
    <SelectField label={words[by]} value={chosen ?? ''} onText={onChoose}>
      <option value="">{words.all}</option>
      {choices.map(({ value, name, count }) => (
        <option key={value} value={value}>
          {words.option(name, count)}
        </option>
      ))}
    </SelectField>
  );
}
