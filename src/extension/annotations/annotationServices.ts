import type { AnnotationSettings } from '../configuration.ts';
import type { RegisterCommand } from '../commands.ts';
import type { Papers } from '../papers/papers.ts';
import type { Reveal } from '../preview/reveal.ts';
import type { ActiveSelection } from './activeSelection.ts';
import type { Annotations } from './annotations.ts';
import type { NoteThreads } from './noteThreads.ts';

/** What the features on annotations share. */
export interface AnnotationServices {
  readonly annotations: Annotations;
  readonly papers: Papers;
  readonly selection: ActiveSelection;
  readonly threads: NoteThreads;
  readonly reveal: Reveal;
  readonly registerCommand: RegisterCommand;
  readonly settings: () => AnnotationSettings;
}
