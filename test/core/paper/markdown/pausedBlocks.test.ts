import assert from 'node:assert/strict';
import createMarkdownIt from 'markdown-it';
import { parseMarkdown } from '../../../../src/core/paper/markdown/markdownTokens.ts';

const peer = createMarkdownIt({ html: true, linkify: true });

describe('a text of several thousand lines', () => {
  const lists =
    '- one\n\n  more on one\n- two\n  1. inner\n\n> quoted\nlazily\n\n```\n# code\n\n```\n\nWords\n===\n\n';
  const texts = {
    'with short blocks': lists.repeat(300),
    'with a list that goes on over a pause': `${'- item\n'.repeat(2500)}\nWords\n`,
    'with a fence that goes on over a pause': `Words\n\n\`\`\`\n${'code\n\n'.repeat(1500)}\`\`\`\n\nWords\n`,
    'of blank lines': '\n'.repeat(5000),
  };
  for (const [name, text] of Object.entries(texts))
    it(`is parsed ${name} as markdown-it parses it at once`, () => {
      assert.deepEqual(
        parseMarkdown(text).map(({ type, content, level }) => `${type} ${level} ${content}`),
        peer.parse(text, {}).map(({ type, content, level }) => `${type} ${level} ${content}`),
      );
    });
});
