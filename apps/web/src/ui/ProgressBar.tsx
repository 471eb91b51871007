// Knows a share of a whole drawn as a bar; not what is measured.
import look from './ProgressBar.module.css';

interface ProgressBarProps {
  /** 0–1; outside that it is drawn full or empty. */
  readonly share: number;
  readonly label: string;
  readonly tone?: 'jade' | 'amber' | 'seal';
  readonly thick?: boolean;
  /** What is said instead of a percentage. */
  readonly text?: string;
}

export function ProgressBar({ share, label, tone = 'jade', thick = false, text }: ProgressBarProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(percent)}
      aria-valuetext={text}
      className={thick ? `${look['trough']} ${look['thick']}` : look['trough']}
    >
      <div className={tone === 'jade' ? look['fill'] : `${look['fill']} ${look[tone]}`} style={{ width: `${percent}%` }} />
    </div>
  );
}
