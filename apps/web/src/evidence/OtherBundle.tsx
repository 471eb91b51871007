// Knows how a bundle from somewhere else is given to the page and what comes of it; it never leaves the device.
import type { Verified } from '@xieshang/record/verify';
import { useId, useRef, useState, type DragEvent } from 'react';
import apart from '../apart/apart.module.css';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { TextField } from '../ui/Field.tsx';
import { evidenceWords as words } from '../words/zh/evidence.ts';
import { verifiedBeside } from './beside.ts';
import { Refused } from './Refused.tsx';
import { VoteOutcomes } from './VoteOutcomes.tsx';
import look from './Evidence.module.css';

interface Judged {
  readonly name: string;
  readonly verified: Verified;
}

const bare = (typed: string): string => typed.replace(/\s/g, '').toLowerCase();
const isKey = (typed: string): boolean => /^([0-9a-f]{32})?$/.test(bare(typed));
const isHead = (typed: string): boolean => /^([0-9a-f]{16,64})?$/.test(bare(typed));
const ifAny = (typed: string): string | null => (bare(typed) === '' ? null : bare(typed));

export function OtherBundle() {
  const title = useId();
  const [file, setFile] = useState<File | null>(null);
  const [judged, setJudged] = useState<Judged | null>(null);
  const [key, setKey] = useState('');
  const [head, setHead] = useState('');
  const input = useRef<HTMLInputElement>(null);

  const judge = async (given: File | null, wanted: { readonly key: string; readonly head: string }) => {
    setFile(given);
    if (!given || !isKey(wanted.key) || !isHead(wanted.head)) return setJudged(null);
    const bytes = new Uint8Array(await given.arrayBuffer());
    setJudged({ name: given.name, verified: await verifiedBeside(bytes, { key: ifAny(wanted.key), head: ifAny(wanted.head) }) });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void judge(event.dataTransfer.files[0] ?? null, { key, head });
  };

  return (
    <Card aria-labelledby={title} className={`stack ${look['drop']}`} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <h2 id={title}>{words.other}</h2>
      <p>{words.otherHint}</p>
      <div className={look['paperFields']}>
        <TextField
          label={words.paperKey}
          value={key}
          error={isKey(key) ? undefined : words.tooShort}
          autoComplete="off"
          spellCheck={false}
          onText={(next) => {
            setKey(next);
            void judge(file, { key: next, head });
          }}
        />
        <TextField
          label={words.paperHead}
          value={head}
          error={isHead(head) ? undefined : words.tooShort}
          autoComplete="off"
          spellCheck={false}
          onText={(next) => {
            setHead(next);
            void judge(file, { key, head: next });
          }}
        />
      </div>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        hidden
        aria-label={words.choose}
        onChange={(event) => {
          void judge(event.target.files?.[0] ?? null, { key, head });
          event.target.value = '';
        }}
      />
      <div>
        <Button onClick={() => input.current?.click()}>{words.choose}</Button>
      </div>
      <div role="status">{judged && <Verdict judged={judged} isCompared={ifAny(key) !== null} />}</div>
    </Card>
  );
}

function Verdict({ judged: { name, verified }, isCompared }: { readonly judged: Judged; readonly isCompared: boolean }) {
  return (
    <div className="stack">
      <div className={verified.ok ? apart['right'] : apart['wrong']}>
        <h3>{verified.ok ? words.accepted : words.refused}</h3>
        <p>{verified.ok ? words.acceptedSaid(verified.meeting, verified.seq) : name}</p>
      </div>
      {verified.ok && verified.votes > 0 && <VoteOutcomes outcomes={verified.outcomes} />}
      {verified.ok ? !isCompared && <p className="muted">{words.notCompared}</p> : <Refused refused={verified} />}
    </div>
  );
}
