import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Paper, Role } from '../../../../src/core/paper/paper.ts';
import { readPaper } from '../../../../src/core/paper/readPaper.ts';

function texts(paper: Paper, role: Role): readonly string[] {
  return paper.blocks.filter((block) => block.role === role).map(({ text }) => text);
}

/** What is asked of both pages: the one of our own and the one of the corpus. */
function facts(paper: Paper): unknown {
  const { metadata } = paper;
  return {
    series: metadata.series?.text,
    title: metadata.title?.text,
    people: metadata.people.map(({ name, rank, affiliations }) => ({ name, rank, affiliations })),
    date: metadata.date?.iso,
    posted: metadata.posted?.iso,
    publisher: metadata.publisher?.text,
    counts: Object.fromEntries(
      (['summary', 'keyPoint', 'disclaimer', 'posting', 'related', 'fullPaperLink'] as const).map(
        (role) => [role, texts(paper, role).length],
      ),
    ),
    tags: metadata.tags.length,
    body: texts(paper, 'body'),
    headings: texts(paper, 'heading'),
  };
}

const counts = {
  summary: 2,
  keyPoint: 7,
  disclaimer: 1,
  posting: 1,
  related: 2,
  fullPaperLink: 1,
};

describe('a captured page', () => {
  const name = 'samples/river-compacts-web-capture.txt';
  const text = readFileSync(name, 'utf8');
  const paper = readPaper(text, { format: 'text', name });

  it('is read as the paper in it, apart from the site around it', () => {
    assert.deepEqual(facts(paper), {
      series: 'Regional Policy Paper',
      title:
        'Regional Policy Paper: River Compacts and the Cost of Waiting: Options for the Upper Basin States',
      people: [
        {
          name: 'Ana Varga',
          rank: 'Lt Col',
          affiliations: ['Northern Engineers', 'Basin Studies Group'],
        },
      ],
      date: '2025-03-12',
      posted: '2025-03-27',
      publisher: 'Institute for Shared Waters',
      counts,
      tags: 12,
      body: [],
      headings: [],
    });
  });

  it('places every fact where it is printed', () => {
    const { title, series, publisher, date, people, tags } = paper.metadata;
    for (const fact of [title, series, publisher, date, ...tags]) {
      assert.ok(fact);
      assert.equal(text.slice(fact.range.start, fact.range.end), fact.text);
    }
    const [person] = people;
    assert.ok(person);
    assert.equal(text.slice(person.range.start, person.range.end), 'Ana Varga');
  });

  it('says in words why something is site text', () => {
    const why = (words: string): string | undefined =>
      paper.blocks.find(({ text: shown }) => shown === words)?.evidence;
    assert.equal(why('Skip to main content'), 'skip link');
    assert.equal(why('Log in'), 'log-in links');
    assert.equal(why('Delta Network'), 'menu');
    assert.equal(
      why('Regional Policy Paper: River Compacts and the Cost of W...'),
      'breadcrumb with shortened title',
    );
    assert.equal(why('Print Share Download PDF'), 'print and share links');
    assert.equal(why('upper_basin_map_cover.png'), 'image name');
    assert.equal(why('Footer: About RiverNet'), 'footer');
  });

  it('knows the acronyms that the paper defines', () => {
    assert.deepEqual(
      paper.metadata.acronyms.map(({ short, meaning }) => `${short}: ${meaning}`),
      ['UBS: Upper Basin States', 'JRO: Joint River Office'],
    );
  });

  it('is read the same with other line ends and a byte order mark', () => {
    for (const end of ['\r\n', '\r']) {
      const other = readPaper(`\ufeff${text.replace(/\n/gu, end)}`, { format: 'text', name });
      assert.deepEqual(facts(other), facts(paper));
    }
  });
});

describe('the captured page of the corpus', () => {
  const name = '../shared/corpus/txt/seed_csag_central_asia_cooperation.txt';

  it('is read as its labels say', function () {
    if (!existsSync(name)) this.skip();
    const paper = readPaper(readFileSync(name, 'utf8'), { format: 'text', name });
    const labels = (
      JSON.parse(readFileSync('../shared/corpus/truth.json', 'utf8')) as {
        documents: Record<string, { title: string; key_points: string[]; tags: string[] }>;
      }
    ).documents['txt/seed_csag_central_asia_cooperation.txt'];
    assert.deepEqual(facts(paper), {
      series: 'CSAG Strategy Paper',
      title: labels?.title,
      people: [{ name: 'Taewon Choi', rank: 'LTC', affiliations: ['ROK Army', 'CSAG CCJ5'] }],
      date: '2023-01-13',
      posted: '2023-01-24',
      publisher: 'NESA Center for Strategic Studies',
      counts,
      tags: 14,
      body: [],
      headings: [],
    });
    assert.deepEqual(texts(paper, 'keyPoint'), labels?.key_points);
    assert.deepEqual(
      paper.metadata.tags.map(({ text }) => text),
      labels?.tags,
    );
  });
});
