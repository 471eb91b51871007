// Knows that a difference may come after the page: until then, and where the network does not bring it, the text as it would read stands alone.
import { lazy, Suspense } from 'react';

interface DifferenceProps {
  readonly before: string;
  readonly after: string;
}

const Plain = ({ after }: DifferenceProps) => <p>{after}</p>;

const TextDifference = lazy(() =>
  import('./TextDifference.tsx').then(
    (part) => ({ default: part.TextDifference }),
    () => ({ default: Plain }),
  ),
);

export function LaterDifference(props: DifferenceProps) {
  return (
    <Suspense fallback={<Plain {...props} />}>
      <TextDifference {...props} />
    </Suspense>
  );
}
