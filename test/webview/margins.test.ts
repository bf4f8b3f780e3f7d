import assert from 'node:assert/strict';
import { openReadingView } from './readingView.ts';
import { messagesFor, riverCompacts } from './riverCompacts.ts';

describe('The label of a page', () => {
  for (const width of [1240, 960, 620, 380]) {
    it(`stands whole in the margin, at ${width} pixels`, async () => {
      const view = await openReadingView({ width });
      await view.send(...messagesFor(riverCompacts, []));
      const label = await view.page.locator('.pageMark').first().boundingBox();
      const text = await view.page.locator('p:has(> .pageMark)').first().boundingBox();
      assert.ok(label && text);
      assert.ok(label.x >= 0, `it is cut off at ${label.x}`);
      assert.ok(label.x + label.width < text.x);
      await view.close();
    });
  }
});
