// Knows the strip from which a moderator gets company in a rehearsal, a step for stand-ins at each press; not what the steps are made of.
import type { Command } from '@xieshang/meeting';
import { useRef, useState, type ReactNode } from 'react';
import { newId, useMeeting, useSend } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { refusalSentence } from '../../../words/office-refusals.ts';
import { rehearsalWords as words } from '../../../words/zh/rehearsal.ts';
import { electionOpen } from '../../shared/elections.ts';
import { motionsAt } from '../../shared/scene.ts';
import { answers, arrivals, awaited, ballots, requests, votes } from './practice.ts';
import look from './practice.module.css';

interface Working {
  readonly done: number;
  readonly of: number;
}

/** Puts them one after the other, so that the room fills as rooms do; the first no is said and ends it. */
function usePractice() {
  const { send } = useSend();
  const { warn } = useNotices();
  const [working, setWorking] = useState<Working | null>(null);
  const stopped = useRef(false);
  const put = async (bodies: readonly Command[]) => {
    stopped.current = false;
    for (const [done, body] of bodies.entries()) {
      if (stopped.current) break;
      setWorking({ done, of: bodies.length });
      const answer = await send(body);
      if (answer.ok) continue;
      warn(refusalSentence(answer.refusal));
      break;
    }
    setWorking(null);
  };
  return { put, working, stop: () => (stopped.current = true) };
}

export function PracticePanel() {
  const meeting = useMeeting();
  const { may } = useSend();
  const { put, working, stop } = usePractice();
  if (meeting.phase === 'concluded' || meeting.phase === 'cancelled') return null;
  const missing = awaited(meeting).length;
  const owed = answers(meeting, newId);
  const keys = votes(meeting, 'all');
  const papers = ballots(meeting);
  const left = keys.length + papers.length;
  const other = motionsAt(meeting, 'voting').length > 0 || electionOpen(meeting) !== undefined;
  const step = (name: string, bodies: readonly Command[]) => {
    const [first] = bodies;
    const refusal = first && may(first);
    const why = working !== null ? words.underway : first ? refusal && refusalSentence(refusal) : words.nobodyLeft;
    return (
      <Button key={name} size="small" unavailable={why ?? undefined} onClick={() => void put(bodies)}>
        {name}
      </Button>
    );
  };
  return (
    <section className={look['practice']} aria-label={words.practice} title={words.practiceHint}>
      <h2>{words.practice}</h2>
      <Part name={words.parts.arrivals} state={words.arrivals(missing)}>
        {missing > 0 && step(words.arrive.one, arrivals(meeting, 1))}
        {missing > 10 && step(words.arrive.ten, arrivals(meeting, 10))}
        {missing > 1 && step(words.arrive.all, arrivals(meeting, missing))}
      </Part>
      {meeting.phase === 'inSession' && (
        <>
          <Part name={words.parts.floor} state={words.requests(meeting.queue.waiting.length)}>
            {step(words.request.one, requests(meeting, 1, newId))}
            {step(words.request.three, requests(meeting, 3, newId))}
          </Part>
          <Part name={words.parts.answers} state={words.answers(owed.length)}>
            {owed.length > 0 && step(words.answer, owed)}
          </Part>
          <Part name={words.parts.votes} state={left > 0 ? words.votes(left) : words.noVotes}>
            {keys.length > 0 && step(words.vote.mixed, votes(meeting, 'mixed'))}
            {keys.length > 0 && step(words.vote.all, keys)}
            {papers.length > 0 && step(words.elect, papers)}
            {other && left === 0 && <span className="small muted">{words.otherForms}</span>}
          </Part>
        </>
      )}
      {working && working.of > 1 && (
        <p className={look['working']} role="status">
          <span className="num">{words.working(working.done, working.of)}</span>
          <Button size="small" kind="quiet" onClick={stop}>
            {words.stop}
          </Button>
        </p>
      )}
    </section>
  );
}

interface PartProps {
  readonly name: string;
  readonly state: string;
  readonly children: ReactNode;
}

const Part = ({ name, state, children }: PartProps) => (
  <div className={look['part']} role="group" aria-label={name}>
    <span>
      {name} <span className="num">{state}</span>
    </span>
    {children}
  </div>
);
