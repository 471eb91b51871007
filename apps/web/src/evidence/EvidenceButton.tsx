// Knows the way from a meeting to its evidence.
import type { MeetingId } from '@xieshang/meeting';
import { Button, type ButtonProps } from '../ui/Button.tsx';
import { ways } from '../meeting/room-at.ts';
import { roomWords } from '../words/zh/room.ts';

export const EvidenceButton = ({ meeting, ...look }: { readonly meeting: MeetingId } & Pick<ButtonProps, 'kind' | 'size' | 'wide'>) => (
  <Button {...look} onClick={() => location.assign(ways.evidence(meeting))}>
    {roomWords.evidence}
  </Button>
);
