import assert from 'node:assert/strict';
import { readPaper } from '../../../../src/core/paper/readPaper.ts';

/** Points of a Markdown text as "role: text", with headings of points in brackets. */
function points(text: string): readonly string[] {
  const { blocks } = readPaper(text, { format: 'markdown', name: 'a.md' });
  return blocks.flatMap(({ role, text: words }) =>
    role === 'keyPoint' || role === 'recommendation'
      ? [`${role}: ${words}`]
      : role === 'keyPointsHeading' || role === 'recommendationsHeading'
        ? [`[${words}]`]
        : [],
  );
}

const intro = '# A paper\n\nAn introduction of some length that says what the paper is about.\n\n';

describe('pointsRule', () => {
  it('takes the list under a heading, with what is nested in it, and ends at the next heading', () => {
    const text = `${intro}## Key Points\n\n- point one\n  - point inner\n- point two\n\n## Other\n\n- point three\n`;
    assert.deepEqual(points(text), [
      '[Key Points]',
      'keyPoint: point one',
      'keyPoint: point inner',
      'keyPoint: point two',
    ]);
  });

  it('takes a bold line, a short line with a colon and a plain line for a heading', () => {
    for (const heading of [
      '**Key Takeaways**',
      '__Key Takeaways:__',
      'Key takeaways:',
      '<b>Key takeaways</b>',
      'Key takeaways',
    ]) {
      assert.deepEqual(
        points(`${intro}${heading}\n\n1. point one\n2. point two\n\nText.\n`).slice(1),
        ['keyPoint: point one', 'keyPoint: point two'],
        heading,
      );
    }
  });

  it('says why in the evidence', () => {
    const { blocks } = readPaper(`${intro}## Key Points\n\n- point one\n`, {
      format: 'markdown',
      name: 'a.md',
    });
    assert.equal(blocks.at(-1)?.evidence, 'under “Key Points”');
  });

  it('goes on over paragraphs where the numbers go on, and else stops', () => {
    const numbered = `${intro}## Recommendations\n\n1. point one\n\nWhy one.\n\n2. point two\n`;
    assert.deepEqual(points(numbered).slice(1), [
      'recommendation: point one',
      'recommendation: point two',
    ]);
    const other = `${intro}## Recommendations\n\n- point one\n- point two\n\nThese cost money in three ways, which we now turn to:\n\n- wages\n- fuel\n`;
    assert.deepEqual(points(other).slice(1), [
      'recommendation: point one',
      'recommendation: point two',
    ]);
  });

  it('takes one list for each theme under the heading', () => {
    const text = `${intro}## Recommendations\n\n### Ministries\n\n- point one\n- point two\n\n**Cities**\n\n- point three\n\nFor schools:\n\n- point four\n\n## End\n\n- point five\n`;
    assert.deepEqual(
      points(text).slice(1),
      ['one', 'two', 'three', 'four'].map((word) => `recommendation: point ${word}`),
    );
  });

  it('takes no list of links or questions, nor one that is announced as something else', () => {
    for (const list of [
      '- [one](a.html)\n- [two](b.html)',
      '- Who?\n- Why?',
      'The guide has these chapters:\n\n- one\n- two',
    ]) {
      assert.deepEqual(points(`${intro}## Key Findings\n\n${list}\n`), [], list);
    }
  });

  it('takes whole sentences under a summary, but no list of names', () => {
    const sentences =
      '- The first point is a whole sentence.\n- The second point is a whole sentence too.';
    assert.equal(points(`${intro}## Executive Summary\n\n${sentences}\n`).length, 2);
    assert.deepEqual(
      points(`${intro}## Executive Summary\n\n- Health\n- Transport\n- Home Office\n`),
      [],
    );
    assert.deepEqual(
      points(`${intro}## Executive Summary\n\n### Departments\n\n${sentences}\n`),
      [],
    );
  });

  it('takes themes that emerged for points within a summary alone', () => {
    const list =
      'Some common themes emerged:\n\n- The first theme is told in a whole sentence.\n- The second theme is told in another sentence.';
    assert.equal(
      points(
        `${intro}## Executive summary\n\nText first. It is long enough to stand between.\n\nMore text.\n\n${list}\n`,
      ).length,
      2,
    );
    assert.deepEqual(points(`${intro}## Interviews\n\n${list}\n`), []);
  });

  it('takes short paragraphs under key messages, but no prose under key findings', () => {
    const prose = 'The first message is short.\n\nThe second message is short.';
    assert.deepEqual(points(`${intro}## Key Messages\n\n${prose}\n\n## Next\n\nText.\n`).length, 3);
    assert.deepEqual(points(`${intro}## Key Findings\n\n${prose}\n\n## Next\n\nText.\n`), []);
    assert.deepEqual(
      points(`${intro}## Key Messages\n\nDownload the slides.\n\nOr read them.\n`),
      [],
    );
    assert.deepEqual(points(`${intro}## Key Message\n\nThe one message.\n`).length, 2);
    const article = 'word '.repeat(100);
    assert.deepEqual(
      points(
        `${intro}## Key Takeaways\n\nOne is short.\n\nTwo is short.\n\n${article}\n\n${article}\n\n${article}\n`,
      ).length,
      3,
    );
  });

  it('takes paragraphs with bold or numbered leads, and advice in short paragraphs', () => {
    const bold = '**One.** It is so.\n\nMore on it.\n\n**Two.** It is so too.';
    assert.deepEqual(points(`${intro}## Key Findings\n\n${bold}\n`).length, 3);
    const advice = 'Cities should ask.\n\nSchools must answer.';
    assert.deepEqual(points(`${intro}## Recommendations\n\n${advice}\n`).length, 3);
    assert.deepEqual(
      points(`${intro}## Recommendations\n\nCities asked.\n\nSchools answered.\n`),
      [],
    );
  });

  it('takes numbered headings that say what to do, but not themes', () => {
    const says =
      '### 1. Ask the cities before the schools\n\nText.\n\n### 2. Answer the schools before the cities\n\nText.';
    assert.deepEqual(points(`${intro}## Recommendations\n\n${says}\n`).length, 3);
    assert.deepEqual(
      points(`${intro}## Recommendations\n\n### 1. CITIES\n\nText.\n\n### 2. SCHOOLS\n\nText.\n`),
      [],
    );
  });

  it('takes sentences in bullets before the text, but no menu', () => {
    const text =
      'This is the text of the paper, which goes on for at least twenty-five words, so that nobody can take it for a line of the title block above.';
    const bullets =
      '- The first sentence has more than eight words in it.\n- The second sentence has more than eight words as well.';
    assert.equal(points(`# A paper\n\n${bullets}\n\n${text}\n`).length, 2);
    assert.deepEqual(points(`# A paper\n\n- Home\n- About\n\n${text}\n`), []);
    assert.deepEqual(points(`# A paper\n\n${text}\n\n${bullets}\n\n${text}\n`), []);
  });

  it('is quick on many headings and lists', () => {
    const started = performance.now();
    points('## Key Points\n\n- a\n\nOur main findings are:\n\n- b\n- c\n\n'.repeat(1_500));
    assert.ok(performance.now() - started < 10_000);
  }).timeout(20_000);
});
