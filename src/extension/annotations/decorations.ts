import * as vscode from 'vscode';
import type { Category } from '../../core/annotations/annotation.ts';
import { categoryOf } from '../../core/annotations/categories.ts';
import { affectsAnnotationSettings } from '../configuration.ts';
import type { AnnotationServices } from './annotationServices.ts';
import { createMarginLetters } from './marginLetters.ts';

type Services = Pick<AnnotationServices, 'annotations' | 'papers' | 'settings'>;

/** Shows annotations in text editors: tint and underline, the letter in the margin, a ruler mark. */
export function registerDecorations({
  annotations,
  papers,
  settings,
}: Services): vscode.Disposable {
  let types = new Map<string, vscode.TextEditorDecorationType>();
  const letters = createMarginLetters();

  /** Types are made when first needed and live until settings or theme change. */
  function typeOf(category: Category, changed: boolean): vscode.TextEditorDecorationType {
    const key = JSON.stringify([category, changed]);
    const type =
      types.get(key) ?? vscode.window.createTextEditorDecorationType(look(category, changed));
    types.set(key, type);
    return type;
  }

  function draw(editor: vscode.TextEditor): void {
    const { document } = editor;
    const { categories } = settings();
    const ranges = new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
    const lines = new Map<number, Category[]>();
    for (const { annotation, anchor } of papers.isPaper(document)
      ? annotations.placed(document.uri)
      : []) {
      if (anchor === null) continue;
      const category = categoryOf(categories, annotation.category);
      const type = typeOf(category, anchor.how === 'changed');
      const range = new vscode.Range(
        document.positionAt(anchor.start),
        document.positionAt(anchor.end),
      );
      ranges.set(type, [...(ranges.get(type) ?? []), range]);
      lines.set(range.start.line, [...(lines.get(range.start.line) ?? []), category]);
    }
    for (const type of types.values()) editor.setDecorations(type, ranges.get(type) ?? []);
    letters.draw(editor, lines);
  }

  function drawAll(paper?: vscode.Uri): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (!paper || editor.document.uri.toString() === paper.toString()) draw(editor);
    }
  }

  function renew(): void {
    const old = types;
    types = new Map();
    letters.clear();
    drawAll();
    for (const type of old.values()) type.dispose();
  }

  drawAll();
  return vscode.Disposable.from(
    annotations.onDidChange(drawAll),
    vscode.window.onDidChangeVisibleTextEditors(() => {
      drawAll();
    }),
    vscode.window.onDidChangeActiveColorTheme(renew),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (affectsAnnotationSettings(event)) renew();
    }),
    letters,
    new vscode.Disposable(() => {
      for (const type of types.values()) type.dispose();
    }),
  );
}

function look(category: Category, changed: boolean): vscode.DecorationRenderOptions {
  const isHex = category.color.startsWith('#');
  const color = isHex ? category.color : new vscode.ThemeColor(category.color);
  // The name that VS Code gives a theme colour in its style sheets; an API for tints of one is missing.
  const css = isHex ? category.color : `var(--vscode-${category.color.replaceAll('.', '-')})`;
  const { kind } = vscode.window.activeColorTheme;
  const tint = kind === vscode.ColorThemeKind.Dark ? 24 : 20;
  const highContrast =
    kind === vscode.ColorThemeKind.HighContrast || kind === vscode.ColorThemeKind.HighContrastLight;
  return {
    ...(highContrast
      ? {}
      : { backgroundColor: `color-mix(in srgb, ${css} ${tint}%, transparent)` }),
    borderWidth: '0 0 2px 0',
    borderStyle: changed ? 'dashed' : 'solid',
    borderColor: color,
    overviewRulerColor: color,
    overviewRulerLane: vscode.OverviewRulerLane.Right,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  };
}
