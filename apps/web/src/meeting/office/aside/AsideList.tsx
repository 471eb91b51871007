// Knows what the reader has said to people alone and what came of each; not how it is said.
import type { Aside } from '@xieshang/meeting';
import { useMeeting } from '../../../live/index.ts';
import { Tag, type Tone } from '../../../ui/Tag.tsx';
import { clockTime } from '../../../words/time.ts';
import { officeAsideWords as words } from '../../../words/zh/office-asides.ts';
import { useKeptWords } from '../../asides/kept-words.ts';
import { useAct } from '../act.tsx';
import { Button } from '../../../ui/Button.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import look from './aside.module.css';
import { calledOf } from './called.ts';

const tones: Readonly<Record<Aside['phase'], Tone>> = {
  sent: 'amber',
  received: 'blue',
  acknowledged: 'jade',
  answered: 'jade',
  withdrawn: 'grey',
};

interface AsideListProps {
  readonly asides: readonly Aside[];
  /** Whether they are to several people. */
  readonly named?: boolean;
}

/** The newest first. */
export const AsideList = ({ asides, named = false }: AsideListProps) => (
  <ul className={look['list']}>
    {asides.toReversed().map((one) => (
      <Line key={one.asideId} aside={one} named={named} />
    ))}
  </ul>
);

function Line({ aside, named }: { readonly aside: Aside; readonly named: boolean }) {
  const { roll } = useMeeting();
  const name = calledOf(roll, aside.to);
  return (
    <li>
      <p className={look['head']}>
        {named && <b>{name}</b>}
        <span className="small muted num">{clockTime(aside.sentAt)}</span>
        <Tag tone={tones[aside.phase]}>
          {words.state[aside.phase]}
          {aside.phase !== 'sent' && <span className="num">{` ${clockTime(aside.since)}`}</span>}
        </Tag>
        <span className="grow" />
        {aside.phase !== 'withdrawn' && <Withdraw aside={aside} name={name} />}
      </p>
      {aside.phase === 'withdrawn' ? <p className="small muted">{words.gone}</p> : <Words digest={aside.digest} />}
      {aside.phase === 'answered' && <Answer digest={aside.answer} />}
    </li>
  );
}

function Withdraw({ aside, name }: { readonly aside: Aside; readonly name: string }) {
  const { act, busy } = useAct();
  const confirm = useConfirm();
  const press = async () => {
    if (await confirm({ title: words.withdrawTitle, will: words.withdrawWill, act: words.withdraw })) {
      await act({ type: 'WithdrawAside', asideId: aside.asideId });
    }
  };
  return (
    <Button size="small" kind="quiet" busy={busy} aria-label={words.withdrawOne(name)} onClick={() => void press()}>
      {words.withdraw}
    </Button>
  );
}

function Words({ digest }: { readonly digest: string }) {
  const kept = useKeptWords(digest);
  return <p className={look['said']}>{kept.phase === 'text' ? kept.text : kept.phase === 'failed' ? words.notRead : words.reading}</p>;
}

function Answer({ digest }: { readonly digest: string }) {
  const kept = useKeptWords(digest);
  return kept.phase === 'text' ? <p className={look['answer']}>{words.answer(kept.text)}</p> : null;
}
