import assert from 'node:assert/strict';
import { page } from './page.ts';
import { factIn, type Statement } from './statedPaper.ts';

describe('the title block', () => {
  const text =
    '# Policy Brief: *Rivers* and Time\n\nBy Lt Col Ana Varga, Basin Group, and Bo Li\n\n' +
    '12 March 2025\n\nInstitute for Water\n\nRestricted\n\nWhat waiting costs\n\nBody.\n\nTags: UBS, Water policy\n';
  const statement: Statement = {
    roles: {
      'Policy Brief': 'title',
      'By Lt Col': 'byline',
      '12 March': 'date',
      Institute: 'publisher',
      Restricted: 'handlingMark',
      'What waiting': 'subtitle',
      Tags: 'tags',
    },
    metadata: {
      series: factIn(text, 'Policy Brief'),
      title: {
        text: 'Rivers and Time',
        range: { start: text.indexOf('*Rivers'), end: text.indexOf('\n') },
      },
      people: [
        {
          name: 'Ana Varga',
          range: factIn(text, 'Ana Varga').range,
          rank: 'Lt Col',
          affiliations: [],
        },
        { name: 'Bo Li', range: factIn(text, 'Bo Li').range, rank: null, affiliations: [] },
      ],
      date: { ...factIn(text, '12 March 2025'), iso: '2025-03-12' },
      publisher: factIn(text, 'Institute for Water'),
      tags: [factIn(text, 'UBS'), factIn(text, 'Water policy')],
      acronyms: [{ short: 'UBS', meaning: 'Upper Basin States', range: { start: 0, end: 0 } }],
    },
  };

  it('sets everything that is printed in its place, and tags as chips', () => {
    assert.equal(
      page(text, statement)[0],
      '<header class="part titleBlock"><p class="handlingMark">Restricted</p>' +
        '<p class="series">Policy Brief<span class="joint">: </span></p>' +
        '<h1 class="title"><em>Rivers</em> and Time</h1><p class="subtitle">What waiting costs</p>' +
        '<p class="byline"><span class="affiliation">By Lt Col </span><b class="person">Ana Varga</b>' +
        '<span class="affiliation">, Basin Group, and </span><b class="person">Bo Li</b></p>' +
        '<p class="dateline"><span>12 March 2025</span><span data-generated> · </span>' +
        '<span>Institute for Water</span></p><ul class="tags"><li class="tag">UBS' +
        '<span data-generated> · Upper Basin States</span></li><li class="tag">Water policy</li></ul></header>',
    );
  });

  it('still folds the line of tags where it stands', () => {
    assert.equal(
      page(text, statement).at(-1),
      '<details class="part siteText"><summary data-generated><span class="label">1 line of tags folded</span> ' +
        '<span class="show">Show</span><span class="hide">Hide</span></summary>' +
        '<div class="folded"><p>Tags: UBS, Water policy</p></div></details>',
    );
  });

  it('takes facts from front matter, and says what is not there in the same words', () => {
    const front = '---\ntitle: "Rivers"\nauthor: VARGA, A.\ndate: 2025-03-12\n---\n\nBody.\n';
    const parts = page(front, {
      metadata: {
        title: { text: 'Rivers', range: factIn(front, '"Rivers"').range },
        subtitle: { text: 'And time', range: { start: 4, end: 9 } },
        people: [
          {
            name: 'A. Varga',
            range: factIn(front, 'VARGA, A.').range,
            rank: 'Dr',
            affiliations: ['Basin Group'],
          },
          { name: 'Bo Li', range: { start: 0, end: 0 }, rank: null, affiliations: [] },
        ],
        date: { ...factIn(front, '2025-03-12'), iso: '2025-03-12' },
      },
    });
    assert.match(
      parts[0] ?? '',
      /^<details .*1?\d lines of front matter folded<.*title: &quot;Rivers&quot;/su,
    );
    assert.equal(
      parts[1],
      '<header class="part titleBlock"><h1 class="title">Rivers</h1>' +
        '<p class="subtitle"><span data-generated>And time</span></p><p class="byline"><b class="person">' +
        '<span data-generated>A. Varga</span></b><span class="affiliation" data-generated> · Dr, Basin Group</span>' +
        '<span data-generated>; </span><b class="person"><span data-generated>Bo Li</span></b></p>' +
        '<p class="dateline">2025-03-12</p></header>',
    );
    assert.equal(parts[2], '<div class="part body"><p>Body.</p></div>');
  });

  it('tells a date that is printed and stated once, as it is printed', () => {
    const both = '# Rivers\n\n12 March 2025\n\nBody.\n\n2025/03/12\n';
    const parts = page(both, {
      roles: { Rivers: 'title', '12 March': 'date', '2025/': 'siteText' },
      metadata: { date: { ...factIn(both, '2025/03/12'), iso: '2025-03-12' } },
    });
    assert.match(parts[0] ?? '', /<p class="dateline"><span>12 March 2025<\/span><\/p>/u);
  });

  it('leaves a byline at the end of the paper where it is, and sets a title of two blocks as one', () => {
    const parts = page('# One\n\n# Two\n\nBody.\n\nBy A\n', {
      roles: { One: 'title', Two: 'title', 'By A': 'byline' },
    });
    assert.deepEqual(parts, [
      '<header class="part titleBlock"><h1 class="title">One<br data-generated>Two</h1></header>',
      '<div class="part body"><p>Body.</p></div>',
      '<div class="part body"><p>By A</p></div>',
    ]);
  });

  it('keeps a series in the title where markup holds both', () => {
    const both = '# **Brief: Rivers**\n';
    const [header] = page(both, {
      roles: { Brief: 'title' },
      metadata: { series: factIn(both, 'Brief'), title: factIn(both, 'Rivers') },
    });
    assert.equal(
      header,
      '<header class="part titleBlock"><h1 class="title"><strong>Brief: Rivers</strong></h1></header>',
    );
  });

  it('is no quotation that goes on behind the title: all of it is shown', () => {
    const quoted = '> # Rivers and Time\n>\n> The commission met twice.\n';
    const drawn = page(quoted, { roles: { 'Rivers and': 'title' } }).join('');
    assert.match(drawn, /<blockquote[^>]*><h2[^>]*>Rivers and Time<\/h2>/u);
    assert.match(drawn, /<p[^>]*>The commission met twice\.<\/p>/u);
  });
});
