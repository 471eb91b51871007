// Knows how a long title is broken by sense: after its marks, not inside its words.
import { Fragment } from 'react';

/** The phrases of a text, each with the mark it ends with. */
export const phrasesOf = (text: string): readonly string[] => text.split(/(?<=[、，。；：”）])/u);

/** For places styled `word-break: keep-all`, with `overflow-wrap: anywhere` for a phrase longer than the line. */
export function Phrases({ text }: { readonly text: string }) {
  return phrasesOf(text).map((phrase, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {phrase}
    </Fragment>
  ));
}
