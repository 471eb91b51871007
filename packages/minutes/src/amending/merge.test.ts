// How several wishes for one clause are read together.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edited, editsOf, type TextEdit } from './edits.ts';
import { collisionsOf, mergedText, mergeOf, mergeOfEdits, rebaseOf, type Stretch } from './merge.ts';

const clause = '建立独立的投资决策和风险控制机制，防止以基金代替经营性补贴。';
const immune = '建立独立的投资决策和风险控制机制，明确尽职免责情形，防止以基金代替经营性补贴。';
const yearly = '建立独立的投资决策和风险控制机制，每年公开评估结果，防止以基金代替经营性补贴。';
const strict = '建立独立的投资决策和风险控制机制，严禁以基金代替经营性补贴。';
const sound = '建立健全独立的投资决策和风险控制机制，防止以基金代替经营性补贴。';

const wish = (id: string, text: string) => ({ id, text });

describe('wishes for one clause', () => {
  test('that are apart go together', () => {
    const merged = mergeOf(clause, [wish('zhang', immune), wish('li', sound)]);
    expect(collisionsOf(merged)).toEqual([]);
    expect(mergedText(merged)).toBe('建立健全独立的投资决策和风险控制机制，明确尽职免责情形，防止以基金代替经营性补贴。');
    expect(merged).toContainEqual({ kind: 'change', original: '', text: '明确尽职免责情形，', ids: ['zhang'] });
  });
  test('for different words at one place collide, also when both only add', () => {
    const merged = mergeOf(clause, [wish('zhang', immune), wish('li', yearly)]);
    expect(collisionsOf(merged)).toEqual([
      {
        kind: 'collision',
        original: '',
        readings: [
          { text: '明确尽职免责情形，', ids: ['zhang'] },
          { text: '每年公开评估结果，', ids: ['li'] },
        ],
      },
    ]);
    expect(mergedText(merged)).toBeNull();
    expect(mergedText(merged, ['明确尽职免责情形，每年公开评估结果，'])).toBe(
      '建立独立的投资决策和风险控制机制，明确尽职免责情形，每年公开评估结果，防止以基金代替经营性补贴。',
    );
  });
  test('collide where an addition meets a replacement', () => {
    const [collision] = collisionsOf(mergeOf(clause, [wish('zhang', immune), wish('wang', strict)]));
    expect(collision).toMatchObject({ original: '防止', readings: [{ text: '明确尽职免责情形，防止' }, { text: '严禁' }] });
  });
  test('that are the same are one, wished by both', () => {
    expect(mergeOf(clause, [wish('zhang', immune), wish('li', immune)])).toContainEqual({
      kind: 'change',
      original: '',
      text: '明确尽职免责情形，',
      ids: ['zhang', 'li'],
    });
  });
  test('of nobody, or for what stands, leave it', () => {
    expect(mergeOf(clause, [])).toEqual([{ kind: 'same', text: clause }]);
    expect(mergeOf(clause, [wish('zhang', clause)])).toEqual([{ kind: 'same', text: clause }]);
    expect(mergedText(mergeOf('', [wish('zhang', '新')]))).toBe('新');
  });
});

describe('a wish carried over to a revised clause', () => {
  test('stands beside a revision elsewhere', () => {
    expect(mergedText(rebaseOf(clause, immune, sound))).toBe(
      '建立健全独立的投资决策和风险控制机制，明确尽职免责情形，防止以基金代替经营性补贴。',
    );
  });
  test('collides with one at its place', () => {
    expect(collisionsOf(rebaseOf(clause, immune, yearly))).toHaveLength(1);
  });
  test('is no more than what stands when that says it already', () => {
    expect(mergedText(rebaseOf(clause, immune, immune))).toBe(immune);
  });
});

/** Edits of a text with at least one character between each two, dealt out among the wishers. */
const apart = fc.array(fc.record({ keep: fc.integer({ min: 1, max: 4 }), cut: fc.nat(3), add: fc.nat(3), who: fc.nat(2) }), {
  minLength: 1,
  maxLength: 6,
});

/** Whether so little stands between the edits beside this one that, made by one person or made already, they are read as one and this lies in it. */
const isWithin = (edits: readonly { readonly from: number; readonly to: number }[], place: number): boolean => {
  const [before, after] = [edits[place - 1], edits[place + 1]];
  return before !== undefined && after !== undefined && after.from - before.to <= 2;
};

/** Every character another one, so that a difference is where it was made. */
const letters = (length: number, from = 0x4e00): string => Array.from({ length }, (_, n) => String.fromCharCode(from + n)).join('');

test('wishes that are apart come to the same in any order (random)', () => {
  fc.assert(
    fc.property(apart, (course) => {
      let at = 0;
      const edits = course.flatMap(({ keep, cut, add, who }, place) => {
        const from = at + keep;
        at = from + cut;
        if (cut + add === 0) return [];
        return [{ from, to: at, text: letters(add, 0x6000 + place * 10), id: `w${who}` }];
      });
      fc.pre(edits.every((_, place) => !isWithin(edits, place)));
      const original = letters(at + 1);
      const whole = edited(original, edits);
      const ids = ['w0', 'w1', 'w2'];
      const wishes = ids.map((id) =>
        wish(
          id,
          edited(
            original,
            edits.filter((edit) => edit.id === id),
          ),
        ),
      );
      const merged = mergeOf(original, wishes);
      expect(collisionsOf(merged)).toEqual([]);
      expect(mergedText(merged)).toBe(whole);
      for (const order of [
        [0, 1, 2],
        [2, 1, 0],
        [1, 2, 0],
      ]) {
        const inTurn = order.reduce<string | null>((now, place) => {
          const { text } = wishes[place] ?? { text: original };
          return now === null ? null : mergedText(rebaseOf(original, text, now));
        }, original);
        expect(inTurn).toBe(whole);
      }
    }),
  );
});

/** Found by seed -1477063002. */
test('where somebody replaces the words on both sides of two that stay, an addition between those collides', () => {
  const merged = mergeOf('建立健全独立机制', [wish('zhang', '设置完善健全自主的体系'), wish('li', '建立健又全独立机制')]);
  expect(collisionsOf(merged)).toMatchObject([{ readings: [{ ids: ['zhang'] }, { ids: ['li'] }] }]);
});

const anyText = fc.string({ unit: fc.constantFrom(...'建立机制，防止。28人😀'), maxLength: 24 });

/** The text that one wisher asked for, read back out of what the wishes make together. */
function readBack(merged: readonly Stretch<string>[], id: string): string {
  return merged
    .map((one) => {
      if (one.kind === 'same') return one.text;
      if (one.kind === 'change') return one.ids.includes(id) ? one.text : one.original;
      return one.readings.find(({ ids }) => ids.includes(id))?.text ?? one.original;
    })
    .join('');
}

test('no wish is lost and none is joined unasked: each can be read back (random)', () => {
  fc.assert(
    fc.property(anyText, fc.array(anyText, { minLength: 1, maxLength: 4 }), (original, texts) => {
      const wishes = texts.map((text, place) => wish(`w${place}`, text));
      const merged = mergeOf(original, wishes);
      for (const { id, text } of wishes) expect(readBack(merged, id)).toBe(text);
      for (const { readings } of collisionsOf(merged)) {
        expect(readings.length).toBeGreaterThan(1);
        expect(new Set(readings.map(({ text }) => text)).size).toBe(readings.length);
      }
    }),
  );
});

test('edits that overlap or meet are always a collision unless they are the same (random)', () => {
  const edit: fc.Arbitrary<TextEdit> = fc
    .tuple(fc.nat(12), fc.nat(4), fc.constantFrom('', '甲', '乙'))
    .map(([from, length, text]) => ({ from, to: from + length, text }));
  fc.assert(
    fc.property(edit, edit, (one, other) => {
      const original = letters(20);
      const same = JSON.stringify(one) === JSON.stringify(other);
      const meet = one.from <= other.to && other.from <= one.to;
      const merged = mergeOfEdits(original, [
        { ...one, id: 'a' },
        { ...other, id: 'b' },
      ]);
      const alike = edited(original, [one]) === edited(original, [other]);
      expect(collisionsOf(merged).length).toBe(meet && !same && !alike ? 1 : 0);
    }),
  );
});

test('edits made in the text they were read from give the wished text (random)', () => {
  fc.assert(
    fc.property(anyText, anyText, (original, wished) => {
      expect(edited(original, editsOf(original, wished))).toBe(wished);
    }),
  );
});
