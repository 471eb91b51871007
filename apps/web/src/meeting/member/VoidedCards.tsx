// Knows what is said of a vote that was declared void and has not been put again.
import { Card } from '../../ui/Card.tsx';
import { useMeeting } from '../../live/index.ts';
import { roomWords as words } from '../../words/zh/room.ts';
import { motionsAt } from '../shared/scene.ts';

export function VoidedCards() {
  return motionsAt(useMeeting(), 'voided').map(({ motionId, paper, reason, rule }) => (
    <Card key={motionId} tone="next">
      <h2>{`${words.paper(paper)} · ${words.voided}`}</h2>
      <p>{words.voidedWhy(rule === null ? reason : words.voidRules[rule])}</p>
    </Card>
  ));
}
