/** The prefix of every command, setting, view, context key and state key. */
export const prefix = 'policyAnnotator';

/** Ids of views, as in package.json. */
export const views = {
  keyPoints: 'policyAnnotator.keyPoints',
  tags: 'policyAnnotator.tags',
  annotations: 'policyAnnotator.annotations',
  comparison: 'policyAnnotator.comparison',
} as const;

/** The custom editor and the panel that show the reading view of what VS Code can open as text. */
export const previewViewType = 'policyAnnotator.preview';

/** The custom editor that shows the reading view of PDF and Word files. */
export const paperViewType = 'policyAnnotator.paper';
