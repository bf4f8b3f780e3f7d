import type { ShownAnnotation, ReadingSettings } from '../core/protocol.ts';

/** What the page was told and shows: the host is its only owner. */
export interface ShownPaper {
  uri: string;
  version: number;
  placed: readonly ShownAnnotation[];
  settings: ReadingSettings;
  activeOffset: number | null;
  /** Whether the reader's notes from before a reload were taken up. */
  isResumed: boolean;
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
    isResumed: false,
  };
}
