// Knows how marks become a sealed ballot that is kept, sent and acknowledged; not how a ballot looks. Marks live in the page only.
import type { Choice, SecretVote, VoteId } from '@xieshang/meeting';
import { ballotHash, makeTag, sealBallot, type BallotLine } from '@xieshang/protocol/sealed';
import { useEffect, useState } from 'react';
import { useLive, useMeeting, useSend, useViewer } from '../../../live/index.ts';
import { forgetGiven, givenBallots, keepGiven, type GivenBallot } from '../../../live/kept-receipts.ts';
import { nextRevision, sealedIn, sealedVoteOf, standingOf, type Standing } from './sealed-state.ts';

export interface Marked {
  readonly item: string;
  /** What the item is called on the receipt. */
  readonly label: string;
  readonly mark: Choice;
}

export interface GivenBallots {
  standing(vote: VoteId): Standing;
  /** Seals and sends; false: it could not be sealed, and nothing was sent. */
  submit(vote: SecretVote, marks: readonly Marked[], title: string): boolean;
  /** A ballot that came after another of the same voter is sent again, to take its place. */
  replace(vote: VoteId): void;
  /** A ballot that was refused is forgotten, whatever stands before it. */
  drop(vote: VoteId): void;
  /** Votes of which this browser holds a ballot. */
  readonly votes: readonly VoteId[];
}

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

export function useGivenBallots(): GivenBallots {
  const { pending, answered, key } = useLive();
  const { send } = useSend();
  const { notice } = useMeeting();
  const { person } = useViewer();
  const meeting = notice.meeting;
  const [given, setGiven] = useState<readonly GivenBallot[]>(() => givenBallots(meeting, person));

  const standing = (vote: VoteId): Standing => standingOf(vote, { meeting, key, given, pending, answered });
  const votes = [...new Set(given.map(({ vote }) => vote))];

  const keep = (one: GivenBallot): void => {
    keepGiven(meeting, person, one);
    setGiven((before) => [one, ...before.filter(({ vote, receipt }) => vote !== one.vote || (receipt !== null && one.receipt === null))]);
  };

  // The signature was checked: from here on it is the receipt that is kept.
  const fresh = given.flatMap(({ vote, receipt }) => {
    const now = receipt === null ? standing(vote) : null;
    return now?.phase === 'counted' ? [now.given] : [];
  });
  useEffect(() => {
    for (const one of fresh) keep(one);
  });

  const sendSealed = (one: GivenBallot, ciphertext: string): void => {
    keep(one);
    void send({ type: 'CastSealedBallot', voteId: one.vote, revision: one.revision, ciphertext });
  };

  return {
    standing,
    votes,
    submit: (vote, marks, title) => {
      const sealing = sealedVoteOf(vote);
      if (!sealing) return false;
      const lines = marks.map(({ item, mark }): BallotLine => ({ item, mark, tag: vote.receipt === 'tag' ? makeTag(random) : '' }));
      const sealed = sealBallot(lines, sealing, random);
      if (!sealed.ok) return false;
      const tags = lines.flatMap(({ item, tag }, at) => (tag === '' ? [] : [{ item, tag, label: marks[at]?.label ?? item }]));
      const { voteId, receipt: level } = vote;
      const revision = nextRevision(voteId, given, null);
      sendSealed({ vote: voteId, revision, hash: sealed.hash, level, title, tags, receipt: null }, sealed.ciphertext);
      return true;
    },
    replace: (vote) => {
      const now = standing(vote);
      if (now.phase !== 'refused') return;
      const refused = answered.findLast(({ body }) => sealedIn(body)?.hash === now.given.hash);
      const ciphertext = refused && sealedIn(refused.body)?.ciphertext;
      if (ciphertext === undefined || ballotHash(ciphertext) !== now.given.hash) return;
      sendSealed({ ...now.given, revision: nextRevision(vote, given, now.refusal) }, ciphertext);
    },
    drop: (vote) => {
      forgetGiven(meeting, person, vote);
      setGiven((before) => before.filter((one) => one.vote !== vote || one.receipt !== null));
    },
  };
}
