// Knows what is shown where no page is, or where one broke; not why.
import { Link } from '@tanstack/react-router';
import { Button, buttonLook } from './ui/Button.tsx';
import { EmptyState, ErrorPanel } from './ui/states.tsx';
import { frameWords } from './words/zh/frame.ts';

export function NotFound() {
  return (
    <EmptyState
      title={frameWords.notFoundTitle}
      act={
        <Link to="/" className={buttonLook()}>
          {frameWords.toMeetings}
        </Link>
      }
    >
      {frameWords.notFound}
    </EmptyState>
  );
}

/** Also after an update of the server, when a part of the old page is no longer to be had. */
export function Broken() {
  return (
    <ErrorPanel title={frameWords.brokenTitle} act={<Button onClick={() => location.reload()}>{frameWords.reload}</Button>}>
      {frameWords.broken}
    </ErrorPanel>
  );
}
