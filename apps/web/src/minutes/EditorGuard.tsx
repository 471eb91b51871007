// Knows what to show when the editor cannot be fetched or breaks; not why.
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { ErrorPanel } from '../ui/states.tsx';
import { common } from '../words/zh/common.ts';
import { minutesWords as words } from '../words/zh/minutes.ts';

export class EditorGuard extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      // A chunk that could not be fetched is asked for again only by a new page.
      <ErrorPanel title={words.editorFailed} act={<Button onClick={() => location.reload()}>{common.retry}</Button>}>
        {words.editorFailedHint}
      </ErrorPanel>
    );
  }
}
