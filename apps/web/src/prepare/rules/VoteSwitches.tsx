// Knows the choices of the practice that not every committee makes: a second look, a grace, weights, proxies; not what they mean for a count.
import type { Rules } from '@xieshang/meeting';
import { InputNumber, Select } from 'antd';
import { rulesWords as words } from '../../words/zh/prepare.ts';
import look from '../Prepare.module.css';

interface VoteSwitchesProps {
  readonly rules: Rules;
  readonly set: (part: Partial<Rules>) => void;
}

const confirms = (['once', 'twice'] as const).map((value) => ({ value, label: words.confirms[value] }));
const weights = (['equal', 'weighted'] as const).map((value) => ({ value, label: words.weights[value] }));
/** How many proxies one member may hold, to choose from; 0 is none at all. */
const offeredProxies = [0, 1, 2, 3] as const;

export function VoteSwitches({ rules, set }: VoteSwitchesProps) {
  const most = rules.proxies?.most ?? 0;
  const proxies = [...new Set([...offeredProxies, most])].map((n) => ({
    value: n,
    label: n === 0 ? words.noProxies : words.proxiesMost(n),
  }));
  return (
    <>
      <div className={look['sentence']}>
        {words.confirmBefore}
        <Select<'once' | 'twice'>
          aria-label={words.confirmBefore}
          value={rules.ballotConfirm ?? 'once'}
          options={confirms}
          style={{ width: '12rem' }}
          onChange={(ballotConfirm) => set({ ballotConfirm })}
        />
        {words.stop}
      </div>
      <label className={look['sentence']}>
        {words.graceBefore}
        <InputNumber
          value={(rules.graceMs ?? 0) / 1000}
          min={0}
          max={600}
          precision={0}
          style={{ width: '6rem' }}
          onChange={(seconds) => seconds !== null && set({ graceMs: seconds * 1000 })}
        />
        {words.graceAfter}
      </label>
      <div className={look['sentence']}>
        {words.weightsBefore}
        <Select<'equal' | 'weighted'>
          aria-label={words.weightsBefore}
          value={rules.weights ?? 'equal'}
          options={weights}
          style={{ width: '13rem' }}
          onChange={(chosen) => set({ weights: chosen })}
        />
        {words.stop}
        {rules.weights === 'weighted' && <span className="small muted">{words.weightsNote}</span>}
      </div>
      <div className={look['sentence']}>
        {words.proxiesBefore}
        <Select<number>
          aria-label={words.proxiesBefore}
          value={most}
          options={proxies}
          style={{ width: '17rem' }}
          onChange={(chosen) => set({ proxies: chosen === 0 ? undefined : { most: chosen } })}
        />
        {words.stop}
        {most > 0 && <span className="small muted">{words.proxiesNote}</span>}
      </div>
    </>
  );
}
