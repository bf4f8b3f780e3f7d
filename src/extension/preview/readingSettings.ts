import * as vscode from 'vscode';
import type { ReadingSettings } from '../../core/protocol.ts';
import { prefix } from '../ids.ts';

/** Which of text editor and preview scrolls with the other. */
export interface ScrollSync {
  readonly previewFollowsEditor: boolean;
  readonly editorFollowsPreview: boolean;
}

const section = `${prefix}.preview`;

/** How far the preview and the text editor scroll together, from the settings. */
export function readScrollSync(scope: vscode.Uri): ScrollSync {
  const value = vscode.workspace.getConfiguration(section, scope).get<string>('scrollSync', 'both');
  return {
    previewFollowsEditor: value === 'both' || value === 'previewFollowsEditor',
    editorFollowsPreview: value === 'both' || value === 'editorFollowsPreview',
  };
}

/** How the page is set, from the settings; values of a wrong type or out of bounds are mended. */
export function readTypography(
  scope: vscode.Uri,
): Pick<ReadingSettings, 'fontFamily' | 'fontSize' | 'measure' | 'lineHeight'> {
  const configuration = vscode.workspace.getConfiguration(section, scope);
  const number = (name: string, least: number, most: number, usual: number) => {
    const value = configuration.get<unknown>(name);
    if (typeof value !== 'number' || !Number.isFinite(value)) return usual;
    return value === 0 ? 0 : Math.min(most, Math.max(least, value));
  };
  const family = configuration.get<unknown>('fontFamily');
  return {
    fontFamily: typeof family === 'string' ? family : '',
    fontSize: number('fontSize', 8, 40, 0),
    measure: number('measure', 20, 120, 44),
    lineHeight: number('lineHeight', 1, 3, 1.6),
  };
}

/** Whether a change of settings touches the preview. */
export function touchesPreview(event: vscode.ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(prefix);
}

interface Keybinding {
  readonly command: string;
  readonly key: string;
}

/**
 * The keys that the manifest binds to our commands, as they are printed ("Ctrl+Alt+H"), by command id.
 * VS Code tells extensions nothing of keys that a user bound, so these are the ones we ship.
 */
export function readKeys(manifest: unknown): Readonly<Record<string, string>> {
  const { contributes } = manifest as {
    contributes?: { keybindings?: readonly Keybinding[] };
  };
  const bindings = contributes?.keybindings ?? [];
  return Object.fromEntries(bindings.map(({ command, key }) => [command, printedKey(key)]));
}

function printedKey(key: string): string {
  return key
    .split(' ')
    .map((chord) => chord.split('+').map(capitalized).join('+'))
    .join(' ');
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
