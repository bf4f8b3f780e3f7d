import assert from 'node:assert/strict';
import { tokensOf } from '../../../src/core/paper/chunks.ts';
import { englishWords } from '../../../src/core/rendering/renderingWords.ts';
import { renderPaper } from '../../../src/core/rendering/renderPaper.ts';
import { paperFromBlocks } from '../../support/paperFromBlocks.ts';
import { page } from './page.ts';
import { readHtml } from './readHtml.ts';
import { statedPaper } from './statedPaper.ts';

describe('renderPaper', () => {
  it('draws nothing of nothing', () => {
    assert.deepEqual(page(''), []);
    assert.deepEqual(page(' \n\n\t\n'), []);
  });

  it('makes a part of each block, with its place in the part', () => {
    const { parts } = renderPaper(statedPaper('One *two*\n\n- a\n- b\n'));
    assert.deepEqual(parts, [
      {
        kind: 'body',
        range: { start: 0, end: 9 },
        html: '<div class="part body" data-range="0,9"><p data-range="0,9">One <em>two</em></p></div>',
        map: [0, 0, 4, 4, 4, 5, 3, 3],
      },
      {
        kind: 'body',
        range: { start: 11, end: 18 },
        html:
          '<div class="part body" data-range="0,7"><ul data-range="0,7">' +
          '<li data-range="0,3">a</li><li data-range="4,7">b</li></ul></div>',
        map: [0, 2, 1, 1, 1, 6, 1, 1],
      },
    ]);
  });

  it('folds site text with its cues, one line for what stands together', () => {
    const parts = page('Menu\n\nLog in\n\nBody.\n\nMore papers\n', {
      roles: { Menu: 'siteText', Log: 'siteText', More: 'related' },
      evidence: 'menu',
    });
    assert.equal(
      parts[0],
      '<details class="part siteText"><summary data-generated>' +
        '<span class="label">2 lines of site text folded (menu)</span> ' +
        '<span class="show">Show</span><span class="hide">Hide</span></summary>' +
        '<div class="folded"><p>Menu</p><p>Log in</p></div></details>',
    );
    assert.match(parts[2] ?? '', />1 line of related content folded</u);
  });

  it('folds neighbours of several roles into one line that names them', () => {
    const parts = page('Body.\n\nPosted by a clerk\n\nMore papers\n\nPrivacy\n\nTerms\n', {
      roles: { Posted: 'posting', More: 'related', Privacy: 'siteText', Terms: 'siteText' },
      evidence: 'footer links',
    });
    assert.match(
      parts[1] ?? '',
      />4 lines of site text folded \(footer links, posting record, related content\)</u,
    );
    assert.equal(parts.length, 2);
  });

  it('numbers key points, counts them, and marks a recommendation among them', () => {
    const parts = page('## Key Points\n\n- One\n  - More\n- Two should\n\nThree\n\n## Next\n', {
      roles: { Key: 'keyPointsHeading', One: 'keyPoint', Two: 'recommendation', Three: 'keyPoint' },
    });
    assert.deepEqual(parts, [
      '<section class="part keyPoints"><h2 id="section-key-points">Key Points<small data-generated> 3, of which 1 is a ' +
        'recommendation</small></h2><ol class="points"><li>One<ul><li>More</li></ul></li><li>Two should' +
        '<span class="recommendationMark" data-generated> recommendation</span></li><li><p>Three</p></li></ol></section>',
      '<div class="part body"><h2 id="section-next">Next</h2></div>',
    ]);
  });

  it('keeps the numbers that are printed, and sets recommendations apart', () => {
    const parts = page('Do this:\n\n3. One\n4. Two\n', {
      roles: { Do: 'recommendationsHeading', One: 'recommendation', Two: 'recommendation' },
    });
    assert.deepEqual(parts, [
      '<section class="part recommendations"><p>Do this:</p><ol class="points">' +
        '<li data-ordinal="3.">One</li><li data-ordinal="4.">Two</li></ol></section>',
    ]);
  });

  it('divides a list whose items are for different things', () => {
    const parts = page('1. Point\n2. Other\n3. Another\n', { roles: { Point: 'keyPoint' } });
    assert.deepEqual(parts, [
      '<section class="part keyPoints"><ol class="points"><li data-ordinal="1.">Point</li></ol></section>',
      '<div class="part body"><ol start="2"><li>Other</li><li>Another</li></ol></div>',
    ]);
  });

  it('sets the summary, the references and the disclaimer apart', () => {
    const parts = page('# Overview\n\nOne\n\nTwo\n\n## Sources\n\n- A\n\nViews are ours.\n', {
      roles: {
        Overview: 'summary',
        One: 'summary',
        Two: 'summary',
        Sources: 'reference',
        A: 'reference',
        Views: 'disclaimer',
      },
    });
    assert.deepEqual(parts, [
      '<section class="part summary"><h2 id="section-overview">Overview</h2><div class="summary"><p>One</p><p>Two</p></div></section>',
      '<section class="part references"><h3 id="section-sources">Sources</h3><ul><li>A</li></ul></section>',
      '<div class="part quiet"><p>Views are ours.</p></div>',
    ]);
  });

  it('skips no level of headings, and gives each an id that links within the paper find', () => {
    const parts = page(
      '#### Deep\n\n# Top\n\n### Deep\n\n[Ä link](#deep) [none](#%zz) [top](#TOP)\n',
    );
    assert.deepEqual(parts, [
      '<div class="part body"><h2 id="section-deep">Deep</h2></div>',
      '<div class="part body"><h2 id="section-top">Top</h2></div>',
      '<div class="part body"><h3 id="section-deep-1">Deep</h3></div>',
      '<div class="part body"><p><a href="#section-deep">Ä link</a> <a href="#section-zz">none</a> ' +
        '<a href="#section-top">top</a></p></div>',
    ]);
  });

  it('moves notes to the end, in the order of their numbers, with links both ways', () => {
    const parts = page('One[^1] and[^x] again[^1].\n\n[^x]: X\n[^1]: Note\n\nLast.\n');
    const back = (number: number, id: string) =>
      `<a class="footnoteBack" href="#${id}" aria-label="Back to the text from note ${number}" data-generated>↩︎</a>`;
    assert.deepEqual(parts, [
      '<div class="part body"><p>One<sup><a class="footnoteRef" href="#fn-1" id="fnref-1">1</a></sup> and<sup>' +
        '<a class="footnoteRef" href="#fn-2" id="fnref-2"><span data-generated>2</span></a></sup> again<sup>' +
        '<a class="footnoteRef" href="#fn-1" id="fnref-1-2">1</a></sup>.</p></div>',
      '<div class="part body"><p>Last.</p></div>',
      '<section class="part footnotes"><h2 data-generated>Notes</h2><ol>' +
        `<li id="fn-1" value="1"><p>Note</p>${back(1, 'fnref-1')}${back(1, 'fnref-1-2')}</li>` +
        `<li id="fn-2" value="2"><p>X</p>${back(2, 'fnref-2')}</li></ol></section>`,
    ]);
  });

  it('needs no heading for notes that have one, and leaves notes in a quotation there', () => {
    const parts = page('> a[^1]\n>\n> [^1]: b\n\n## Notes\n\n[^2]: c\n');
    assert.match(
      parts[0] ?? '',
      /<div class="footnote" id="fn-1"><p>b<\/p><a class="footnoteBack"/u,
    );
    assert.equal(
      parts.at(-1),
      '<section class="part footnotes"><ol><li id="fn-2" value="2"><p>c</p></li></ol></section>',
    );
  });

  it('pairs notes that are typed by hand where a mark can only mean one', () => {
    const parts = page(
      'Claim [1] and [2], again [1].\n\n[1] Source one.\n\n[2] One.\n\n[2] Two.\n',
      {
        format: 'text',
        roles: { Source: 'footnote', One: 'footnote', Two: 'footnote' },
      },
    );
    assert.deepEqual(parts, [
      '<div class="part body"><p>Claim <sup><a class="footnoteRef" href="#fn-typed-1" id="fnref-typed-1">[1]</a></sup>' +
        ' and [2], again <sup><a class="footnoteRef" href="#fn-typed-1">[1]</a></sup>.</p></div>',
      '<section class="part footnotes"><div class="footnote" id="fn-typed-1"><p>[1] Source one.</p>' +
        '<a class="footnoteBack" href="#fnref-typed-1" aria-label="Back to the text from note 1" data-generated>↩︎</a>' +
        '</div><p>[2] One.</p><p>[2] Two.</p></section>',
    ]);
  });

  it('draws tables, code, rules, quotations and breaks', () => {
    const text =
      '| a | b |\n|:-:|--:|\n| c | d |\n\n```\n\n<e>\n```\n\n---\n\n> f\\\n> g\n> h `i`\n\n' +
      'text ~~gone~~ **bold**\n{: .lead}\n';
    assert.deepEqual(page(text), [
      '<div class="part body"><div class="tableScroll" tabindex="0"><table><thead><tr><th class="alignCenter">a</th>' +
        '<th class="alignRight">b</th></tr></thead><tbody><tr><td class="alignCenter">c</td>' +
        '<td class="alignRight">d</td></tr></tbody></table></div></div>',
      '<div class="part body"><pre tabindex="0"><code>\n&lt;e&gt;\n</code></pre></div>',
      '<div class="part body"><hr></div>',
      '<div class="part body"><blockquote><p>f<br>\ng\nh <code>i</code></p></blockquote></div>',
      '<div class="part body"><p>text <s>gone</s> <strong>bold</strong>\n<span class="attributeList">{: .lead}</span></p></div>',
    ]);
  });

  it('lets the page load images, and follows only links that open pages, mails or places', () => {
    assert.deepEqual(
      page(
        '![A *map*](images/map.png "Map") ![x](data:image/png;base64,AA) [a](b.md "t") [c](vscode://d) ' +
          '[e](mailto:f@g.h) [i](file:///j) <command:k.l>',
      ),
      [
        '<div class="part body"><p><img data-src="images/map.png" alt="A map" title="Map"> x <a href="b.md" title="t">a</a> ' +
          'c <a href="mailto:f@g.h">e</a> [i](file:///j) command:k.l</p></div>',
      ],
    );
  });

  it('takes its words from the host', () => {
    const words = { ...englishWords, footnotes: 'Anmerkungen' };
    const html = renderPaper(statedPaper('a[^1]\n\n[^1]: b\n'), words).parts.at(-1)?.html ?? '';
    assert.match(readHtml(html).generated, /^Anmerkungen/u);
  });

  it('loses nothing that is nested deeper than it is read', () => {
    const { parts } = renderPaper(statedPaper(`${'> '.repeat(150)}words\n`));
    assert.ok(parts.some(({ html }) => html.includes('words')));
  });

  it('draws blocks that no token stands for, as they are written', () => {
    const paper = paperFromBlocks([
      { role: 'heading', kind: 'heading', level: 2, text: 'A *heading*' },
      { role: 'body', text: 'Words' },
      { role: 'body', kind: 'definition', text: '[a]: b' },
    ]);
    assert.deepEqual(
      renderPaper(paper).parts.map(({ html }) => readHtml(html).text),
      ['A *heading*', 'Words'],
    );
  });

  it('keeps the lines of a table in plain text, and what lies between two of them as one step', () => {
    const text = '  Port     Weeks    Hours\n  Holm     12       610\n  Brannoc  9        460\n';
    const { html, map } =
      renderPaper(statedPaper(text, { format: 'text' })).parts[0] ?? assert.fail();
    assert.match(readHtml(html).text, /Hours\s*\n\s*Holm/u);
    assert.equal(readHtml(html).generated, '');
    assert.ok(map.length > 4);
  });

  it('shows as generated what a reader made up', () => {
    const paper = statedPaper('ab');
    const [, inline] = tokensOf(paper.chunks);
    const [words] = inline?.children ?? [];
    assert.ok(words);
    words.content = 'Xa-bY';
    words.meta = { source: [1, 0, 1, 1, 3, 1, 1, 1] };
    const { html } = renderPaper(paper).parts[0] ?? assert.fail();
    assert.deepEqual([readHtml(html).text, readHtml(html).generated], ['ab', 'X-Y']);
  });

  it('leaves an address alone that is no proper fragment', () => {
    assert.deepEqual(page('<a href="#%zz">a</a> <a href=" ">b</a>'), [
      '<div class="part body"><p><a href="#section-zz">a</a> b</p></div>',
    ]);
  });
});
