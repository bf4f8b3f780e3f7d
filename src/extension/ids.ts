/** The prefix of every command, setting, view, context key and state key. */
export const prefix = 'policyAnnotator';

/** Ids of views, as in package.json. */
export const views = {
  keyPoints: 'policyAnnotator.keyPoints',
  tags: 'policyAnnotator.tags',
  annotations: 'policyAnnotator.annotations',
  comparison: 'policyAnnotator.comparison',
} as const;

/** The context key by which the Comparison view is there only while something is compared. */
export const comparingKey = 'policyAnnotator.comparing';

/** The custom editor and the panel that show the reading view of what VS Code can open as text. */
export const previewViewType = 'policyAnnotator.preview';

/** The custom editor that shows the reading view of PDF and Word files. */
export const paperViewType = 'policyAnnotator.paper';

/** The schemes of documents that the extension makes itself: none of them is a paper. */
export const schemes = {
  report: 'policy-annotator-report',
  edition: 'policy-annotator-edition',
} as const;
