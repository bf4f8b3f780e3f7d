import type { ShownAnnotation, ReadingSettings } from '../core/protocol.ts';

/** What the page was told and shows: the host is its only owner. */
export interface ShownPaper {
  uri: string;
  version: number;
  placed: readonly ShownAnnotation[];
  settings: ReadingSettings;
  activeOffset: number | null;
  /** Whether the paper's annotations have come: before, nothing can be said of one that is not there. */
  hasNotes: boolean;
}

/** Before the first message. */
export function noPaper(): ShownPaper {
  return {
    uri: '',
    version: -1,
    placed: [],
    settings: {
      fontFamily: '',
      fontSize: 0,
      measure: 0,
      lineHeight: 0,
      categories: [],
      defaultCategory: '',
      keys: {},
    },
    activeOffset: null,
    hasNotes: false,
  };
}
