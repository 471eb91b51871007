// Knows who can be tried out in the demo committee; nothing of real ones.
import { Button } from '../ui/Button.tsx';
import { signInWords } from '../words/zh/sign-in.ts';
import look from './Door.module.css';

export function DemoPeople({ onChoose }: { readonly onChoose: (account: string) => void }) {
  return (
    <section>
      <h2>{signInWords.demoTitle}</h2>
      <ul className={look['people']}>
        {signInWords.demoPeople.map(({ account, part }) => (
          <li key={account}>
            <Button className={look['person'] ?? ''} onClick={() => onChoose(account)}>
              <span>{part}</span>
              <span className="small muted">{account}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p className="small muted">{signInWords.demoHint}</p>
    </section>
  );
}
