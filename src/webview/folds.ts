/** Whether a closed fold hides the node. The line that stands for the fold is not hidden. */
export function closedFoldOf(node: Node): HTMLDetailsElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  const fold = element?.closest('details:not([open])') ?? null;
  if (!(fold instanceof HTMLDetailsElement)) return null;
  const isItsLine = element?.closest('summary')?.parentElement === fold;
  return closedFoldOf(fold.parentElement ?? document) ?? (isItsLine ? null : fold);
}

/** Opens every fold around the node. */
export function unfold(node: Node): void {
  for (let fold = closedFoldOf(node); fold !== null; fold = closedFoldOf(node)) fold.open = true;
}
