// Knows how the moderator's and the secretary's room is laid out and which place is open; each place knows its own acts.
import { QueryClientProvider } from '@tanstack/react-query';
import { isRehearsal, type PersonId } from '@xieshang/meeting';
import { useEffect, useRef, useState } from 'react';
import { createQueries } from '../../http/queries.ts';
import { useMeeting } from '../../live/index.ts';
import { useLargeText } from '../../ui/large-text.ts';
import { SkipLink } from '../../ui/SkipLink.tsx';
import { amendmentWords } from '../../words/zh/amendments.ts';
import { officeElectionWords } from '../../words/zh/office-elections.ts';
import { officeVoteWords } from '../../words/zh/office-vote.ts';
import { screenWords } from '../../words/zh/screens.ts';
import { officeWords as words } from '../../words/zh/office.ts';
import { electionOpen } from '../shared/elections.ts';
import { motionsAt } from '../shared/scene.ts';
import { ways } from '../room-at.ts';
import { AmendmentsPlace } from './amendments/AmendmentsPlace.tsx';
import { AsidesBegun } from './aside/begun.ts';
import { ElectionsPlace } from './election/ElectionsPlace.tsx';
import { OpenPlace } from './ElsewhereCard.tsx';
import { HallPlace } from './HallPlace.tsx';
import { JottingsOfRoom } from './jottings/JottingsOfRoom.tsx';
import { OfficeHeader } from './OfficeHeader.tsx';
import look from './OfficeRoom.module.css';
import { KeysButton } from './KeysDialog.tsx';
import { MaterialsPlace } from './papers/MaterialsPlace.tsx';
import { RecommendationsPlace } from './papers/RecommendationsPlace.tsx';
import { Places } from './Places.tsx';
import { RehearsalBar } from './practice/RehearsalBar.tsx';
import { RollPlace } from './roll/RollPlace.tsx';
import { stageIdNow } from '../shared/stage-now.ts';
import { ScreensBadge } from './screens/ScreensBadge.tsx';
import { ScreensPlace } from './screens/ScreensPlace.tsx';
import { StageColumn } from './StageColumn.tsx';
import { VotePlace } from './vote/VotePlace.tsx';

const places = {
  hall: HallPlace,
  vote: VotePlace,
  elections: ElectionsPlace,
  roll: RollPlace,
  recommendations: RecommendationsPlace,
  amendments: AmendmentsPlace,
  materials: MaterialsPlace,
  screens: ScreensPlace,
};
export type Place = keyof typeof places;

/** The place that an address names: …/meeting/demo#vote */
const named = (hash: string): Place | null => {
  const id = hash.slice(1);
  return Object.hasOwn(places, id) ? (id as Place) : null;
};

/** A new stage opens the place it is about, an open vote shows itself; what the hand has opened stays until then. */
function usePlace(): readonly [Place, (place: Place) => void] {
  const meeting = useMeeting();
  const [place, setPlace] = useState<Place>(() => named(location.hash) ?? 'hall');
  /** What the address names stays open until something new begins. */
  const first = useRef(named(location.hash) !== null);
  const stage = stageIdNow(meeting);
  const voting = motionsAt(meeting, 'voting').length + motionsAt(meeting, 'objection').length > 0;
  useEffect(() => {
    if (first.current) first.current = false;
    else setPlace(stage === 'voting' ? 'vote' : 'hall');
  }, [stage]);
  useEffect(() => {
    if (voting) setPlace('vote');
  }, [voting]);
  const electing = electionOpen(meeting) !== undefined;
  useEffect(() => {
    if (electing) setPlace('elections');
  }, [electing]);
  // A pause is ended where it is shown.
  const paused = meeting.phase === 'suspended';
  useEffect(() => {
    if (paused) setPlace('hall');
  }, [paused]);
  return [place, setPlace];
}

export default function OfficeRoom() {
  // The room may have been opened without the pages around it, which keep answers of their own.
  const [queries] = useState(() => createQueries(() => location.assign(ways.signIn(location.pathname))));
  const [asidesBegun] = useState(() => new Map<PersonId, string>());
  return (
    <QueryClientProvider client={queries}>
      <JottingsOfRoom>
        <AsidesBegun value={asidesBegun}>
          <Room />
        </AsidesBegun>
      </JottingsOfRoom>
    </QueryClientProvider>
  );
}

function Room() {
  const meeting = useMeeting();
  const [place, setPlace] = usePlace();
  const large = useLargeText();
  const rehearsal = isRehearsal(meeting.notice);
  const Shown = places[place];
  const voting = motionsAt(meeting, 'voting').length + motionsAt(meeting, 'objection').length;
  const electing = electionOpen(meeting) !== undefined;
  // Large text needs more room than one screen has.
  const oneScreen = place === 'hall' && (meeting.phase === 'inSession' || meeting.phase === 'suspended') && !large;
  const undecided = Object.values(meeting.amendments).filter(({ standing }) => standing.phase === 'open').length;
  return (
    <div className={look['room']} data-cockpit={oneScreen || undefined}>
      <SkipLink />
      <OfficeHeader />
      {rehearsal && <RehearsalBar />}
      <div className={look['body']}>
        <div className={look['side']}>
          <StageColumn />
          <KeysButton />
        </div>
        <main id="main" tabIndex={-1} className={look['main']}>
          <Places
            label={words.places}
            open={place}
            onOpen={setPlace}
            places={[
              { id: 'hall', name: words.place.hall },
              { id: 'vote', name: words.place.vote, badge: voting > 0 ? officeVoteWords.running : undefined },
              { id: 'elections', name: words.place.elections, badge: electing ? officeElectionWords.state.open : undefined },
              { id: 'roll', name: words.place.roll },
              { id: 'recommendations', name: words.place.recommendations },
              { id: 'amendments', name: amendmentWords.place, badge: undecided > 0 ? amendmentWords.undecided(undecided) : undefined },
              { id: 'materials', name: words.place.materials },
              { id: 'screens', name: screenWords.place, badge: <ScreensBadge /> },
            ]}
          >
            <OpenPlace value={setPlace}>
              <Shown />
            </OpenPlace>
          </Places>
        </main>
      </div>
    </div>
  );
}
