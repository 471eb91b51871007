// Knows the page 查验回执: which vote, what is held in the hand, what came of it; how it is checked is not its matter.
import { type MeetingId, type SecretVote } from '@xieshang/meeting';
import { useId, useRef, useState } from 'react';
import apart from '../apart/apart.module.css';
import { ApartPage } from '../apart/ApartPage.tsx';
import { useLive, useMeeting } from '../live/index.ts';
import { ways } from '../meeting/room-at.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { EmptyState } from '../ui/states.tsx';
import { roomWords } from '../words/zh/room.ts';
import { secretVoteWords as words } from '../words/zh/secret-vote.ts';
import { isTold, itemName, votedOn } from './items.ts';
import { Published } from './Published.tsx';
import { ReceiptOutcome } from './ReceiptOutcome.tsx';
import { givenOfCode, givenOfFile, givenOfTyped, outcomeOf, type Given, type Reading } from './receipt-check.ts';
import look from './secret-vote.module.css';

/** `/meeting/<id>/receipt`, with a receipt behind the `#` where a code was scanned: that part never leaves the browser. */
export default function ReceiptPage({ meetingId }: { readonly meetingId: MeetingId }) {
  return (
    <ApartPage
      meetingId={meetingId}
      title={words.checkTitle}
      lead={
        <>
          {words.checkLead} <a href={ways.whoSees}>{words.whoSees}</a>
        </>
      }
    >
      <Check />
    </ApartPage>
  );
}

function Check() {
  const meeting = useMeeting();
  const { secretVotes, notice } = meeting;
  const votes = Object.values(secretVotes);
  const [given, setGiven] = useState<Given | null>(() => givenOfCode(location.hash, notice.meeting));
  const [picked, setPicked] = useState<string | null>(null);
  const last = votes.findLast(({ phase }) => phase === 'counted') ?? votes.at(-1);
  const vote = votes.find(({ voteId }) => voteId === (given?.vote ?? picked)) ?? last;
  if (!vote) return <EmptyState title={words.checkNone}>{words.checkNoneHint}</EmptyState>;
  return (
    <>
      <Card>
        {votes.length > 1 && (
          <SelectField
            label={words.checkWhich}
            value={vote.voteId}
            onText={(next) => {
              setPicked(next);
              setGiven(null);
            }}
          >
            {votes.map((one) => (
              <option key={one.voteId} value={one.voteId}>
                {votedOn(meeting, one)}
              </option>
            ))}
          </SelectField>
        )}
        {votes.length === 1 && <h2>{votedOn(meeting, vote)}</h2>}
        <Held onGiven={setGiven} />
      </Card>
      <Answer vote={vote} given={given} />
    </>
  );
}

/** What is held in the hand: typed, or a file. */
function Held({ onGiven }: { readonly onGiven: (given: Given | null) => void }) {
  const { notice } = useMeeting();
  const form = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const take = (reading: Reading) => {
    onGiven(reading.ok ? reading.given : null);
    setProblem(reading.ok ? undefined : reading.failure === 'OtherMeeting' ? words.checkWrongMeeting : words.checkUnreadable);
  };
  return (
    <form
      id={form}
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        take(givenOfTyped(typed));
      }}
    >
      <TextField
        label={words.checkField}
        hint={words.checkFieldHint}
        value={typed}
        onText={setTyped}
        error={problem}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={words.checkFile}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          void file?.text().then((text) => take(givenOfFile(text, notice.meeting)));
        }}
      />
      <div className={look['acts']}>
        <Button type="submit" kind="primary">
          {words.checkAct}
        </Button>
        <Button onClick={() => input.current?.click()}>{words.checkFile}</Button>
      </div>
    </form>
  );
}

function Answer({ vote, given }: { readonly vote: SecretVote; readonly given: Given | null }) {
  const meeting = useMeeting();
  const { key } = useLive();
  if (vote.phase === 'void') {
    return (
      <section className={apart['open']} role="status">
        <h2>{words.checkVoid}</h2>
        <p>{`${roomWords.voidRules[vote.reason]}。`}</p>
      </section>
    );
  }
  if (vote.phase !== 'counted' || !isTold(meeting, vote)) {
    return (
      <section className={apart['open']} role="status">
        <h2>{vote.phase === 'counted' ? words.toldLater : words.checkOpen}</h2>
        <p>{words.checkOpenHint}</p>
      </section>
    );
  }
  const name = (item: string) => itemName(meeting, vote, item);
  return (
    <>
      <div role="status">
        {given && (
          <ReceiptOutcome outcome={outcomeOf(given, vote.count, meeting.notice.meeting, key)} returned={vote.count.returned} name={name} />
        )}
      </div>
      <Published vote={vote} given={given} name={name} />
    </>
  );
}
