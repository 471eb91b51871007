// Knows the panel 初稿: what the record yields, section by section, how it stands in the text and where each sentence comes from.
import type { FactId, Section, Standing } from '@xieshang/minutes';
import { sentenceText } from '@xieshang/minutes';
import { proseDifference } from '@xieshang/minutes/history';
import { useState } from 'react';
import { useViewer } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { Loading } from '../../../ui/states.tsx';
import { Tag, type Tone } from '../../../ui/Tag.tsx';
import { draftWords as words } from '../../../words/zh/minutes-draft.ts';
import { showPassage } from '../jump.ts';
import type { PanelProps } from '../panel.ts';
import { SourcesDialog } from '../source/SourcesDialog.tsx';
import look from './Draft.module.css';
import { idOf, useDraft, type DraftView } from './use-draft.ts';

const tones: Readonly<Record<Standing['state'], Tone>> = {
  current: 'jade',
  outdated: 'amber',
  changed: 'blue',
  absent: 'amber',
  removed: 'grey',
  void: 'amber',
};
const sections: readonly Section[] = ['opening', 'course', 'recommendations', 'responses', 'requirements'];
const sectionOf = (standing: Standing): Section => (standing.state === 'void' ? standing.section : standing.passage.section);

/** What is to be said when there is nothing to write in. */
function done(standings: readonly Standing[]): string {
  const changed = standings.filter(({ state }) => state === 'changed').length;
  if (changed > 0) return words.nothingButChanged(changed);
  return standings.length > 1 ? words.nothingToDo : words.nothingYet;
}

export default function DraftPanel({ open, editable }: PanelProps) {
  const { role } = useViewer();
  const draft = useDraft(open);
  const mayWrite = editable && role === 'secretary';
  const { standings, toWrite, busy, write } = draft;
  if (!open || standings.length === 0) return <Loading />;
  const fresh = standings.every(({ state }, index) => state === 'absent' || index === 0);
  return (
    <section aria-label={words.title} className={look['panel']}>
      <p className="muted small">{words.hint}</p>
      {mayWrite && toWrite.length > 0 && (
        <Button kind="primary" wide busy={busy} onClick={() => write(toWrite)}>
          {fresh ? words.generate : words.renew}
        </Button>
      )}
      {toWrite.length === 0 && <p className={look['done']}>{done(standings)}</p>}
      {sections.map((section) => {
        const own = standings.filter((one) => sectionOf(one) === section);
        const wanted = own.map(idOf).filter((id) => toWrite.includes(id));
        return (
          own.length > 0 && (
            <section key={section} className={look['section']} aria-label={words.sections[section]}>
              <div className={look['head']}>
                <h2>{words.sections[section]}</h2>
                {mayWrite && wanted.length > 0 && (
                  <Button size="small" busy={busy} aria-label={words.writeSection(words.sections[section])} onClick={() => write(wanted)}>
                    {own.every(({ state }) => state === 'absent') ? words.writeOne : words.renewOne}
                  </Button>
                )}
              </div>
              {own.map((standing) => (
                <PassageCard key={idOf(standing)} standing={standing} draft={draft} open={open} mayWrite={mayWrite} />
              ))}
            </section>
          )
        );
      })}
    </section>
  );
}

interface CardProps {
  readonly standing: Standing;
  readonly draft: DraftView;
  readonly open: NonNullable<PanelProps['open']>;
  readonly mayWrite: boolean;
}

function PassageCard({ standing, draft, open, mayWrite }: CardProps) {
  const confirm = useConfirm();
  const [sources, setSources] = useState<readonly FactId[] | null>(null);
  const block = 'at' in standing ? draft.blocks[standing.at] : undefined;
  const replace = async () => {
    if (await confirm({ title: words.replaceTitle, will: words.replaceWill, act: words.replace })) draft.write([idOf(standing)], true);
  };
  return (
    <div className={look['card']}>
      <Tag tone={tones[standing.state]}>{words.states[standing.state]}</Tag>
      {standing.state === 'void' && <p className="muted small">{words.voidHint}</p>}
      {standing.state === 'changed' && block && <Difference before={standing.text} after={block.text} />}
      {standing.state !== 'void' && standing.state !== 'changed' && (
        <p className={look['prose']}>
          {standing.passage.sentences.map((sentence, index) => (
            <button key={index} type="button" className={look['sentence']} onClick={() => setSources(sentence.sources)}>
              {sentenceText(sentence)}
            </button>
          ))}
        </p>
      )}
      <div className={look['acts']}>
        {block && (
          <Button size="small" onClick={() => showPassage(open, block.from + 1, block.to - 1)}>
            {words.show}
          </Button>
        )}
        {mayWrite && standing.state === 'changed' && (
          <Button size="small" kind="quiet" busy={draft.busy} onClick={() => void replace()}>
            {words.replace}
          </Button>
        )}
        {mayWrite && standing.state === 'removed' && (
          <Button size="small" busy={draft.busy} onClick={() => draft.write([idOf(standing)])}>
            {words.writeOne}
          </Button>
        )}
      </div>
      {sources && <SourcesDialog facts={sources} onClose={() => setSources(null)} />}
    </div>
  );
}

/** What was taken out of the draft, and what was put in. */
const Difference = ({ before, after }: { readonly before: string; readonly after: string }) => (
  <p className={look['prose']}>
    {proseDifference(before, after).map(({ change, text }, index) =>
      change === 'removed' ? <del key={index}>{text}</del> : change === 'added' ? <ins key={index}>{text}</ins> : text,
    )}
  </p>
);
