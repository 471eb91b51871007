// What else is asked of a vote (V15–V25), in the simple idea the core is compared with.
import type { Rules } from './hall.ts';

type Asked =
  | 'EnterVote'
  | 'EnterCount'
  | 'VoidVoting'
  | 'NameScrutineers'
  | 'ConfirmCount'
  | 'DeclareReservation'
  | 'WithdrawReservation'
  | 'GrantProxy'
  | 'RevokeProxy';

export const formRules: Rules<Asked> = {
  EnterVote: () => 'silent',
  EnterCount: () => 'silent',
  VoidVoting: () => 'silent',
  NameScrutineers: () => 'silent',
  ConfirmCount: () => 'silent',
  DeclareReservation: () => 'silent',
  WithdrawReservation: () => 'silent',
  GrantProxy: () => 'silent',
  RevokeProxy: () => 'silent',
};
