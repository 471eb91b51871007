// Knows how the grace of a speaker's lost line (F12) is read as a sentence and chosen.
import type { Rules } from '@xieshang/meeting';
import { Select } from 'antd';
import { speakerLineWords as words } from '../../words/zh/speaker-line.ts';
import look from '../Prepare.module.css';

/** ms; 0 for never. */
const graces: readonly number[] = [0, 10_000, 20_000, 30_000, 60_000];

export function LeaseSentence({ rules: { lease }, set }: { readonly rules: Rules; readonly set: (part: Partial<Rules>) => void }) {
  const chosen = lease?.graceMs ?? 0;
  // What the committee set itself stays as it is and can be read.
  const offered = graces.includes(chosen) ? graces : [...graces, chosen];
  return (
    <div className={look['sentence']}>
      {words.rulesBefore}
      <Select<number>
        aria-label={words.rulesBefore}
        value={chosen}
        options={offered.map((ms) => ({ value: ms, label: ms === 0 ? words.never : words.after(ms / 1000) }))}
        style={{ width: '13rem' }}
        onChange={(graceMs) => set({ lease: graceMs === 0 ? undefined : { graceMs } })}
      />
      {chosen > 0 && words.rulesAfter}
    </div>
  );
}
