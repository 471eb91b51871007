// Knows the large view of one version and of two side by side in one text; not how they came about.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../../../http/client.ts';
import { differenceQuery, pageQuery, type Overview, type Version } from '../../../http/history.ts';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { SelectField } from '../../../ui/Field.tsx';
import { EmptyState, ErrorPanel, Loading } from '../../../ui/states.tsx';
import { common } from '../../../words/zh/common.ts';
import { historyWords as words } from '../../../words/zh/minutes-history.ts';
import look from './History.module.css';
import { DifferenceLines, PageLines } from './Lines.tsx';
import { versionKey, versionName, versionTime } from './version-name.ts';

export interface Choice {
  readonly key: string;
  readonly seq: number;
  readonly name: string;
}

/** Newest first; the last change is the first of them. */
export function choicesOf(overview: Overview, roll: Parameters<typeof versionTime>[1], last: string): readonly Choice[] {
  const today = overview.frames.at(-1)?.at ?? 0;
  const versions = overview.versions.toReversed().map((version) => ({
    ...{ key: versionKey(version), seq: version.seq },
    name: `${versionName(version)}（${versionTime(version, roll, today)}）`,
  }));
  return [{ key: 'now', seq: overview.seq, name: last }, ...versions];
}

interface ReadVersionProps {
  readonly version: Version;
  readonly onCompare: () => void;
  readonly onClose: () => void;
}

export function ReadVersion({ version, onCompare, onClose }: ReadVersionProps) {
  const { notice, roll } = useMeeting();
  const [who, setWho] = useState(false);
  const page = useQuery(pageQuery(notice.meeting, version.seq));
  return (
    <Dialog
      open
      wide
      title={words.readTitle(versionName(version))}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onCompare}>{words.compareTitle}</Button>
          <Button kind="primary" onClick={onClose}>
            {common.close}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="muted">{versionTime(version, roll, version.at)}</p>
        <label className={look['check']}>
          <input type="checkbox" checked={who} onChange={(event) => setWho(event.target.checked)} />
          <span>{words.showWho}</span>
        </label>
        {page.isPending && <Loading />}
        {page.error && <ErrorPanel onRetry={() => void page.refetch()}>{messageOf(page.error)}</ErrorPanel>}
        {page.data && <PageLines page={page.data} who={who} />}
      </div>
    </Dialog>
  );
}

interface CompareProps {
  readonly choices: readonly Choice[];
  /** Key of the older one; the newer one is the last text at first. */
  readonly from: string;
  readonly onClose: () => void;
}

export function Compare({ choices, from: first, onClose }: CompareProps) {
  const { notice } = useMeeting();
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState('now');
  const seqOf = (key: string): number => choices.find((one) => one.key === key)?.seq ?? 1;
  const difference = useQuery(differenceQuery(notice.meeting, seqOf(from), seqOf(to)));
  const options = choices.map(({ key, name }) => (
    <option key={key} value={key}>
      {name}
    </option>
  ));
  return (
    <Dialog
      open
      wide
      title={words.compareTitle}
      onClose={onClose}
      acts={
        <Button kind="primary" onClick={onClose}>
          {common.close}
        </Button>
      }
    >
      <div className="stack">
        <div className={look['pair']}>
          <SelectField label={words.from} value={from} onText={setFrom}>
            {options}
          </SelectField>
          <SelectField label={words.to} value={to} onText={setTo}>
            {options}
          </SelectField>
          <Button
            onClick={() => {
              setFrom(to);
              setTo(from);
            }}
          >
            {words.swap}
          </Button>
        </div>
        {difference.isPending && <Loading />}
        {difference.error && <ErrorPanel onRetry={() => void difference.refetch()}>{messageOf(difference.error)}</ErrorPanel>}
        {difference.data &&
          (difference.data.lines.every((line) => line.change === 'same' && !(line.kind === 'text' && line.styled)) ? (
            <EmptyState title={words.nothingDiffers}>{words.nothingDiffersHint}</EmptyState>
          ) : (
            <>
              <p role="status">
                <b>{words.sizes(difference.data.added, difference.data.removed)}</b> <span className="muted">{words.legend}</span>
              </p>
              <DifferenceLines difference={difference.data} />
            </>
          ))}
      </div>
    </Dialog>
  );
}
