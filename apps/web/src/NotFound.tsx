// Knows what is shown where no page is; not why.
import { Link } from '@tanstack/react-router';
import { buttonLook } from './ui/Button.tsx';
import { EmptyState } from './ui/states.tsx';
import { frameWords } from './words/zh/frame.ts';

export function NotFound() {
  return (
    <EmptyState
      as="h1"
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
