/** A paper of the samples with words of it; `usual` is the editor that VS Code opens for it. */
export interface SamplePaper {
  readonly file: string;
  readonly usual: 'text' | 'reading view';
  readonly title: RegExp;
  readonly passage: string;
}

/** One of each format that is no plain text. */
export const fileSamples = [
  {
    file: 'pilot-fees-web-page.html',
    usual: 'text',
    title: /Who Pays the Pilot\?/,
    passage: 'lighthouses in the same way',
  },
  {
    file: 'ferry-subsidies.pdf',
    usual: 'reading view',
    title: /Lifeline or Habit\?/,
    passage: 'no alternative by road',
  },
  {
    file: 'water-meters.docx',
    usual: 'reading view',
    title: /Meters First/,
    passage: 'a third of the debt',
  },
] as const satisfies readonly SamplePaper[];
