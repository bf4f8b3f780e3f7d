/** What keys do in the page, when they are not typed into a field. Each answers whether it did something. */
export interface KeyActions {
  readonly toolbar: () => boolean;
  readonly escape: () => boolean;
  readonly back: () => boolean;
  readonly forward: () => boolean;
  readonly revealSource: () => boolean;
  readonly nextNote: () => boolean;
  readonly previousNote: () => boolean;
  readonly extend: (
    direction: 'forward' | 'backward',
    by: 'character' | 'word' | 'line',
  ) => boolean;
}

/**
 * The page's keys: Alt+F10 to the toolbar, Alt+Left and Alt+Right through followed links, Alt+Enter to
 * the source, N and P through the notes, Shift with an arrow to select without a mouse. Every other key,
 * and each of these that has nothing to do, goes on to VS Code.
 */
export function listenToKeys(actions: KeyActions): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || isTyping(event)) return;
    const action = actionOf(event, actions);
    if (action?.() !== true) return;
    event.preventDefault();
    event.stopPropagation();
  });
  // The mouse's own back and forward buttons.
  window.addEventListener('mouseup', (event) => {
    const action = event.button === 3 ? actions.back : event.button === 4 ? actions.forward : null;
    if (action?.() === true) event.preventDefault();
  });
}

function isTyping(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest('input,textarea,select') !== null;
}

function actionOf(event: KeyboardEvent, actions: KeyActions): (() => boolean) | undefined {
  const modifiers = [
    event.ctrlKey || event.metaKey ? 'Ctrl+' : '',
    event.altKey ? 'Alt+' : '',
    event.shiftKey ? 'Shift+' : '',
  ].join('');
  const bindings: Readonly<Record<string, () => boolean>> = {
    'Alt+F10': actions.toolbar,
    Escape: actions.escape,
    'Alt+ArrowLeft': actions.back,
    'Alt+ArrowRight': actions.forward,
    'Alt+Enter': actions.revealSource,
    n: actions.nextNote,
    p: actions.previousNote,
    'Shift+ArrowLeft': () => actions.extend('backward', 'character'),
    'Shift+ArrowRight': () => actions.extend('forward', 'character'),
    'Shift+ArrowUp': () => actions.extend('backward', 'line'),
    'Shift+ArrowDown': () => actions.extend('forward', 'line'),
    'Ctrl+Shift+ArrowLeft': () => actions.extend('backward', 'word'),
    'Ctrl+Shift+ArrowRight': () => actions.extend('forward', 'word'),
  };
  const key = modifiers + event.key;
  return Object.hasOwn(bindings, key) ? bindings[key] : undefined;
}
