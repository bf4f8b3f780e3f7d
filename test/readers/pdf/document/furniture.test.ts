import assert from 'node:assert/strict';
import { furnitureOf } from '../../../../src/readers/pdf/document/furniture.ts';
import { chunkOf } from '../../../../src/readers/pdf/layout/chunks.ts';
import { textOf } from '../../../../src/readers/pdf/layout/lineText.ts';
import { textRun } from '../../../support/textRun.ts';

/** Pages 800 points high, each with lines of text by their heights. */
function furnitureIn(pages: Record<number, string>[]) {
  const { reasons, numbers } = furnitureOf(
    pages.map((lines, page) => ({
      page,
      width: 600,
      height: 800,
      chunks: Object.entries(lines).map(([y, text]) => chunkOf([textRun(text, 60, Number(y))])),
    })),
  );
  return {
    found: [...reasons].map(([{ runs }, reason]) => `${reason}: ${textOf(runs)}`),
    numbers: [...numbers.values()],
  };
}

describe('furnitureOf', () => {
  it('finds heads that repeat on odd and even pages, and numbers that count', () => {
    const { found, numbers } = furnitureIn([
      { 40: 'Water in common', 200: 'The first page.', 770: '5' },
      { 40: 'Part one', 200: 'The second page.', 770: '6' },
      { 40: 'Water in common', 200: 'The third page.', 770: '7' },
      { 40: 'Part one', 200: 'The fourth page.', 770: '8' },
    ]);
    assert.deepEqual(numbers, ['5', '6', '7', '8']);
    assert.deepEqual(found.filter((each) => each.startsWith('running')).sort(), [
      'running head: Part one',
      'running head: Part one',
      'running head: Water in common',
      'running head: Water in common',
    ]);
  });

  it('knows the same line by other numbers in it, and what stands beside a page number', () => {
    const { found } = furnitureIn([
      { 770: 'Page 1 of 3', 200: 'One.' },
      { 770: 'Page 2 of 3', 200: 'Two.' },
      { 770: 'Page 3 of 3', 200: 'Three.' },
    ]);
    assert.deepEqual(
      found,
      ['Page 1 of 3', 'Page 2 of 3', 'Page 3 of 3'].map((text) => `page number: ${text}`),
    );
  });

  it('knows the number of a first page that stands alone in another place', () => {
    const pages = [
      { 90: '5', 200: 'The first page.', 770: 'Printed in May' },
      { 40: '6', 200: 'The second page.' },
      { 40: '7', 200: 'The third page.' },
      { 40: '8', 200: 'The fourth page.' },
    ];
    assert.deepEqual(furnitureIn(pages).numbers, ['6', '7', '8', '5']);
    const under = [{ 60: 'Gauges by river', ...pages[0] }, ...pages.slice(1)];
    assert.deepEqual(furnitureIn(under).numbers, ['6', '7', '8']);
  });

  it('leaves what repeats in the midst of pages, and numbers that do not count', () => {
    const { found, numbers } = furnitureIn([
      { 400: 'See the map.', 770: '12' },
      { 400: 'See the map.', 770: '40' },
      { 400: 'See the map.', 770: '7' },
    ]);
    assert.deepEqual([found, numbers], [[], []]);
  });
});
