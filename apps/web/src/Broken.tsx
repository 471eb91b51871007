// Knows what is shown where a page broke; not why.
import { Button } from './ui/Button.tsx';
import { ErrorPanel } from './ui/states.tsx';
import { frameWords } from './words/zh/frame.ts';

/** Also after an update of the server, when a part of the old page is no longer to be had. */
export const Broken = () => (
  <ErrorPanel title={frameWords.brokenTitle} act={<Button onClick={() => location.reload()}>{frameWords.reload}</Button>}>
    {frameWords.broken}
  </ErrorPanel>
);
