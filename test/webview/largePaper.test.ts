import assert from 'node:assert/strict';
import { readPaper } from '../../src/core/paper/readPaper.ts';
import { changesBetween } from '../../src/core/rendering/changesBetween.ts';
import { renderPaper } from '../../src/core/rendering/renderPaper.ts';
import { baseUri, openReadingView } from './readingView.ts';
import { messagesFor, noteOn, uri } from './riverCompacts.ts';

/** Milliseconds that a keystroke may take in the page; a usual machine needs a tenth of it. */
const patience = 1000;

describe('A paper of one megabyte', function () {
  this.timeout(120_000);

  it('stays usable while the text is typed', async () => {
    const paragraph = 'The commission met twice in the year and left its budget as it was. '.repeat(
      9,
    );
    const text = Array.from({ length: 1700 }, (_, at) => `## Section ${at}\n\n${paragraph}\n`).join(
      '\n',
    );
    assert(text.length > 1_000_000);
    const options = { format: 'markdown', name: 'long.md' } as const;
    const before = renderPaper(readPaper(text, options));
    const notes = Array.from({ length: 100 }, (_, at) =>
      noteOn({ text, parts: [] }, `Section ${at * 16}\n`, { id: `n${at}`, note: 'A note.' }),
    );
    const view = await openReadingView();
    const opening = performance.now();
    await view.send(...messagesFor({ text, parts: before.parts }, notes));
    const opened = performance.now() - opening;
    await view.page.evaluate(() => {
      document.querySelectorAll('.part')[1700]?.scrollIntoView();
    });
    const at = text.indexOf('twice', 500_000);
    const edited = `${text.slice(0, at)}more than ${text.slice(at)}`;
    const after = renderPaper(readPaper(edited, options));
    const changes = changesBetween(before, after);
    const about = { uri, version: 2 };
    const spent = await view.page.evaluate(
      async (messages) => {
        const start = performance.now();
        for (const data of messages) window.dispatchEvent(new MessageEvent('message', { data }));
        await new Promise((resolve) => requestAnimationFrame(resolve));
        return performance.now() - start;
      },
      [
        { type: 'paperChanged', ...about, changes, baseUri, remoteImages: false },
        { type: 'annotationsChanged', ...about, annotations: notes },
      ],
    );
    assert.equal(await view.page.getByText('more than twice').count(), 1);
    assert.equal(changes.length, 3);
    assert(
      spent < patience,
      `${Math.round(spent)} ms for a keystroke, ${Math.round(opened)} ms to open`,
    );
    if (process.env['SHOW_TIMES'] !== undefined)
      process.stdout.write(
        `${Math.round(opened)} ms to open, ${Math.round(spent)} ms for a keystroke\n`,
      );
    await view.close();
  });
});
