// Knows how it reads that somebody declared a reservation (声明保留), as a list; not how the vote went.
import { attendeeOf } from '@xieshang/meeting';
import type { Outcome } from '../figures.ts';
import { chinese } from '../numbering.ts';
import type { Held } from '../sources.ts';
import { figure, name, withFigures, type Sentence } from './passage.ts';
import { voteFact } from './vote-parts.ts';

/** 表决后，有委员声明保留：（一）第4条，张委员声明保留，认为“基金规模应当先论证”。（二）…… */
export function reservationSentences(meeting: Held, voted: readonly Outcome[]): readonly Sentence[] {
  const all = voted.flatMap((one) => (one.last?.reservations ?? []).map((reservation) => ({ one, reservation })));
  return all.map(({ one, reservation: { person, note } }, place) => {
    const said = note
      .trim()
      .replace(/[。；，]+$/, '')
      .replaceAll('“', '‘')
      .replaceAll('”', '’');
    return {
      parts: [
        `${place === 0 ? '表决后，有委员声明保留：' : ''}（${chinese(place + 1)}）第`,
        figure('条次', one.number),
        '条，',
        name('声明保留人', attendeeOf(meeting.roll, person)?.name ?? '原参会人员'),
        '声明保留',
        ...(said === '' ? [] : ['，认为“', ...withFigures(said, '保留意见'), '”']),
        '。',
      ],
      sources: [voteFact(one)],
      record: '表决记录',
    };
  });
}
