// Knows what a panel beside the text is given and who is shown it; not what any panel does.
import type { Editor } from '@tiptap/core';
import type { Attendee } from '@xieshang/meeting';
import type { ComponentType, LazyExoticComponent, RefObject } from 'react';
import type { ConvenedMeeting } from '../../live/index.ts';
import type { Desk } from '../editor/desk.ts';

/** The text as it is open on this page: the editor that shows it, and the document behind it. */
export interface OpenText {
  readonly editor: Editor;
  readonly desk: Desk;
}

export interface PanelProps {
  /** Null until the text is there, and again while it begins anew. */
  readonly open: OpenText | null;
  readonly documentId: string;
  /** Whether this person may write in the text now. */
  readonly editable: boolean;
  /** Holds the title and the sheet; for jumping to what stands there. */
  readonly place: RefObject<HTMLElement | null>;
  /** How often its keys called this panel from the text; 0 while it was only opened by its tab. Its first field takes the focus. */
  readonly called: number;
}

export interface AroundProps extends Omit<PanelProps, 'called'> {
  /** Opens the tab. */
  readonly onOpen: () => void;
  /** What stands at the tab: a short text and how it is read out; null for nothing. */
  readonly onBadge: (badge: Badge | null) => void;
}

export interface Badge {
  readonly text: string;
  readonly spoken: string;
  /** Something here waits for this person. */
  readonly calls: boolean;
}

export interface Panel {
  readonly id: string;
  readonly name: string;
  /** The letter that calls it, with Ctrl or ⌘, while the text has the focus. */
  readonly letter?: string;
  readonly Body: LazyExoticComponent<ComponentType<PanelProps>>;
  /** What there is of it also while its tab is closed: marks in the text, acts where one stands in it. */
  readonly Around?: LazyExoticComponent<ComponentType<AroundProps>>;
  /** Who has the tab; the server decides what it may show. */
  readonly shown: (meeting: ConvenedMeeting, viewer: Attendee) => boolean;
}
