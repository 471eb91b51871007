// Knows how the desk is laid out: head with save state and steps, outline, paper, cards. The text itself is the editor's.
import { mayWriteMinutes } from '@xieshang/meeting';
import { useQuery } from '@tanstack/react-query';
import { DocumentsMenu } from '../documents/DocumentsMenu.tsx';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { messageOf } from '../http/client.ts';
import { committeeQuery, meetingQuery, minutesQuery } from '../http/queries.ts';
import { useMeeting, useViewer } from '../live/index.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorPanel, Loading } from '../ui/states.tsx';
import { defaultZone } from '../words/time.ts';
import { minutesWords as words } from '../words/zh/minutes.ts';
import { Countersigners } from './Countersigners.tsx';
import { Course } from './Course.tsx';
import look from './Desk.module.css';
import type { SaveState as State } from './editor/save-state.ts';
import { EditorGuard } from './EditorGuard.tsx';
import { ExportWord } from './ExportWord.tsx';
import { MinutesHeader } from './MinutesHeader.tsx';
import { NextCard } from './NextCard.tsx';
import { coursePanel, Panels } from './panels/Panels.tsx';
import type { OpenText } from './panels/panel.ts';
import { usePanelKeys } from './panels/use-panel-keys.ts';
import { Phrases } from './Phrases.tsx';
import { SaveState } from './SaveState.tsx';
import { Steps } from './Steps.tsx';
import { useHeadHeight } from './use-head-height.ts';
import { useReadingOnly } from './reading-only.ts';
import { Writers } from './Writers.tsx';

const Editor = lazy(() => import('./editor/index.tsx'));
const Outline = lazy(() => import('./Outline.tsx'));
const DraftOffer = lazy(() => import('./panels/draft/Offer.tsx'));
const MentionLine = lazy(() => import('./panels/remarks/MentionLine.tsx'));

interface DeskProps {
  /** The right to the draft is over; the desk is still here for the text that is nowhere else. */
  readonly ended: boolean;
  /** Told whether this page holds text that is not on disk. */
  readonly onUnsaved: (unsaved: boolean) => void;
  readonly onLeave: () => void;
}

export default function Desk({ ended, onUnsaved, onLeave }: DeskProps) {
  const meeting = useMeeting();
  const viewer = useViewer();
  const { notice, minutes } = meeting;
  const [save, setSave] = useState<State | null>(null);
  const [people, setPeople] = useState<readonly string[]>([]);
  const [open, setOpen] = useState<OpenText | null>(null);
  const [panel, setPanel] = useState(coursePanel);
  const [call, onKeyDown] = usePanelKeys(setPanel);
  const place = useRef<HTMLDivElement>(null);
  const side = useRef<HTMLDivElement>(null);
  const choosePanel = useCallback((id: string) => {
    setPanel(id);
    // Where the panels stand below the text, one that was asked for from above is brought up.
    requestAnimationFrame(() => {
      if (side.current && side.current.getBoundingClientRect().top > innerHeight * 0.8) side.current.scrollIntoView({ block: 'start' });
    });
  }, []);
  const openRemarks = useCallback(() => choosePanel('remarks'), [choosePanel]);
  const [head, below] = useHeadHeight();
  const about = useQuery(meetingQuery(notice.meeting));
  const { data: committee } = useQuery(committeeQuery);
  const titled = useQuery({ ...minutesQuery(notice.meeting, 'title'), enabled: !ended });
  const mayWrite = mayWriteMinutes(meeting, viewer.person);
  const [readingOnly, setReadingOnly] = useReadingOnly(notice.meeting);
  const editable = mayWrite && !readingOnly;
  const [wrote, setWrote] = useState(false);
  useEffect(() => {
    if (mayWrite) setWrote(true);
  }, [mayWrite]);
  const onDisk = save?.onDisk ?? true;
  const unsaved = wrote && !onDisk;
  useEffect(() => {
    if (!ended) onUnsaved(unsaved);
  }, [ended, unsaved, onUnsaved]);

  return (
    <div className={look['page']} style={below}>
      <div ref={head} className={look['top']}>
        <MinutesHeader
          acts={
            !ended && (
              <>
                {(viewer.role === 'secretary' || viewer.role === 'moderator') && (
                  <>
                    <DocumentsMenu meeting={notice.meeting} />
                    <ExportWord />
                  </>
                )}
                <Steps own={save?.line === 'refused' ? 'refused' : onDisk ? 'onDisk' : 'underWay'} open={open} />
              </>
            )
          }
        >
          {save && <SaveState state={save} editable={editable} />}
          {people.length > 0 && (
            <span className="muted" title={people.join('、')}>
              {words.here(people)}
            </span>
          )}
        </MinutesHeader>
      </div>
      <main id="main" tabIndex={-1} className={look['body']} data-panel={panel === coursePanel ? undefined : panel}>
        <div className={`${look['outline']} no-print`}>
          <Suspense>
            <Outline place={place} />
          </Suspense>
        </div>
        <div className={look['paper']} ref={place} onKeyDown={onKeyDown}>
          <h2 className={look['title']}>
            <Phrases text={titled.data?.manuscript.title ?? notice.topic} />
          </h2>
          {about.isPending && <Loading />}
          {about.error && !about.data && <ErrorPanel onRetry={() => void about.refetch()}>{messageOf(about.error)}</ErrorPanel>}
          {about.data && (
            <EditorGuard>
              <Suspense fallback={<Loading />}>
                <Editor
                  documentId={about.data.minutesDocument}
                  meeting={meeting}
                  zone={committee?.zone ?? defaultZone}
                  me={{ account: viewer.person, name: viewer.name }}
                  mayWrite={mayWrite}
                  readingOnly={readingOnly}
                  onReadingOnly={setReadingOnly}
                  onSaveState={setSave}
                  onPeople={setPeople}
                  onOpen={setOpen}
                />
              </Suspense>
            </EditorGuard>
          )}
        </div>
        <div className={`${look['beside']} no-print`}>
          <div className={look['next']}>
            {wrote && !mayWrite && (
              <div role="status" className={look['ended']}>
                <p>{words.cameToAnEnd[minutes.phase]}</p>
                {ended && <p>{words.keptBelow}</p>}
                {ended && (
                  <Button kind="primary" onClick={onLeave}>
                    {minutes.phase === 'issued' ? words.read : words.leaveDesk}
                  </Button>
                )}
              </div>
            )}
            {!ended && <NextCard />}
            {!ended && viewer.role === 'secretary' && panel !== 'draft' && (
              <Boundary broken={null}>
                <Suspense>
                  <DraftOffer open={open} editable={editable} onSee={() => setPanel('draft')} />
                </Suspense>
              </Boundary>
            )}
            {!ended && about.data && (
              <Boundary broken={null}>
                <Suspense>
                  <MentionLine documentId={about.data.minutesDocument} onOpen={openRemarks} />
                </Suspense>
              </Boundary>
            )}
          </div>
          <div ref={side} className={look['side']}>
            <Panels
              open={open}
              documentId={about.data?.minutesDocument ?? ''}
              editable={editable}
              place={place}
              call={call}
              chosen={panel}
              onChoose={choosePanel}
            >
              <div className={look['course']}>
                <Writers />
                <Countersigners />
                <Course />
              </div>
            </Panels>
          </div>
        </div>
      </main>
    </div>
  );
}
