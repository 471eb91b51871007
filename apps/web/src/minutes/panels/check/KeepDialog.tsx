// Knows the dialog in which a secretary says why a mismatch stands as it is; not where the reason is kept.
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx';
import { checkWords as words } from '../../../words/zh/minutes-check.ts';

interface KeepDialogProps {
  readonly says: string;
  readonly busy: boolean;
  readonly onKeep: (reason: string) => void;
  readonly onClose: () => void;
}

export const KeepDialog = ({ says, busy, onKeep, onClose }: KeepDialogProps) => (
  <ReasonDialog
    title={words.keepTitle}
    will={
      <>
        <p>{says}</p>
        <p className="muted">{words.keepWill}</p>
      </>
    }
    label={words.reason}
    needed={words.reasonNeeded}
    usual={words.usual}
    act={words.keep}
    {...{ busy, onClose }}
    onReason={onKeep}
  />
);
