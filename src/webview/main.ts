import type { FromWebview } from '../core/protocol.ts';

const vscode = acquireVsCodeApi();
vscode.postMessage({ type: 'ready' } satisfies FromWebview);
