// Knows how what goes on a screen is chosen, looked at, and then put there; the meeting decides whether it may be.
import { showingOn, type Screen } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting, useServerClock } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { SelectField, TextArea } from '../../../ui/Field.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { screenWords as words } from '../../../words/zh/screens.ts';
import { Act, useAct, useLit } from '../act.tsx';
import { breakMinutes, draftOf, itemsOf, kindsOffered, showingOf, type Draft, type Kind } from './draft.ts';
import { screenCalled, whatOf } from './names.ts';
import { ScreenPreview } from './ScreenPreview.tsx';
import look from './screens.module.css';

const empties: Partial<Record<Kind, string>> = words.nothingYet;

export function SceneChoice({ screen }: { readonly screen: Screen }) {
  const meeting = useMeeting();
  const now = useServerClock();
  const shown = showingOn(meeting, screen.name);
  const [draft, setDraft] = useState<Draft>(() => draftOf(shown));
  const [chosenAt, setChosenAt] = useState(now);
  const choose = (change: Partial<Draft>) => {
    setDraft({ ...draft, ...change });
    setChosenAt(now());
  };
  const showing = showingOf(meeting, draft, chosenAt);
  const body = { type: 'ShowOnScreen', screen: screen.name, showing: showing ?? { kind: 'meeting' } } as const;
  const lit = useLit(body);
  const voteLit = useLit({ type: 'ShowOnScreen', screen: screen.name, showing: { kind: 'vote' } });
  const { act, busy } = useAct();
  const notices = useNotices();
  const called = screenCalled(screen.name);
  if (!lit) {
    return (
      <Card>
        <p className="muted">{words.ended}</p>
      </Card>
    );
  }
  const isNone = (kind: Kind) => kind in empties && (kind === 'vote' ? voteLit?.reason !== undefined : itemsOf(meeting, kind).length === 0);
  const missing = showing === null ? (draft.kind === 'notice' ? words.noticeNeeded : empties[draft.kind]) : undefined;
  const isOn = showing !== null && draft.kind !== 'break' && JSON.stringify(showing) === JSON.stringify(shown);
  const put = async () => {
    const late = showingOf(meeting, draft, now());
    if (late && (await act({ ...body, showing: late }))) notices.say(words.done(called, words.kinds[late.kind]));
  };
  return (
    <Card className={look['choice'] ?? ''}>
      <div className={look['head']}>
        <h2 className="grow">{`${words.scene} · ${called}`}</h2>
        {shown.kind !== 'meeting' && (
          <Act
            bodies={[{ type: 'ShowOnScreen', screen: screen.name, showing: { kind: 'meeting' } }]}
            onDone={() => setDraft(draftOf({ kind: 'meeting' }))}
          >
            {words.follow}
          </Act>
        )}
      </div>
      <div className={look['halves']}>
        <div className="stack">
          <div role="radiogroup" aria-label={words.scene} className={look['kinds']}>
            {kindsOffered.map((kind) => (
              <label key={kind} className={look['kind']} data-none={isNone(kind) || undefined}>
                <input type="radio" name="scene" checked={draft.kind === kind} onChange={() => choose({ kind, item: null })} />
                {words.kinds[kind]}
              </label>
            ))}
          </div>
          <p className="small muted">{missing ?? words.hints[draft.kind]}</p>
          <Particulars draft={draft} onChange={choose} />
        </div>
        <div className={look['preview']}>
          <ScreenPreview showing={showing ?? { kind: 'meeting' }} />
          <p className="small muted">{isOn ? words.onScreenNow : (lit.reason ?? words.previewHint)}</p>
          <Button
            kind="primary"
            size="large"
            wide
            busy={busy}
            unavailable={missing ?? (isOn ? words.onScreenNow : lit.reason)}
            onClick={() => void put()}
          >
            {words.putOn(called)}
          </Button>
        </div>
      </div>
    </Card>
  );
}

interface ParticularsProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

function Particulars({ draft, onChange }: ParticularsProps) {
  const meeting = useMeeting();
  const items = itemsOf(meeting, draft.kind);
  if (draft.kind === 'notice') {
    return (
      <TextArea
        label={words.noticeText}
        value={draft.text}
        onText={(text) => onChange({ text })}
        placeholder={words.noticePlaceholder}
        maxLength={200}
        rows={5}
      />
    );
  }
  if (draft.kind === 'break') {
    return (
      <div role="radiogroup" aria-label={words.breakLength} className={look['kinds']}>
        {[...breakMinutes, null].map((minutes) => (
          <label key={minutes ?? 'open'} className={look['kind']}>
            <input type="radio" name="length" checked={draft.minutes === minutes} onChange={() => onChange({ minutes })} />
            {minutes === null ? words.breakOpen : words.breakMinutes(minutes)}
          </label>
        ))}
      </div>
    );
  }
  if (items.length < 2) return null;
  return (
    <SelectField
      label={draft.kind === 'text' || draft.kind === 'pulse' ? words.whichText : words.whichResult}
      value={draft.item ?? items[0]?.id ?? ''}
      onText={(item) => onChange({ item })}
    >
      {items.map(({ id, showing }) => (
        <option key={id} value={id}>
          {whatOf(meeting, showing)}
        </option>
      ))}
    </SelectField>
  );
}
