import * as vscode from 'vscode';
import type { Category } from '../../core/annotations/annotation.ts';

/** The letters of categories in the editor's margin, one badge for each line. */
export interface MarginLetters {
  /** Shows the letters of the categories that begin in each line. */
  draw(editor: vscode.TextEditor, lines: ReadonlyMap<number, readonly Category[]>): void;
  /** Forgets the badges made so far: the theme or the categories changed. */
  clear(): void;
  dispose(): void;
}

/**
 * Colours of our own theme colours in badges: a picture in the margin can't refer to the theme.
 * As in package.json: light, dark.
 */
const palette: Readonly<Record<string, readonly [string, string]>> = {
  'policyAnnotator.evidence': ['#b58900', '#d7ba7d'],
  'policyAnnotator.claim': ['#1a7f37', '#4ec27a'],
  'policyAnnotator.question': ['#8250df', '#b392f0'],
  'policyAnnotator.disputed': ['#cf222e', '#f47067'],
  'policyAnnotator.recommendation': ['#0969da', '#6cb6ff'],
};
const otherColor = ['#616161', '#c5c5c5'] as const;

/** Makes badges on demand, one decoration type for each combination of categories in a line. */
export function createMarginLetters(): MarginLetters {
  const types = new Map<string, vscode.TextEditorDecorationType>();

  function typeOf(categories: readonly Category[]): vscode.TextEditorDecorationType {
    const key = JSON.stringify(categories.map(({ letter, color }) => [letter, color]));
    const known = types.get(key);
    if (known) return known;
    const type = vscode.window.createTextEditorDecorationType({
      gutterIconSize: 'contain',
      light: { gutterIconPath: badge(categories, 0) },
      dark: { gutterIconPath: badge(categories, 1) },
    });
    types.set(key, type);
    return type;
  }

  function clear(): void {
    for (const type of types.values()) type.dispose();
    types.clear();
  }

  return {
    draw(editor, lines) {
      const ranges = new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
      for (const [line, categories] of lines) {
        const different = categories.filter(
          (category, index) => categories.indexOf(category) === index,
        );
        const type = typeOf(different);
        ranges.set(type, [...(ranges.get(type) ?? []), new vscode.Range(line, 0, line, 0)]);
      }
      for (const type of types.values()) editor.setDecorations(type, ranges.get(type) ?? []);
    },
    clear,
    dispose: clear,
  };
}

/** A square with the letter; side by side for two categories, the second of more says how many. */
function badge(categories: readonly Category[], theme: 0 | 1): vscode.Uri {
  const letters = categories.map(({ letter }) => letter);
  const shown = letters.length > 2 ? [letters[0] ?? '', `+${letters.length - 1}`] : letters;
  const width = 16 / shown.length;
  const squares = shown.map((text, index) => {
    const fill = fillOf(categories[index], theme);
    const ink = theme === 0 ? '#ffffff' : '#1e1e1e';
    const middle = index * width + width / 2;
    const size = shown.length === 1 ? 11 : 8;
    return (
      `<rect x="${index * width + 0.5}" y="1" width="${width - 1}" height="14" rx="2.5" fill="${fill}"/>` +
      `<text x="${middle}" y="${8 + size * 0.36}" text-anchor="middle" font-family="sans-serif" ` +
      `font-size="${size}" font-weight="700" fill="${ink}">${escapeXml(text)}</text>`
    );
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${squares.join('')}</svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`, true);
}

function fillOf(category: Category | undefined, theme: 0 | 1): string {
  const color = category?.color ?? '';
  return color.startsWith('#') ? color : (palette[color] ?? otherColor)[theme];
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
