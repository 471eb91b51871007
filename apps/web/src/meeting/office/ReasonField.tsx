// Knows the field for the reason that a change of the office is recorded with; not which change.
import { TextField } from '../../ui/Field.tsx';
import { officeWords as words } from '../../words/zh/office.ts';

interface ReasonFieldProps {
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  /** Whether a missing reason is to be pointed out by now. */
  readonly tried: boolean;
}

/** The reason that stands in the record beside a change. */
export const ReasonField = ({ reason, onReason, tried }: ReasonFieldProps) => (
  <TextField
    label={words.reason}
    value={reason}
    onText={onReason}
    maxLength={200}
    error={tried && reason.trim() === '' ? words.reasonNeeded : undefined}
  />
);
