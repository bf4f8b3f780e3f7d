import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { selectTextIn } from '../support/textSelection.ts';
import { openReadingView } from './readingView.ts';
import { messagesFor, noteOn, riverCompacts, riverNotes, uri } from './riverCompacts.ts';
import { themes, type Theme } from './themes.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const notes = [
  ...riverNotes,
  noteOn(riverCompacts, 'words that are gone', { id: 'lost', note: 'Where is it?' }),
];

describe('The page for everybody', () => {
  for (const theme of Object.keys(themes) as Theme[]) {
    for (const width of [1240, 620]) {
      it(`has nothing that axe finds, in ${theme} at ${width} pixels`, async () => {
        const view = await openReadingView({ theme, width });
        await view.send(...messagesFor(riverCompacts, notes));
        await view.send({ type: 'selectAnnotation', uri, version: 1, id: 'n3', edit: true });
        await selectTextIn(view.page, view.page.mainFrame(), 'Outside powers', 'studies');
        await view.page.getByRole('toolbar').waitFor();
        const session = await view.page.context().newCDPSession(view.page);
        // The page's policy lets no other script in; the debugger is not asked.
        await session.send('Runtime.evaluate', { expression: axe });
        const { result } = await session.send('Runtime.evaluate', {
          expression: 'axe.run().then((results) => JSON.stringify(results))',
          awaitPromise: true,
          returnByValue: true,
        });
        const { violations, passes } = JSON.parse(String(result.value)) as AxeResults;
        const found = violations.map(({ id, nodes }) => [
          id,
          ...nodes.map(({ html }) => html.slice(0, 120)),
        ]);
        assert.deepEqual(found, []);
        assert(passes.length > 20);
        await view.close();
      });
    }
  }

  it('keeps the colours of the theme where the system wants others: no marked text is black on black', async () => {
    const view = await openReadingView({ theme: 'highContrast' });
    await view.page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await view.send(...messagesFor(riverCompacts, riverNotes));
    const colors = await view.page.evaluate(() =>
      ['body', 'mark'].map((name) => {
        const found = document.querySelector(name);
        return found && getComputedStyle(found).color;
      }),
    );
    assert.equal(colors[1], colors[0]);
    await view.close();
  });

  it('has no motion for those who want none', async () => {
    const view = await openReadingView();
    await view.page.emulateMedia({ reducedMotion: 'reduce' });
    await view.send(...messagesFor(riverCompacts, []));
    await view.send({ type: 'revealRange', uri, version: 1, start: 200, end: 240, flash: true });
    const names = await view.page.evaluate(() => document.getAnimations().length);
    assert.equal(names, 0);
    await view.close();
  });

  it('says what was selected', async () => {
    const view = await openReadingView();
    await view.send(...messagesFor(riverCompacts, riverNotes));
    await view.send({ type: 'selectAnnotation', uri, version: 1, id: 'n2', edit: false });
    assert.equal(
      await view.page.getByRole('status').textContent(),
      'Disputed: Plan B of the Northern ministry assumes one. selected',
    );
    await view.close();
  });
});
