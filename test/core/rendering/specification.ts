import specification from 'commonmark-spec';

/** An example of the CommonMark specification: Markdown, and the HTML that it wants. */
export type SpecificationExample = (typeof specification.tests)[number];

/** All examples; the specification prints tabs as arrows. */
export const examples: readonly SpecificationExample[] = specification.tests.map((example) => ({
  ...example,
  markdown: example.markdown.replaceAll('→', '\t'),
  html: example.html.replaceAll('→', '\t'),
}));
