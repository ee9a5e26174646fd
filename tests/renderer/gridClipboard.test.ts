import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockToHtml, blockToText, layOut, parseBlock } from '../../src-renderer/grid/clipboard.ts';

describe('blocks from spreadsheets', () => {
  test('Excel ends every row, the last one too', () => expect(parseBlock('453\t316\r\n545\t361\r\n')).toEqual([['453', '316'], ['545', '361']]));
  test('LibreOffice parts rows with a bare line feed', () => expect(parseBlock('453\t316\n545\t361')).toEqual([['453', '316'], ['545', '361']]));
  test('a cell of two lines stands in quotes, its own quotes doubled', () =>
    expect(parseBlock('"терцентр\n""Надія"""\t5\r\nССД\t6\r\n')).toEqual([['терцентр\n"Надія"', '5'], ['ССД', '6']]));
  test('a name in bare quotes keeps them and swallows nothing', () => {
    expect(parseBlock('"Надія" ЦНСП\t5\r\nБ\t6\r\n')).toEqual([['"Надія" ЦНСП', '5'], ['Б', '6']]);
    expect(parseBlock('"Надія"\t5\r\nБ\t6\r\n')).toEqual([['"Надія"', '5'], ['Б', '6']]);
    expect(parseBlock('"без кінця\t5\r\nБ\t6')).toEqual([['"без кінця', '5'], ['Б', '6']]);
  });
  test('empty cells and rows of different length stay', () => expect(parseBlock('1\t\t3\r\n\r\n4\r\n')).toEqual([['1', '', '3'], [''], ['4']]));
  test('one empty cell', () => expect(parseBlock('')).toEqual([['']]));

  test('what is copied is read back', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '"', '\n', '\t', ' ', 'ї'), maxLength: 6 });
    fc.assert(fc.property(fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 })), (block) => {
      const text = blockToText(block);
      fc.pre(!(block.length > 1 && block.at(-1)?.join('') === '' && block[0]?.length === 1));
      expect(parseBlock(text)).toEqual(block);
    }));
  });
  test('HTML is escaped', () => expect(blockToHtml([['<b>', 'a&b\nc']])).toContain('<tr><td>&lt;b&gt;</td><td>a&amp;b<br>c</td></tr>'));
});

describe('laying a block out', () => {
  test('a single value fills the selection', () => expect(layOut([['5']], 2, 3)).toEqual([['5', '5', '5'], ['5', '5', '5']]));
  test('a block that divides the selection repeats', () => expect(layOut([['1', '2']], 3, 4)).toEqual([['1', '2', '1', '2'], ['1', '2', '1', '2'], ['1', '2', '1', '2']]));
  test('any other block is laid once', () => expect(layOut([['1'], ['2']], 1, 1)).toEqual([['1'], ['2']]));
  test('short rows are filled with "not known"', () => expect(layOut([['1', '2'], ['3']], 1, 1)).toEqual([['1', '2'], ['3', '']]));
});
