import assert from 'node:assert/strict';
import { renderPaper } from '../../../src/core/rendering/renderPaper.ts';
import { readHtml } from './readHtml.ts';
import { statedPaper } from './statedPaper.ts';
import { examples, type SpecificationExample } from './specification.ts';

const tag = 'a tag that nothing closes is shown as it is written';

/** Where we show other words than the specification, and why. */
const differing: Readonly<Record<number, string>> = {
  21: tag,
  31: tag,
  98: 'two rules at the start of a text are empty front matter',
  344: tag,
  476: tag,
  477: tag,
  642: tag,
  643: tag,
};

/** Examples in which raw HTML is passed through, which we never do. */
function hasRawHtml({ section, html }: SpecificationExample): boolean {
  return (
    section.includes('HTML') ||
    /<(?!\/?(?:p|h\d|em|strong|a|img|ul|ol|li|pre|code|blockquote|hr|br)\b)/u.test(html)
  );
}

function words(text: string): string {
  return text.replace(/\s+/gu, '');
}

function wordsOfSpec(html: string): string {
  const text = html.replace(/<[^>]*>/gu, '');
  return words(
    text.replace(
      /&(amp|lt|gt|quot);/gu,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '"',
    ),
  );
}

describe('Markdown', () => {
  it('shows the words that the CommonMark specification wants, in their order', () => {
    const found = examples
      .filter((example) => !hasRawHtml(example))
      .flatMap(({ number, markdown, html }) => {
        const { parts } = renderPaper(statedPaper(markdown));
        const shown = words(parts.map((part) => readHtml(part.html).text).join(''));
        return shown === wordsOfSpec(html) ? [] : [[number, markdown, shown, wordsOfSpec(html)]];
      });
    assert.deepEqual(
      found.filter(([number]) => !(Number(number) in differing)),
      [],
    );
    assert.equal(found.length, Object.keys(differing).length);
  }).timeout(10_000);
});
