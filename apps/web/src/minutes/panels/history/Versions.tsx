// Knows the list of versions, newest first, and what can be asked of each; not how a version is drawn or brought back.
import type { Roll } from '@xieshang/meeting';
import { useState } from 'react';
import type { Overview, Version } from '../../../http/history.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { historyWords as words } from '../../../words/zh/minutes-history.ts';
import look from './History.module.css';
import { versionKey, versionName, versionTime } from './version-name.ts';

/** More automatic versions than that are shown only when they are asked for. */
const fewIntervals = 6;

interface VersionsProps {
  readonly overview: Overview;
  readonly roll: Roll;
  readonly onRead: (version: Version) => void;
  readonly onCompare: (version: Version) => void;
  readonly compareWord: string;
  /** None where nothing can be restored; `reason` when it cannot be now. */
  readonly restore?: { readonly act: (version: Version) => void; readonly reason: string | undefined };
}

export function Versions({ overview, roll, onRead, onCompare, compareWord, restore }: VersionsProps) {
  const [open, setOpen] = useState<string | null>(null);
  const intervals = overview.versions.filter(({ kind }) => kind === 'interval').length;
  const [all, setAll] = useState(intervals <= fewIntervals);
  const shown = overview.versions.filter(({ kind }) => all || kind !== 'interval').toReversed();
  const today = overview.frames.at(-1)?.at ?? 0;
  if (overview.versions.length === 0) return <EmptyState title={words.noVersions}>{words.noVersionsHint}</EmptyState>;
  return (
    <>
      {intervals > fewIntervals && (
        <label className={look['check']}>
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
          <span>{words.showIntervals(intervals)}</span>
        </label>
      )}
      <ol className={look['versions']}>
        {shown.map((version) => {
          const key = versionKey(version);
          const name = versionName(version);
          return (
            <li key={key} data-kind={version.kind}>
              <button
                type="button"
                className={look['version']}
                aria-expanded={open === key}
                onClick={() => setOpen(open === key ? null : key)}
              >
                <span className={look['name']}>{name}</span>
                {version.kind === 'named' && <Tag tone="jade">{words.nameIt}</Tag>}
                <span className={look['time']}>{versionTime(version, roll, today)}</span>
              </button>
              {open === key && (
                <div className={look['acts']} role="group" aria-label={words.acts(name)}>
                  <Button size="small" onClick={() => onRead(version)}>
                    {words.read}
                  </Button>
                  <Button size="small" onClick={() => onCompare(version)}>
                    {compareWord}
                  </Button>
                  {restore && (
                    <Button size="small" unavailable={restore.reason} onClick={() => restore.act(version)}>
                      {words.restore}
                    </Button>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
