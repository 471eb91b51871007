// Knows the page that says in plain words what can be seen of a secret vote, by whom and when; knows no meeting.
import apart from '../apart/apart.module.css';
import { Card } from '../ui/Card.tsx';
import { LargeTextSwitch } from '../ui/LargeTextSwitch.tsx';
import { SkipLink } from '../ui/SkipLink.tsx';
import { common } from '../words/zh/common.ts';
import { whoSeesWords as words, type Seen } from '../words/zh/who-sees.ts';
import look from './secret-vote.module.css';

const custodies = ['server', 'scrutineers'] as const;
const levels = ['hash', 'tag'] as const;
const phases = ['before', 'during', 'after'] as const;

/** `/secret-vote`: for everybody, without signing in. */
export function WhoSees() {
  return (
    <>
      <title>{`${words.title} · ${common.product}`}</title>
      <SkipLink />
      <header className={`${apart['head']} no-print`}>
        <button type="button" className={apart['back']} onClick={() => (history.length > 1 ? history.back() : location.assign('/'))}>
          <span aria-hidden="true">‹</span>
          {common.back}
        </button>
        <LargeTextSwitch />
      </header>
      <main id="main" tabIndex={-1} className={apart['body']}>
        <h1>{words.title}</h1>
        <p className={apart['lead']}>{words.lead}</p>
        <Card>
          <h2>{words.always}</h2>
          <Points points={words.alwaysPoints} />
        </Card>
        {custodies.map((custody) => (
          <Card key={custody}>
            <h2>{words.custody[custody]}</h2>
            <p>{words.custodySaid[custody]}</p>
            {[...words.seen[custody], ...words.seen.everyone].map((seen) => (
              <SeenBy key={seen.who} seen={seen} />
            ))}
          </Card>
        ))}
        <Card>
          <h2>{words.receipts}</h2>
          {levels.map((level) => (
            <section key={level} className={look['part']}>
              <h3>{words.levels[level]}</h3>
              <Points points={words.levelSaid[level]} />
            </section>
          ))}
        </Card>
        <Card tone="next">
          <h2>{words.limits}</h2>
          <Points points={words.limitPoints} />
        </Card>
      </main>
    </>
  );
}

const Points = ({ points }: { readonly points: readonly string[] }) => (
  <ul className={look['points']}>
    {points.map((point) => (
      <li key={point}>{point}</li>
    ))}
  </ul>
);

const SeenBy = ({ seen }: { readonly seen: Seen }) => (
  <section className={look['part']}>
    <h3>{seen.who}</h3>
    <dl className={look['seen']}>
      {phases.map((phase) => (
        <div key={phase}>
          <dt>{words.phases[phase]}</dt>
          <dd>{seen[phase]}</dd>
        </div>
      ))}
    </dl>
  </section>
);
