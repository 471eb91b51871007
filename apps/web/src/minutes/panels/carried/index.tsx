// Knows the panel of what earlier meetings left open; the list itself is read and closed by its own part.
import { messageOf } from '../../../http/client.ts';
import { Card } from '../../../ui/Card.tsx';
import { ErrorPanel, Loading } from '../../../ui/states.tsx';
import { signingWords as words } from '../../../words/zh/signing.ts';
import { Carried, useOpenItems } from '../../OpenItems.tsx';
import look from '../speakers/Speakers.module.css';

export default function CarriedPanel() {
  const { data, error, isPending, refetch } = useOpenItems();
  return (
    <Card className={look['panel'] ?? ''}>
      <h2>{words.items}</h2>
      <p className="small muted">{words.itemsHint}</p>
      {isPending && <Loading />}
      {error && !data && (
        <ErrorPanel title={words.itemsUnread} onRetry={() => void refetch()}>
          {messageOf(error)}
        </ErrorPanel>
      )}
      {data && <Carried read={data} />}
    </Card>
  );
}
