import { createRequire } from 'node:module';

/** An example of the CommonMark specification: Markdown, and the HTML that it wants. */
export interface SpecificationExample {
  readonly number: number;
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
}

const { tests } = createRequire(import.meta.url)('commonmark-spec') as {
  readonly tests: readonly SpecificationExample[];
};

/** All examples; the specification prints tabs as arrows. */
export const examples: readonly SpecificationExample[] = tests.map((example) => ({
  ...example,
  markdown: example.markdown.replaceAll('→', '\t'),
  html: example.html.replaceAll('→', '\t'),
}));
