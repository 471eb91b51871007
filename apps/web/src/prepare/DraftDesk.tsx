// Knows the steps of the preparation side by side and which of them is open; not what a step asks.
import { useState, type ComponentType } from 'react';
import { DocumentsMenu } from '../documents/DocumentsMenu.tsx';
import type { Draft } from '../http/shapes.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Tag } from '../ui/Tag.tsx';
import { meetingsWords } from '../words/zh/meetings.ts';
import { prepareWords as words } from '../words/zh/prepare.ts';
import { phaseWords, rehearsalWord } from '../words/zh/roles.ts';
import { Agenda } from './agenda/Agenda.tsx';
import { Basics } from './basics/Basics.tsx';
import { marks } from './checklist.ts';
import { Conflict } from './Conflict.tsx';
import { Convene } from './convene/Convene.tsx';
import { DropDraft } from './DropDraft.tsx';
import { Materials } from './materials/Materials.tsx';
import look from './Prepare.module.css';
import { Recommendations } from './recommendations/Recommendations.tsx';
import { RollStep } from './roll/RollStep.tsx';
import { RulesStep } from './rules/RulesStep.tsx';
import { SavingState } from './SavingState.tsx';
import { sections, type Section } from './sections.ts';
import { Speakers } from './speakers/Speakers.tsx';
import { KeeperProvider, useDraft, useDraftKeeper } from './use-draft.ts';

export interface StepProps {
  readonly onGo: (section: Section) => void;
}

const steps: Readonly<Record<Section, ComponentType<StepProps>>> = {
  basics: Basics,
  roll: RollStep,
  agenda: Agenda,
  materials: Materials,
  speakers: Speakers,
  recommendations: Recommendations,
  rules: RulesStep,
  convene: Convene,
};

export function DraftDesk({ draft }: { readonly draft: Draft }) {
  return (
    <KeeperProvider value={useDraftKeeper(draft)}>
      <Steps />
      <Conflict />
    </KeeperProvider>
  );
}

function Steps() {
  const [open, setOpen] = useState<Section>('basics');
  const { plan } = useDraft();
  const Step = steps[open];
  const next = sections[sections.indexOf(open) + 1];
  const go = (section: Section) => {
    setOpen(section);
    window.scrollTo({ top: 0 });
  };
  return (
    <>
      <header className={look['head']}>
        <h1>{plan.notice.title || meetingsWords.noTitle}</h1>
        <Tag tone="amber">{phaseWords.draft}</Tag>
        {plan.notice.kind === 'rehearsal' && <Tag tone="amber">{rehearsalWord}</Tag>}
        <SavingState onGo={go} />
        <DocumentsMenu meeting={plan.notice.meeting} size="small" />
      </header>
      <div className={look['desk']}>
        <StepList open={open} onGo={go} />
        <div>
          <Card as="section" className={look['sheet'] ?? ''} aria-labelledby="step">
            <h2 id="step">{words.sections[open]}</h2>
            <Step onGo={go} />
          </Card>
          <div className={look['foot']}>
            <DropDraft />
            {next && <Button onClick={() => go(next)}>{words.next(words.sections[next])}</Button>}
          </div>
        </div>
      </div>
    </>
  );
}

function StepList({ open, onGo }: { readonly open: Section } & StepProps) {
  const { plan } = useDraft();
  const found = marks(plan);
  return (
    <nav className={look['steps']} aria-label={words.navigation}>
      {sections.map((section) => {
        const { text, owed } = found[section];
        return (
          <button
            key={section}
            type="button"
            className={look['step']}
            aria-current={section === open ? 'step' : undefined}
            onClick={() => onGo(section)}
          >
            <span>{words.sections[section]}</span>
            <span className={`${look['mark']} ${owed ? look['owed'] : look['good']} num`}>{text}</span>
          </button>
        );
      })}
    </nav>
  );
}
