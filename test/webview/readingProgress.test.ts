import assert from 'node:assert/strict';
import { openReadingView } from './readingView.ts';
import { messagesFor, riverCompacts, uri } from './riverCompacts.ts';

describe('A paper of which not all could be read', () => {
  it('has what was left out above it, until there is nothing to say', async () => {
    const view = await openReadingView();
    const notices = view.page.getByRole('complementary', { name: 'About the file' });
    const say = (...said: readonly string[]) =>
      view.send({ type: 'noticesChanged', uri, version: 1, notices: said });
    await view.send(...messagesFor(riverCompacts, []));
    await say('This file is damaged.', 'Page 2 can’t be read <b>.');
    assert.equal(await notices.innerText(), 'This file is damaged.\n\nPage 2 can’t be read <b>.');
    await say();
    assert.equal(await notices.isVisible(), false);
    await view.close();
  });
});

describe('A paper whose reading is cancelled', () => {
  it('keeps its beginning on the page, says so, and offers to read the rest', async () => {
    const view = await openReadingView();
    const progressed = (progress: { done: number; isStopped: boolean } | null) =>
      view.send({
        type: 'readingProgressed',
        ...{ uri, version: 1 },
        progress: progress && { ...progress, total: 120 },
      });
    await progressed({ done: 2, isStopped: false });
    await view.send(...messagesFor(riverCompacts, []));
    const text = view.page.locator('.reading-progress');
    await text.waitFor();
    await view.page.keyboard.press('Tab');
    await view.page.keyboard.press('Enter');
    assert.equal((await view.sent('cancelReading')).length, 1);

    await progressed({ done: 40, isStopped: true });
    assert.match(
      await text.innerText(),
      /^Only the beginning of this paper is shown: reading was cancelled at page 40 of 120\.\s+Read the Rest$/,
    );
    assert.equal(await view.page.locator('.paper h1').isVisible(), true);

    // Whoever cancelled by the keyboard goes on by it.
    await view.page.keyboard.press('Enter');
    assert.equal((await view.sent('readAgain')).length, 1);
    await progressed({ done: 0, isStopped: false });
    assert.match(await text.innerText(), /^Reading: 0 of 120 pages\s+Cancel$/);
    await progressed(null);
    assert.equal(await text.isVisible(), false);
    await view.close();
  });
});
