// Knows what stands beneath the next step, one sheet on top: jottings, speaking time, pulses; not what they hold.
import { useEffect, useRef, useState } from 'react';
import { useMeeting } from '../../live/index.ts';
import { Card } from '../../ui/Card.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { jottingWords } from '../../words/zh/jottings.ts';
import { officeWords as words } from '../../words/zh/office.ts';
import { pulseWords } from '../../words/zh/pulse.ts';
import { closedPulses } from '../shared/pulses.ts';
import look from './Beside.module.css';
import { Jottings } from './jottings/Jottings.tsx';
import { useJottings } from './jottings/JottingsOfRoom.tsx';
import { PulseBoard } from './pulse/PulseBoard.tsx';
import { SpeakingTimes } from './SpeakingTimes.tsx';

export function Beside() {
  const closed = closedPulses(useMeeting()).length;
  const { jottings } = useJottings();
  const [open, setOpen] = useState('jottings');
  const before = useRef(closed);
  useEffect(() => {
    // What has just been counted is what everybody wants to see.
    if (closed > before.current) setOpen('pulses');
    before.current = closed;
  }, [closed]);
  const left = jottings?.filter(({ standing }) => standing.phase === 'open').length ?? 0;
  return (
    <Card className={look['beside'] ?? ''} aria-label={words.beside}>
      <Tabs
        label={words.beside}
        open={open}
        onOpen={setOpen}
        tabs={[
          {
            id: 'jottings',
            label: left > 0 ? `${jottingWords.name} ${left}` : jottingWords.name,
            panel: <Jottings />,
          },
          { id: 'times', label: words.speakingTimes, panel: <SpeakingTimes /> },
          { id: 'pulses', label: pulseWords.pulse, panel: <PulseBoard /> },
        ]}
      />
    </Card>
  );
}
