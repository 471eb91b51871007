// Chapters V and P: every command about a vote × who asks × the phase of the meeting. Written out here a second time, on purpose.
import { expect, test } from 'vitest';
import { expectedIn, phaseCells, saidIn } from '../testing/index.ts';

/** Who may, and the answer in each phase: see `phaseCells`. */
const table = `
  OpenVoting           p    s + s o o
  RepeatVoting         p    s + s o o
  CloseVoting          pc   s + s o o
  VoidVoting           p    s + s o o
  AnnounceResult       p    s + s o o
  OpenAcclamation      p    s + s o o
  ChangeVoteRule       p    s + s o o
  CastVote             m    s + s o o
  RaiseObjection       m    s + s o o
  ConfirmCount         m    s + s o o
  CloseAcclamation     c    s + s o o
  EnterVote            os   s + s o o
  EnterCount           os   s + s o o
  NameScrutineers      os   s + s o o
  DeclareReservation   m    + + + + o
  WithdrawReservation  m    + + + + o
  GrantProxy           m    + + + o o
  RevokeProxy          m    + + + o o
`;

test.each(phaseCells(table))('$type by $who, $phase', (cell) => expect(saidIn(cell)).toBe(expectedIn(cell)));
