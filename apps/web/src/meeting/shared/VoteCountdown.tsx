// Knows the countdown of a vote or an election as those in the room read it; the office is told in words of its own.
import type { Closing, Instant } from '@xieshang/meeting';
import { roomWords as words } from '../../words/zh/room.ts';
import { CountdownClock } from './CountdownClock.tsx';

interface VoteCountdownProps {
  readonly of: { readonly dueAt: Instant; readonly closing: Closing };
}

export const VoteCountdown = ({ of: { dueAt, closing } }: VoteCountdownProps) => (
  <CountdownClock dueAt={dueAt} label={words.voteCountdown} ended={closing === 'clock' ? words.timeIsUpClock : words.timeIsUp} />
);
