// Knows how the numbers of the practice are read as sentences and chosen; not how they are applied.
import { floorKinds, needed, speechMsOf, type Rules, type Threshold, type VoteBase } from '@xieshang/meeting';
import { Checkbox, InputNumber, Select } from 'antd';
import { rulesWords as words, speechKindWords } from '../../words/zh/prepare.ts';
import look from '../Prepare.module.css';
import { useDraft } from '../use-draft.ts';
import { LeaseSentence } from './LeaseSentence.tsx';
import { VoteSwitches } from './VoteSwitches.tsx';

const thresholds: Readonly<Record<keyof typeof words.thresholds, Threshold>> = {
  half: { kind: 'moreThan', parts: 1, of: 2 },
  twoThirds: { kind: 'atLeast', parts: 2, of: 3 },
  threeQuarters: { kind: 'atLeast', parts: 3, of: 4 },
  consensus: { kind: 'consensus' },
};
type Named = keyof typeof thresholds;
const names = Object.keys(thresholds) as readonly Named[];

const bases = (Object.keys(words.bases) as readonly VoteBase[]).map((value) => ({ value, label: words.bases[value] }));

/** A threshold the committee set itself stays as it is and can be read. */
const otherName = (threshold: Threshold): string =>
  threshold.kind === 'consensus' ? words.thresholds.consensus : words.other(threshold.parts, threshold.of, threshold.kind === 'moreThan');

interface ThresholdSelectProps {
  readonly label: string;
  readonly value: Threshold;
  readonly offered: readonly Named[];
  readonly onValue: (value: Threshold) => void;
}

function ThresholdSelect({ label, value, offered, onValue }: ThresholdSelectProps) {
  const known = names.find((name) => JSON.stringify(thresholds[name]) === JSON.stringify(value));
  const options = offered.map((name) => ({ value: name as string, label: words.thresholds[name] }));
  return (
    <Select<string>
      aria-label={label}
      value={known ?? 'other'}
      style={{ width: '11rem' }}
      options={known ? options : [{ value: 'other', label: otherName(value) }, ...options]}
      onChange={(name) => {
        if (name in thresholds) onValue(thresholds[name as Named]);
      }}
    />
  );
}

const hourMs = 3_600_000;

/** When a speaker can be told how much is left, ms; that time is up is always told. */
const cueTimes: readonly number[] = [120_000, 60_000, 30_000, 10_000];
const cueWays = ['sound', 'vibration'] as const;

export function RulesStep() {
  const { plan, change } = useDraft();
  const { rules, attendees } = plan;
  const set = (part: Partial<Rules>) => change((old) => ({ ...old, rules: { ...old.rules, ...part } }));
  const members = attendees.filter(({ role }) => role === 'member');
  const weighted = rules.weights === 'weighted';
  const base = weighted ? members.reduce((sum, { weight = 1 }) => sum + weight, 0) : members.length;
  const example = weighted ? words.exampleVotes : words.example;
  return (
    <>
      <p className="muted">{words.hint}</p>
      <div>
        <div className={look['sentence']}>
          {words.quorumBefore}
          <ThresholdSelect
            label={words.quorumBefore}
            value={rules.quorum}
            offered={['half', 'twoThirds', 'threeQuarters']}
            onValue={(quorum) => set({ quorum })}
          />
          {words.quorumAfter}
        </div>
        <div className={look['sentence']}>
          {words.voteBefore}
          <Select<VoteBase>
            aria-label={words.voteMiddle}
            value={rules.vote.base}
            options={bases}
            style={{ width: '17rem' }}
            onChange={(base) => set({ vote: { ...rules.vote, base } })}
          />
          {words.voteMiddle}
          <ThresholdSelect
            label={words.voteAfter}
            value={rules.vote.threshold}
            offered={names}
            onValue={(threshold) => set({ vote: { ...rules.vote, threshold } })}
          />
          {words.voteAfter}
          {rules.vote.base === 'eligible' && base > 0 && (
            <span className="small muted num">{example(base, needed(rules.vote.threshold, base))}</span>
          )}
        </div>
        <Seconds before={words.votingBefore} ms={rules.votingMs} onMs={(votingMs) => set({ votingMs })} />
        <VoteSwitches rules={rules} set={set} />
        <Seconds before={words.objectionBefore} ms={rules.objectionMs} onMs={(objectionMs) => set({ objectionMs })} />
        <label className={look['sentence']}>
          {words.confirmationBefore}
          <InputNumber
            value={rules.confirmationMs === undefined ? null : rules.confirmationMs / hourMs}
            min={1}
            max={1440}
            precision={0}
            style={{ width: '6rem' }}
            onChange={(hours) => hours !== null && set({ confirmationMs: hours * hourMs })}
          />
          {words.hours}
        </label>
        <div className={look['sentence']}>
          {words.cuesBefore}
          <Select<number[]>
            mode="multiple"
            aria-label={words.cuesBefore}
            value={[...rules.warningsMs]}
            options={cueTimes.map((ms) => ({ value: ms, label: words.cueAt(ms / 1000) }))}
            style={{ minWidth: '13rem' }}
            onChange={(warningsMs) => set({ warningsMs: warningsMs.toSorted((one, other) => other - one) })}
          />
          {words.cuesAfter}
          {cueWays.map((way) => (
            <Checkbox
              key={way}
              checked={rules.cues?.[way] !== 'off'}
              onChange={({ target }) =>
                set({ cues: { sound: 'on', vibration: 'on', ...rules.cues, [way]: target.checked ? 'on' : 'off' } })
              }
            >
              {words.cueWays[way]}
            </Checkbox>
          ))}
        </div>
        <LeaseSentence rules={rules} set={set} />
        <label className={look['sentence']}>
          {words.entriesBefore}
          <Select<'one' | 'several'>
            aria-label={words.entriesBefore}
            value={rules.waitingEntries ?? 'one'}
            options={[
              { value: 'one', label: words.entries.one },
              { value: 'several', label: words.entries.several },
            ]}
            style={{ width: '9rem' }}
            onChange={(waitingEntries) => set({ waitingEntries })}
          />
        </label>
      </div>
      <h3>{words.speechTitle}</h3>
      <div className="row">
        {floorKinds.map((kind) => (
          <label key={kind} className="row">
            {speechKindWords[kind]}
            <InputNumber
              value={speechMsOf(rules, kind) / 60_000}
              min={0.5}
              max={120}
              step={1}
              suffix={words.speechAfter}
              style={{ width: '8.5rem' }}
              onChange={(minutes) => minutes !== null && set({ speechMs: { ...rules.speechMs, [kind]: Math.round(minutes * 60_000) } })}
            />
          </label>
        ))}
      </div>
    </>
  );
}

function Seconds({ before, ms, onMs }: { readonly before: string; readonly ms: number; readonly onMs: (ms: number) => void }) {
  return (
    <label className={look['sentence']}>
      {before}
      <InputNumber
        value={ms / 1000}
        min={5}
        max={3600}
        precision={0}
        style={{ width: '6rem' }}
        onChange={(seconds) => seconds !== null && onMs(seconds * 1000)}
      />
      {words.seconds}
    </label>
  );
}
