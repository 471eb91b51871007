// Chapters E and P: every command about an election or a sealed ballot × who asks × the phase of the meeting. Written out here a second time, on purpose.
import { expect, test } from 'vitest';
import { expectedIn, phaseCells, saidIn } from '../testing/index.ts';

/** Who may, and the answer in each phase: see `phaseCells`. */
const table = `
  TableElection         s    + + + o o
  ReviseElection        s    + + + o o
  WithdrawElection      s    + + + o o
  OpenElection          p    s + s o o
  RepeatElection        p    s + s o o
  CastElection          m    s + s o o
  EnterElection         os   s + s o o
  EnterElectionCount    os   s + s o o
  CloseElection         pc   s + s o o
  VoidElection          p    s + s o o
  ConfirmElectionCount  m    s + s o o
  AnnounceElection      p    s + s o o
  CastSealedBallot      m    + + + o o
  OfferScrutineerKey    m    + + + o o
  HandInKey             m    + + + o o
  VoidLostBallots       c    + + + o o
  DestroyBallots        c    + + + + o
`;

test.each(phaseCells(table))('$type by $who, $phase', (cell) => expect(saidIn(cell)).toBe(expectedIn(cell)));
