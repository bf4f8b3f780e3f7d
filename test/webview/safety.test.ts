import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { readPaper } from '../../src/core/paper/readPaper.ts';
import { renderPaper } from '../../src/core/rendering/renderPaper.ts';
import { eventually } from '../support/eventually.ts';
import { openReadingView, baseUri, type ReadingView } from './readingView.ts';
import { noteOn, riverCompacts, settings, uri } from './riverCompacts.ts';

const about = { uri, version: 1 };

/** Ways to make a page run something, and markup that no renderer of ours would write. */
const vectors = [
  '<script>window.__xss = 1</script>',
  '<img src=x onerror="window.__xss = 1">',
  '<svg onload="window.__xss = 1"><script>window.__xss = 1</script></svg>',
  '<iframe srcdoc="<script>parent.__xss = 1</script>"></iframe>',
  '<details open ontoggle="window.__xss = 1"><summary>x</summary></details>',
  '<a href="javascript:window.__xss = 1">script link</a>',
  '<a href="java&#10;script:window.__xss = 1">broken link</a>',
  '<a href="data:text/html,<script>parent.__xss = 1</script>">data link</a>',
  '<a href="command:workbench.action.quit">command link</a>',
  '<form action="https://evil.test/"><button>Send</button></form>',
  '<style>@import url(https://evil.test/x.css);</style>',
  '<link rel="stylesheet" href="https://evil.test/x.css">',
  '<base href="https://evil.test/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.test/">',
  '<input autofocus onfocus="window.__xss = 1">',
  '<math><mtext><img src=x onerror="window.__xss = 1"></mtext></math>',
  '<object data="https://evil.test/x"></object><embed src="https://evil.test/x">',
  '<video src="https://evil.test/x" onerror="window.__xss = 1"></video>',
  '<p style="background: url(https://evil.test/x)">styled</p>',
  '<mark data-ids="n1" onclick="window.__xss = 1">mark</mark>',
];

const own = [
  ...vectors,
  '[markdown link](javascript:window.__xss%3D1)',
  '[entity link](jav&#x61;script:window.__xss%3D1)',
  '![image](javascript:window.__xss=1)',
  '![beacon](https://evil.test/beacon.png)',
  '![data](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+)',
  '<https://evil.test/autolink>',
  '[ref]: javascript:window.__xss=1\n\n[ref]',
].join('\n\n');

describe('What a paper could do to the page', () => {
  let view: ReadingView;
  afterEach(() => view.close());

  const assertNothingRan = async (): Promise<void> => {
    for (const link of await view.page.locator('.paper a, .paper button').all()) {
      if (await link.isVisible()) await link.dispatchEvent('click');
    }
    await view.page.waitForTimeout(300);
    assert.equal(await view.page.evaluate(() => '__xss' in window), false);
    const outside = view.requests.filter((address) => !address.startsWith(baseUri));
    assert.deepEqual(outside, []);
    assert.equal(view.page.url(), 'https://extension.test/');
    const hrefs = (await view.sent('openLink')).map(({ href }) => href);
    assert.deepEqual(
      hrefs.filter((href) => !/^https?:\/\/|^[\w./#-]*$/.test(href)),
      [],
    );
  };
  const show = async (text: string): Promise<void> => {
    view = await openReadingView();
    const { parts } = renderPaper(readPaper(text, { format: 'markdown', name: 'x.md' }));
    const changes = parts.map((put) => ({ put }));
    await view.send(
      { type: 'settingsChanged', settings },
      { type: 'paperChanged', ...about, changes, baseUri, remoteImages: false },
    );
    assert.notEqual(parts.length, 0);
  };

  it('is nothing, by markup in Markdown', async () => {
    await show(own);
    await assertNothingRan();
  });

  it('is nothing, by a page of attack vectors pasted into Markdown', async function () {
    const file = '../shared/corpus/nasty/xss_vectors.html';
    if (!existsSync(file)) this.skip();
    await show(`# Pasted\n\n${await readFile(file, 'utf8')}\n`);
    await assertNothingRan();
  });

  it('is nothing even if the renderer let markup through', async () => {
    view = await openReadingView();
    const changes = vectors.map((html) => ({
      put: {
        kind: 'body' as const,
        range: { start: 0, end: 1 },
        html: `<div class="part body">${html}</div>`,
        map: [],
      },
    }));
    await view.send({ type: 'paperChanged', ...about, changes, baseUri, remoteImages: false });
    assert.equal(await view.page.locator('.part').count(), vectors.length);
    await assertNothingRan();
  });

  it('is nothing, by notes, tags and names of categories', async () => {
    view = await openReadingView();
    const hostile = '"><img src=x onerror="window.__xss = 1">';
    const categories = [
      {
        id: 'evidence',
        name: hostile,
        letter: '<',
        color: `red;background:url(https://evil.test/x)`,
      },
    ];
    const changes = riverCompacts.parts.map((put) => ({ put }));
    const annotations = [
      noteOn(riverCompacts, 'upstream', {
        id: 'x" onclick="window.__xss=1',
        note: hostile,
        tags: [hostile],
      }),
      noteOn(riverCompacts, 'gone', { id: 'y', note: hostile }),
    ];
    await view.send(
      { type: 'settingsChanged', settings: { ...settings, categories } },
      { type: 'paperChanged', ...about, changes, baseUri, remoteImages: false },
      { type: 'annotationsChanged', ...about, annotations },
    );
    assert.equal(await view.page.locator('.card').count(), 2);
    await assertNothingRan();
  });
});

describe('Images in the page', () => {
  const markdown =
    '![A chart](images/chart.svg)\n\n![A map](https://images.test/map.png)\n\n![Outside](file:///etc/passwd)\n\n![A photo](gone.png)\n';
  const changes = renderPaper(readPaper(markdown, { format: 'markdown', name: 'x.md' })).parts.map(
    (put) => ({ put }),
  );
  const chart = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>';
  let view: ReadingView;
  beforeEach(async () => {
    view = await openReadingView({ files: { 'images/chart.svg': chart } });
    await view.send({ type: 'paperChanged', ...about, changes, baseUri, remoteImages: false });
  });
  afterEach(() => view.close());

  it('come from the workspace by themselves, from elsewhere only when asked for', async () => {
    await view.page.getByRole('img', { name: 'A chart' }).waitFor();
    await view.page.locator('.image-missing', { hasText: 'A photo' }).waitFor();
    const workspaceFiles = [`${baseUri}gone.png`, `${baseUri}images/chart.svg`];
    assert.deepEqual([...view.requests].sort(), workspaceFiles);
    await view.page.getByText('Image from images.test: A map').waitFor();
    await view.page.getByRole('button', { name: 'Load remote images' }).click();
    assert.deepEqual(await view.sent('loadRemoteImages'), [{ type: 'loadRemoteImages', ...about }]);
    assert.equal(view.requests.length, 2);
  });

  it('are loaded from elsewhere once the extension allows it', async () => {
    await view.send({
      type: 'paperChanged',
      ...about,
      version: 2,
      changes,
      baseUri,
      remoteImages: true,
    });
    await eventually(() => {
      assert.ok(view.requests.includes('https://images.test/map.png'));
    });
  });
});
