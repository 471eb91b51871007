// Knows which panel a key calls while the text has the focus; not what the panel does.
import { useCallback, useState, type KeyboardEvent } from 'react';
import { panels } from './index.ts';

export interface PanelCall {
  readonly id: string;
  readonly times: number;
}

/** Only from within the text: where a panel has the focus, the same keys are the browser's own. */
export function usePanelKeys(onCall: (id: string) => void): readonly [PanelCall, (event: KeyboardEvent) => void] {
  const [call, setCall] = useState<PanelCall>({ id: '', times: 0 });
  const hear = useCallback(
    (event: KeyboardEvent) => {
      const { ctrlKey, metaKey, altKey, shiftKey, key, nativeEvent } = event;
      if (!(ctrlKey || metaKey) || altKey || shiftKey || nativeEvent.isComposing || event.keyCode === 229) return;
      const panel = panels.find(({ letter }) => letter === key.toLowerCase());
      if (!panel) return;
      event.preventDefault();
      onCall(panel.id);
      setCall(({ times }) => ({ id: panel.id, times: times + 1 }));
    },
    [onCall],
  );
  return [call, hear];
}
