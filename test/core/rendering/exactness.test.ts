import { readPaper } from '../../../src/core/paper/readPaper.ts';
import { checkTextMaps } from './checkTextMap.ts';
import { corpusPapers } from './corpus.ts';
import { examples } from './specification.ts';

describe('the text map', () => {
  const variants: Readonly<Record<string, (markdown: string) => string>> = {
    'as it stands': (markdown) => markdown,
    'with CRLF line ends': (markdown) => markdown.replaceAll('\n', '\r\n'),
    'in a quotation': (markdown) => markdown.replace(/^/gmu, '> '),
    'in a list': (markdown) => `- a\n- ${markdown.replaceAll('\n', '\n  ')}`,
    'in a note': (markdown) => `a[^1]\n\n[^1]: ${markdown.replaceAll('\n', '\n    ')}`,
    'behind front matter': (markdown) => `---\ntitle: A title\n---\n${markdown}`,
  };
  for (const [name, vary] of Object.entries(variants)) {
    it(`is exact for every example of the CommonMark specification, ${name}`, () => {
      for (const { number, markdown } of examples) {
        const text = vary(markdown);
        try {
          checkTextMaps(readPaper(text, { format: 'markdown', name: `example-${number}.md` }));
        } catch (error) {
          throw new Error(`example ${number}: ${JSON.stringify(text)}`, { cause: error });
        }
      }
    }).timeout(20_000);
  }

  const papers = corpusPapers();
  if (papers.length === 0)
    it.skip('is exact for every paper of the corpus (the corpus is not here)');
  for (const { name, format, text } of papers) {
    it(`is exact for ${name}`, () => {
      checkTextMaps(readPaper(text, { format, name }));
    }).timeout(20_000);
  }
});
