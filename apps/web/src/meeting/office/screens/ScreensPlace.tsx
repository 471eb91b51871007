// Knows the place where the office sees the screens of the house and puts something on one of them; keeps which one is chosen.
import { mainScreen, openElections, openMotions } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { screenWords as words } from '../../../words/zh/screens.ts';
import { SceneChoice } from './SceneChoice.tsx';
import { ScreenList } from './ScreenList.tsx';
import look from './screens.module.css';

export function ScreensPlace() {
  const { screens, motions, elections } = useMeeting();
  const [wished, setWished] = useState(mainScreen);
  const chosen = screens.find(({ name }) => name === wished) ?? screens[0];
  const voting = openMotions(motions).length + openElections(elections).length > 0;
  if (!chosen) return null;
  return (
    <div className={look['place']}>
      <ScreenList chosen={chosen.name} onChoose={setWished} />
      <div className="stack">
        {voting && chosen.name === mainScreen && (
          <p role="status" className={look['held']}>
            {words.votingHolds}
          </p>
        )}
        <SceneChoice key={chosen.name} screen={chosen} />
      </div>
    </div>
  );
}
