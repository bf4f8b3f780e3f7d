import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import type { TextFormat, Role } from '../../../src/core/paper/paper.ts';
import { roles } from '../../../src/core/paper/paper.ts';
import { readPaper } from '../../../src/core/paper/readPaper.ts';
import { renderPaper } from '../../../src/core/rendering/renderPaper.ts';
import { checkTextMaps } from './checkTextMap.ts';
import { corpusFile } from './corpus.ts';
import { readHtml } from './readHtml.ts';

const folder = 'test/fixtures/xss';
const formats: readonly TextFormat[] = ['markdown', 'text'];

/** Renders a text and reads the result back; `readHtml` fails on anything that is not on its lists. */
function assertHarmless(text: string, format: TextFormat): void {
  const paper = readPaper(text, { format, name: 'hostile' });
  checkTextMaps(paper);
  // Every role draws in its own way, and a paper can be made to look like anything.
  for (const role of roles) {
    const blocks = paper.blocks.map((block) => ({ ...block, role, evidence: block.text }));
    for (const { html } of renderPaper({ ...paper, blocks }).parts) readHtml(html);
  }
}

const fragments = fc.constantFrom(
  ...[
    '<',
    '>',
    '"',
    "'",
    '&',
    '/',
    '=',
    ' ',
    '\n',
    '\n\n',
    '`',
    '[',
    ']',
    '(',
    ')',
    '!',
    '#',
    '*',
    '|',
  ],
  ...[
    '<script>',
    '</script>',
    '<img src=x onerror=x>',
    '<a href="javascript:x">',
    '</a>',
    '<ul><li>',
    '</li>',
  ],
  ...[
    '<table><tr>',
    '<td onclick=x>',
    '</table>',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
  ],
  ...[
    'javascript:',
    'data:',
    'https://a.b/',
    'onclick=',
    '&quot;',
    '&#x22;',
    '&lt;',
    '&#0;',
    '[^1]',
    '[^1]: ',
  ],
  ...[
    '- ',
    '1. ',
    '> ',
    '```',
    '|---|',
    '---',
    '\t',
    '\0',
    '\r',
    '{:',
    '}',
    '<p style=x>',
    '<br/>',
    'words',
  ],
);

describe('hostile papers', () => {
  for (const file of readdirSync(folder)) {
    it(`are rendered harmless: ${file}`, () => {
      const text = readFileSync(`${folder}/${file}`, 'utf8');
      for (const format of formats) assertHarmless(text, format);
    });
  }

  it('keep their words: nothing is dropped silently', () => {
    const paper = readPaper('<script>alert(1)</script>\n\na <x-y>b</x-y> c\n', {
      format: 'markdown',
      name: 'a',
    });
    const text = renderPaper(paper)
      .parts.map(({ html }) => readHtml(html).text)
      .join('|');
    assert.equal(text, '<script>alert(1)</script>\n|a <x-y>b</x-y> c');
  });

  const vectors = corpusFile('nasty', 'xss_vectors.html');
  if (vectors === null)
    it.skip('are rendered harmless: vectors of the corpus (the corpus is not here)');
  else
    it('are rendered harmless: vectors of the corpus, pasted anywhere', () => {
      const line = vectors.replaceAll('\n', ' ');
      for (const text of [
        vectors,
        `Text ${line}`,
        `- ${line}\n  - ${line}`,
        `> ${line}`,
        `# ${line}`,
        `| a |\n|---|\n| ${line.replaceAll('|', '\\|')} |`,
        `a[^1]\n\n[^1]: ${line}`,
        `---\ntitle: ${JSON.stringify(line)}\n---\n`,
        `[${line}](${line})`,
        `![${line}](x "${line}")`,
        `\`\`\`\n${vectors}\n\`\`\``,
        line.replaceAll('><', '>\n\n<'),
      ])
        for (const format of formats) assertHarmless(text, format);
    }).timeout(20_000);

  it('are rendered harmless, whatever stands beside what', () => {
    const texts = fc.array(fragments, { maxLength: 60 }).map((each) => each.join(''));
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom(...formats),
        fc.constantFrom<Role>(...roles),
        (text, format, role) => {
          const paper = readPaper(text, { format, name: 'hostile' });
          checkTextMaps(paper);
          const blocks = paper.blocks.map((block) => ({ ...block, role }));
          checkTextMaps({ ...paper, blocks });
        },
      ),
      { numRuns: 500 },
    );
  }).timeout(30_000);
});
