import assert from 'node:assert/strict';
import { openReadingView, type ReadingView } from './readingView.ts';
import { messagesFor, noteOn, riverCompacts, riverNotes, uri } from './riverCompacts.ts';

const overlapping = [
  noteOn(riverCompacts, 'moved from ad-hoc meetings to a standing commission in under', {
    id: 'wide',
    note: 'Wide.',
  }),
  noteOn(riverCompacts, 'standing commission in under four years', {
    id: 'late',
    category: 'claim',
    note: 'Late.',
  }),
  noteOn(riverCompacts, 'meetings to a', { id: 'short', category: 'disputed', note: 'Short.' }),
];

describe('Annotations in the page', () => {
  let view: ReadingView;
  const textOf = async (id: string): Promise<string> =>
    (await view.page.locator(`mark[data-ids~="${id}"]`).allTextContents()).join('');
  const selected = async (): Promise<readonly (string | null)[]> =>
    (await view.sent('annotationSelected')).map(({ id }) => id);
  beforeEach(async () => {
    view = await openReadingView();
  });
  afterEach(() => view.close());

  it('are marked where they are, with a name that says category, note and whether the passage changed', async () => {
    await view.send(...messagesFor(riverCompacts, riverNotes));
    assert.equal(await textOf('n1'), 'ad-hoc meetings to a standing commission');
    const names = await view.page
      .locator('mark[role=button]')
      .evaluateAll((marks) => marks.map((mark) => mark.ariaLabel));
    assert.deepEqual(
      [names[0], names[3]],
      [
        'ad-hoc meetings to a standing commission (Evidence: Check against the 2023 communiqué.)',
        'The 2021 protocol created a secretariat (Question: Who votes the budget line?, passage changed since)',
      ],
    );
    const details = await view.page
      .locator('mark[role=button]')
      .first()
      .getAttribute('aria-details');
    assert.equal(
      await view.page.locator(`#${details ?? ''}`).getAttribute('aria-label'),
      'Evidence: Check against the 2023 communiqué.',
    );
    assert.equal(
      await view.page.locator('mark.changed').textContent(),
      'The 2021 protocol created a secretariat',
    );
  });

  it('are all visible and each reached where they overlap', async () => {
    await view.send(...messagesFor(riverCompacts, overlapping));
    assert.equal(
      await textOf('wide'),
      'moved from ad-hoc meetings to a standing commission in under',
    );
    assert.equal(await textOf('late'), 'standing commission in under four years');
    assert.equal(await textOf('short'), 'meetings to a');
    const two = view.page.locator('mark[data-ids="late wide"]');
    assert.equal(await two.getAttribute('data-lines'), '2');
    await two.click();
    await view.page.waitForTimeout(600);
    await two.click();
    assert.deepEqual(await selected(), ['late', 'wide']);
    const stops = await view.page
      .locator('mark[tabindex="0"]')
      .evaluateAll((marks) => marks.map((mark) => (mark as HTMLElement).dataset['starts']));
    assert.deepEqual(stops, ['wide', 'short', 'late']);
  });

  it('are reached by Tab and opened by Enter, which leads to the card; Escape leads back', async () => {
    await view.send(...messagesFor(riverCompacts, riverNotes));
    await view.page.locator('mark[data-starts=n2]').focus();
    await view.page.keyboard.press('Enter');
    const focus = () =>
      view.page.evaluate(
        () =>
          (document.activeElement as HTMLElement).dataset['id'] ??
          (document.activeElement as HTMLElement).dataset['starts'],
      );
    assert.equal(await view.page.locator('.card.open').getAttribute('data-id'), 'n2');
    assert.equal(await view.page.evaluate(() => document.activeElement?.className), 'card open');
    await view.page.keyboard.press('Escape');
    assert.equal(await focus(), 'n2');
    assert.equal(await view.page.locator('.card.open').count(), 0);
    await view.page.keyboard.press('n');
    await view.page.keyboard.press('n');
    await view.page.keyboard.press('p');
    assert.deepEqual(await selected(), ['n2', null, 'n1', 'n2', 'n1']);
  });

  it('keep marks of untouched parts as the same nodes when another is added', async () => {
    await view.send(...messagesFor(riverCompacts, riverNotes.slice(0, 1)));
    await view.page.locator('mark').evaluate((mark) => Object.assign(mark, { known: true }));
    await view.send({ type: 'annotationsChanged', uri, version: 1, annotations: riverNotes });
    const known = await view.page
      .locator('mark')
      .evaluateAll((marks) => marks.map((mark) => 'known' in mark));
    assert.deepEqual(known, [true, false, false, false]);
  });

  it('come back on a part that is put anew, and go with their annotation', async () => {
    await view.send(...messagesFor(riverCompacts, riverNotes));
    await view.send(...messagesFor(riverCompacts, riverNotes.slice(1), 2));
    assert.equal(await textOf('n1'), '');
    assert.equal(await view.page.locator('mark').count(), 3);
    assert.equal(await view.page.locator('.card').count(), 3);
  });

  it('open the fold that hides them when they are selected', async () => {
    await view.send(
      ...messagesFor(riverCompacts, [noteOn(riverCompacts, 'Log in', { id: 'hidden' })]),
    );
    assert.equal(await view.page.getByText('Log in').isVisible(), false);
    await view.send({ type: 'selectAnnotation', uri, version: 1, id: 'hidden', edit: false });
    assert.equal(await view.page.getByText('Log in').isVisible(), true);
  });

  it('are counted in the heading of the key points, and give their tags to the title block', async () => {
    await view.send(...messagesFor(riverCompacts, riverNotes));
    assert.equal(
      await view.page.locator('.keyPoints h2').innerText(),
      'Key Points\n6, of which 1 is a recommendation\n2 annotated',
    );
    assert.deepEqual(await view.page.locator('.titleBlock li.mine').allInnerTexts(), [
      'Analyst tag:\ninstitutions',
      'Analyst tag:\nnegotiation/leverage',
    ]);
  });

  it('fold a long row of tags into a number that shows the rest', async () => {
    const tags = Array.from({ length: 9 }, (_, at) => `tag ${at}`);
    await view.send(
      ...messagesFor(riverCompacts, [noteOn(riverCompacts, 'river', { id: 'n', tags })]),
    );
    assert.equal(await view.page.locator('.tags li:visible').count(), 9);
    await view.page.getByRole('button', { name: 'Show 5 more tags' }).click();
    assert.equal(await view.page.locator('.tags li:visible').count(), 13);
  });
});
