import type * as vscode from 'vscode';
import type { Annotations } from '../annotations.ts';
import type { Backups } from './backups.ts';
import type { AnnotationStorage } from './createStorage.ts';

/** What the commands on the store share. */
export interface StorageServices {
  readonly storage: AnnotationStorage;
  readonly annotations: Annotations;
  readonly backups: Backups;
  readonly log: vscode.LogOutputChannel;
}
