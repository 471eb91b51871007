// Knows the line at the desk that says remarks mention this person; not what they say.
import { useRemarks } from './use-remarks.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { remarkWords as words } from '../../../words/zh/remarks.ts';
import { actsOn } from './stage.ts';

interface MentionLineProps {
  readonly documentId: string;
  /** Opens the panel of the remarks. */
  readonly onOpen: () => void;
}

export default function MentionLine({ documentId, onOpen }: MentionLineProps) {
  const { unseen } = useRemarks();
  if (unseen.size === 0) return null;
  return (
    <Card tone="mine" role="status">
      <div className="spread">
        <span>{words.mentioned(unseen.size)}</span>
        <Button
          size="small"
          onClick={() => {
            actsOn(documentId).show('mine');
            onOpen();
          }}
        >
          {words.look}
        </Button>
      </div>
    </Card>
  );
}
