// Knows the list of remarks beside the text: which are shown, in which order, and what is being written; not how one of them is drawn.
import { mayRemark, openOf, type Found, type Remark, type RemarkId } from '@xieshang/minutes';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { api } from '../../../http/api.ts';
import { useMeeting, useViewer } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { ErrorPanel, Loading } from '../../../ui/states.tsx';
import { remarkWords as words } from '../../../words/zh/remarks.ts';
import type { PanelProps } from '../panel.ts';
import { Composer } from './Composer.tsx';
import { keys } from './keys.ts';
import { bringIntoView, takeSelected, usePlaces } from './places.ts';
import { RemarkCard } from './RemarkCard.tsx';
import look from './Remarks.module.css';
import { actsOn, useStage, type Shown } from './stage.ts';
import { useRemarks } from './use-remarks.ts';
import { useNarrow } from './use-narrow.ts';

/** More would be slow to draw; the rest is one press away. */
const shownAtOnce = 40;
const kindsShown: readonly Shown[] = ['open', 'mine', 'all'];

export default function RemarksPanel({ open, documentId, editable }: PanelProps) {
  const meeting = useMeeting();
  const { person } = useViewer();
  const { remarks, unseen, failed, refresh } = useRemarks();
  const stage = useStage(documentId);
  const acts = actsOn(documentId);
  const { warn } = useNotices();
  const narrow = useNarrow();
  const [limit, setLimit] = useState(shownAtOnce);
  const all = useMemo(() => [...(remarks?.values() ?? [])], [remarks]);
  const places = usePlaces(open, all);
  const lists: Readonly<Record<Shown, readonly Remark[]>> = {
    open: remarks ? openOf(remarks) : [],
    mine: all.filter((remark) => [remark, ...remark.replies].some(({ by, mentions }) => by !== person && mentions.includes(person))),
    all,
  };
  const list = inOrder(lists[stage.shown], places);
  const focused = stage.focus?.id;
  const place = list.findIndex(({ id }) => id === focused);
  useEffect(() => {
    // What is looked for from the text is shown, whatever was chosen before.
    if (focused !== undefined && place < 0 && all.some(({ id }) => id === focused)) actsOn(documentId).show('all');
    if (place >= limit) setLimit(place + 1);
  }, [focused, place, limit, all, documentId]);
  const onSeen = useCallback(
    (seqs: readonly number[]) => void api.seeRemarks(meeting.notice.meeting, seqs).then(refresh, () => undefined),
    [meeting.notice.meeting, refresh],
  );

  if (failed) return <ErrorPanel title={words.failed} onRetry={refresh} />;
  if (!remarks) return <Loading />;
  const may = mayRemark(meeting, person);
  const begin = (kind: 'comment' | 'suggestion') => {
    if (!open) return warn(words.textNotHere);
    const taken = takeSelected(open, kind);
    if (taken.ok) acts.begin({ kind, anchor: taken.anchor });
    else warn(taken.why);
  };
  return (
    <section className={look['panel']} aria-label={words.panel}>
      <div className={look['head']}>
        {may && !stage.draft && (
          <>
            <div className="row">
              <Button size="small" onClick={() => begin('comment')}>
                {words.commentSelected}
              </Button>
              <Button size="small" onClick={() => begin('suggestion')}>
                {words.suggestSelected}
              </Button>
            </div>
            {!narrow && <p className="small muted">{words.keys(keys.comment.shown, keys.suggest.shown)}</p>}
          </>
        )}
        <div className={look['filters']} role="group" aria-label={words.show}>
          {kindsShown.map((shown) => (
            <button key={shown} type="button" aria-pressed={stage.shown === shown} onClick={() => acts.show(shown)}>
              {words.shownCount(words.shown[shown], lists[shown].length)}
            </button>
          ))}
        </div>
      </div>
      {stage.draft && !narrow && (
        <Composer documentId={documentId} draft={stage.draft} onDone={() => open?.editor.view.focus()}>
          <h3>{stage.draft.kind === 'comment' ? words.newComment : words.newSuggestion}</h3>
        </Composer>
      )}
      {list.length === 0 && <p className="muted">{may ? words.none[stage.shown] : words.noneReadOnly}</p>}
      <div className={look['list']}>
        {list.slice(0, limit).map((remark) => (
          <RemarkCard
            key={remark.id}
            remark={remark}
            found={places?.get(remark.id)}
            open={open}
            documentId={documentId}
            rights={{ remark: may, write: may && editable }}
            unseen={unseen}
            onSeen={onSeen}
            looked={stage.focus?.id === remark.id ? stage.focus.times : null}
            onJump={() => {
              const found = places?.get(remark.id);
              acts.look(remark.id);
              if (open && found && found.kind !== 'gone') bringIntoView(open, found);
            }}
          />
        ))}
      </div>
      {list.length > limit && (
        <Button size="small" kind="quiet" wide onClick={() => setLimit(limit + shownAtOnce)}>
          {words.more(list.length - limit)}
        </Button>
      )}
    </section>
  );
}

/** As their passages follow in the text; those without one at the end, as they were begun. */
function inOrder(remarks: readonly Remark[], places: ReadonlyMap<RemarkId, Found> | null): readonly Remark[] {
  const at = ({ id }: Remark): number => {
    const found = places?.get(id);
    return found && found.kind !== 'gone' ? found.from : Number.MAX_SAFE_INTEGER;
  };
  return remarks.toSorted((one, other) => at(one) - at(other) || one.seq - other.seq);
}
