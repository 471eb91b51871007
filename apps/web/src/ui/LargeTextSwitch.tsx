// Knows the switch for large text; not where it stands.
import { common } from '../words/zh/common.ts';
import { Button } from './Button.tsx';
import { setLargeText, useLargeText } from './large-text.ts';

export function LargeTextSwitch() {
  const large = useLargeText();
  return (
    <Button
      kind="quiet"
      size="small"
      aria-pressed={large}
      onClick={() => setLargeText(!large)}
      style={large ? { color: 'var(--seal)', fontWeight: 600 } : undefined}
    >
      {common.largeText}
    </Button>
  );
}
