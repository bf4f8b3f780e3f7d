import * as vscode from 'vscode';
import { outlineOf, type Section } from '../../core/paper/outline.ts';
import { cutLabel, pointLabel } from '../../core/navigation/label.ts';
import type { Block, Paper, SourceRange } from '../../core/paper/paper.ts';
import type { Papers } from '../papers/papers.ts';

/** Sections and key points of plain-text papers for VS Code's Outline, breadcrumbs and Go to Symbol. */
export function createTextSymbols(papers: Papers): vscode.DocumentSymbolProvider {
  return {
    async provideDocumentSymbols(document) {
      if (!papers.isPaper(document)) return [];
      return symbolsOf((await papers.whenRead(document)).paper, document);
    },
  };
}

function symbolsOf(paper: Paper, document: vscode.TextDocument): vscode.DocumentSymbol[] {
  const rangeOf = ({ start, end }: SourceRange) =>
    new vscode.Range(document.positionAt(start), document.positionAt(end));

  const sectionSymbol = ({ title, heading, extent, children }: Section): vscode.DocumentSymbol => {
    const symbol = new vscode.DocumentSymbol(
      cutLabel(title),
      '',
      vscode.SymbolKind.String,
      rangeOf(extent),
      rangeOf(heading),
    );
    symbol.children = children.map(sectionSymbol);
    return symbol;
  };

  const pointSymbol = ({ text, ordinal, role, range }: Block) => {
    const kind = role === 'keyPoint' ? vscode.SymbolKind.EnumMember : vscode.SymbolKind.Event;
    const place = rangeOf(range);
    return new vscode.DocumentSymbol(pointLabel(ordinal, text), '', kind, place, place);
  };

  const symbols = outlineOf(paper).map(sectionSymbol);
  for (const block of paper.blocks) {
    if (block.text === '' || (block.role !== 'keyPoint' && block.role !== 'recommendation'))
      continue;
    const symbol = pointSymbol(block);
    (innermost(symbols, symbol.range)?.children ?? symbols).push(symbol);
  }
  return symbols;
}

function innermost(
  symbols: readonly vscode.DocumentSymbol[],
  range: vscode.Range,
): vscode.DocumentSymbol | null {
  const holder = symbols.find(
    (symbol) => symbol.kind === vscode.SymbolKind.String && symbol.range.contains(range),
  );
  return holder ? (innermost(holder.children, range) ?? holder) : null;
}
