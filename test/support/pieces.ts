import * as fc from 'fast-check';

/** Pieces of Markdown, most of which change what stands around them when they come and go. */
export const markdownPieces = fc.constantFrom(
  ...['Plain words of a paragraph.\n\n', 'More words\nover two lines.\n\n', 'word ', '\n', '\n\n'],
  ...['# Heading\n\n', '## Key Findings\n\n', '##Heading\n', 'Setext\n===\n', '---\n', '***\n\n'],
  ...[
    '- item\n',
    '- item\n\n',
    '  - inner\n',
    '1. one\n',
    '    indented\n',
    '> quoted\n',
    '> - in it\n',
  ],
  ...['```\ncode\n```\n\n', '```\n', '| a | b |\n| - | - |\n| c | d |\n\n', '| - | - |\n'],
  ...[
    '[a]: http://example.org\n\n',
    'See [a] and [b][a].\n\n',
    '[^1]: a note\n\n',
    'see[^1] ',
    '[^2] ',
  ],
  ...['<div>\n', '</div>\n\n', '<!-- c\n', '-->\n', '<ul><li>one</li></ul>\n\n', '<b>bold</b> '],
  ...[
    '• point\n',
    '• point\n\n',
    'Intro\n• point\n\n',
    '▪ other\n\n',
    '{: .x}\n',
    '&amp; ',
    '*em* ',
  ],
  ...[
    '\r\n',
    'lines\r\n\r\n',
    '\t',
    '\u00A0\n',
    'title: A\n',
    'By Ana Varga\n\n',
    '12 March 2024\n\n',
  ],
);

/** The same for plain text. */
export const textPieces = fc.constantFrom(
  ...[
    'Plain words of a paragraph that goes on for a while, as paragraphs do.\n\n',
    'word ',
    '\n',
    '\n\n',
  ],
  ...[
    'A Short Heading\n\n',
    'KEY FINDINGS\n\n',
    '1. First Part\n\n',
    '2.1 Second Part\n\n',
    'Key Points:\n\n',
  ],
  ...[
    '• point\n',
    '  • point of its own\n',
    '- dash\n',
    '1. one\n',
    '2. two\n',
    '(a) letter\n',
    'c) roman\n',
  ],
  ...['the next line of a hard wrapped paragraph which is as long as the others are\n'],
  ...[
    'a line that ends in a divi-\n',
    'ded word and goes on to the full width of a line of\n',
    'divided ',
  ],
  ...['Annual Review 21\n', 'Annual Review 22\n', 'Annual Review 23 ', '12\n\n', '13\n\n', '\f'],
  ...[
    'Port    Hours\nHolm      610\nMoor      200\n\n',
    '-----\n',
    'https://example.org/a ',
    '\t',
    '\r\n',
  ],
  ...[
    '[1] a typed note\n',
    'image_name.png\n',
    'See all tags\n',
    'By Ana Varga\n\n',
    '12 March 2024\n\n',
  ],
);
