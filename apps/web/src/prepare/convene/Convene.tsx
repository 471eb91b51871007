// Knows the last look over a plan and the act that makes it a meeting; not what the meeting does with it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Attendee } from '@xieshang/meeting';
import { useState } from 'react';
import { api } from '../../http/api.ts';
import { isHttpError, messageOf } from '../../http/client.ts';
import { newId } from '../../http/ids.ts';
import { meetingQuery, meetingsQuery } from '../../http/queries.ts';
import { useReader } from '../../sign-in/reader.ts';
import { Button } from '../../ui/Button.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { RehearsalDoor } from '../../rehearsal/RehearsalDoor.tsx';
import { planProblemWords, refusalSentence } from '../../words/office-refusals.ts';
import { conveneWords as words, prepareWords } from '../../words/zh/prepare.ts';
import { advice, obstacle } from '../checklist.ts';
import type { StepProps } from '../DraftDesk.tsx';
import look from '../Prepare.module.css';
import { useDraft } from '../use-draft.ts';

export function Convene({ onGo }: StepProps) {
  const { plan, saving, change } = useDraft();
  const reader = useReader();
  const convene = useConvening();
  const [now] = useState(Date.now);
  const found = obstacle(plan);
  const seated = plan.attendees.some(({ person, role }) => person === reader.account && role === 'secretary');
  const counsel = advice(plan, now);
  const seatMe = () => {
    const me: Attendee = { person: reader.account, name: reader.name, role: 'secretary' };
    change((old) => ({ ...old, attendees: [...old.attendees.filter(({ person }) => person !== me.person), me] }));
  };
  const count = (role: Attendee['role']) => plan.attendees.filter((one) => one.role === role).length;
  const must = found !== null || !seated;
  const unavailable = must ? words.mustFirst : saving.state === 'saved' || saving.state === 'typed' ? undefined : words.saveFirst;
  return (
    <>
      <p>{words.summary(count('member'), count('departmentRep'), plan.stages.length, plan.recommendations.length)}</p>
      {must && (
        <section>
          <h3>{words.mustTitle}</h3>
          <ul className={look['list']}>
            {found && (
              <Item
                text={planProblemWords[found.problem]}
                act={prepareWords.sections[found.section]}
                onAct={() => onGo(found.section)}
                owed
              />
            )}
            {!seated && <Item text={words.notOnRoll} act={words.addMe} onAct={seatMe} owed />}
          </ul>
        </section>
      )}
      {counsel.length > 0 && (
        <section>
          <h3>{words.shouldTitle}</h3>
          <ul className={look['list']}>
            {counsel.map(({ advice: one, section }) => (
              <Item key={one} text={words.should[one]} act={prepareWords.sections[section]} onAct={() => onGo(section)} />
            ))}
          </ul>
        </section>
      )}
      {!must && counsel.length === 0 && <p className={look['good']}>{words.allGood}</p>}
      <div role="alert" className={look['error']}>
        {convene.error && !isHttpError(convene.error, 'DraftChanged') ? sentenceOf(convene.error) : ''}
      </div>
      <Button
        kind="primary"
        size="large"
        busy={convene.isPending}
        unavailable={unavailable}
        style={{ alignSelf: 'start' }}
        onClick={() => void convene.act()}
      >
        {words.act}
      </Button>
      <RehearsalDoor
        meeting={plan.notice.meeting}
        unavailable={found ? words.mustFirst : saving.state === 'saved' ? undefined : words.saveFirst}
      />
    </>
  );
}

interface ItemProps {
  readonly text: string;
  readonly act: string;
  readonly onAct: () => void;
  readonly owed?: boolean;
}

function Item({ text, act, onAct, owed = false }: ItemProps) {
  return (
    <li>
      <span className={`grow ${owed ? look['error'] : ''}`}>{text}</span>
      <Button size="small" onClick={onAct}>
        {act}
      </Button>
    </li>
  );
}

/** A conflict carries the meeting's own refusal. */
const sentenceOf = (error: unknown): string =>
  isHttpError(error) && error.status === 409 ? refusalSentence({ ...error.more, type: error.type }) : messageOf(error);

function useConvening() {
  const { keeper, plan } = useDraft();
  const queries = useQueryClient();
  const ask = useConfirm();
  const { say } = useNotices();
  // One id for one intention: pressed again after silence, the server answers the same.
  const [command, setCommand] = useState(newId);
  const id = plan.notice.meeting;
  const convene = useMutation({
    mutationFn: async () => {
      if (!(await keeper.flush())) return false;
      await api.convene(id, { version: keeper.kept().version, command });
      return true;
    },
    onError: (error) => {
      if (!isHttpError(error, 'NoAnswer')) setCommand(newId());
    },
    onSuccess: async (done) => {
      if (!done) return;
      say(words.convened);
      await Promise.all([meetingQuery(id).queryKey, meetingsQuery.queryKey].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  const act = async () => {
    if (await ask({ title: words.confirmTitle, will: words.confirmWill, act: words.confirmAct })) convene.mutate();
  };
  return { error: convene.error, isPending: convene.isPending, act };
}
