// Knows what of the fact check is seen before 提交校核 and 校核通过; it bars nothing.
import { checkWords as words } from '../../../words/zh/minutes-check.ts';
import type { OpenText } from '../panel.ts';
import look from './Findings.module.css';
import { useCheck } from './use-check.ts';

/** More of them are counted only. */
const most = 6;

export default function CheckToSee({ open }: { readonly open: OpenText | null }) {
  const { open: findings, kept, whole } = useCheck(open);
  if (findings.length === 0) {
    return (
      <div className={look['before']} data-clear role="status">
        <p>{!whole ? words.beforeReading : kept.length > 0 ? words.beforeKept(kept.length) : words.beforeNone}</p>
      </div>
    );
  }
  return (
    <div className={look['before']} role="status">
      <p>{words.before(findings.length)}</p>
      <ul>
        {findings.slice(0, most).map((one, index) => (
          <li key={`${index} ${one.key}`}>{one.says}</li>
        ))}
        {findings.length > most && <li>{words.beforeMore(findings.length - most)}</li>}
      </ul>
    </div>
  );
}
