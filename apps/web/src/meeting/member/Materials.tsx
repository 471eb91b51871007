// Knows the papers of the meeting as a member reads them: recommendations, then the files; needs no download.
import type { Material } from '@xieshang/meeting';
import { useEffect, useState } from 'react';
import { useMeeting } from '../../live/index.ts';
import { materialWay } from '../../materials/material-way.ts';
import { SecrecyTag } from '../../materials/SecrecyTag.tsx';
import { buttonLook, Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { memberWords as words } from '../../words/zh/member.ts';
import { shownAs } from './materials-shown.ts';
import { MyAmendments } from './AmendmentsLater.tsx';
import { Recommendations } from './Recommendations.tsx';
import look from './Now.module.css';

export function Materials() {
  const { agenda, notice } = useMeeting();
  return (
    <>
      <Card>
        <h2>{words.materials}</h2>
        {agenda.materials.length === 0 && <p className="muted">{words.materialsNone}</p>}
        <ul className={look['materials']}>
          {agenda.materials.map((material) => (
            <MaterialLine key={material.materialId} material={material} address={materialWay(notice.meeting, material)} />
          ))}
        </ul>
      </Card>
      <Card>
        <h2>{words.recommendations}</h2>
        <Recommendations />
      </Card>
      <MyAmendments />
    </>
  );
}

function MaterialLine({ material, address }: { readonly material: Material; readonly address: string }) {
  const [open, setOpen] = useState(false);
  // A guarded one is read on a page of its own, under the reader's mark.
  const shown = material.secrecy === undefined ? shownAs(material.mime) : 'page';
  return (
    <li>
      <div className="spread">
        <span className="grow">
          {material.name} <SecrecyTag secrecy={material.secrecy} />
        </span>
        {shown === 'picture' || shown === 'text' ? (
          <Button aria-expanded={open} aria-label={`${open ? words.fold : words.open} ${material.name}`} onClick={() => setOpen(!open)}>
            {open ? words.fold : words.open}
          </Button>
        ) : (
          <a className={buttonLook()} href={address} target="_blank" rel="noreferrer" aria-label={`${words.open} ${material.name}`}>
            {words.open}
          </a>
        )}
      </div>
      {shown === 'elsewhere' && <p className="small muted">{words.office}</p>}
      {open && shown === 'picture' && <img className={look['picture']} src={address} alt={material.name} />}
      {open && shown === 'text' && <TextInside address={address} />}
    </li>
  );
}

function TextInside({ address }: { readonly address: string }) {
  const [text, setText] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const leaving = new AbortController();
    fetch(address, { signal: leaving.signal, credentials: 'same-origin' })
      .then(async (response) => (response.ok ? setText(await response.text()) : setFailed(true)))
      .catch(() => leaving.signal.aborted || setFailed(true));
    return () => leaving.abort();
  }, [address]);
  if (failed) return <p role="alert">{words.unreadable}</p>;
  return text === null ? <p className="muted">…</p> : <pre className={look['text']}>{text}</pre>;
}
