// npm start [-- FOLDER] [--port N] [--desktop]: the extension in a VS Code, with papers open.
import { requireNode } from './nodeVersion.mjs';

requireNode();
const { start } = await import('./start/start.mjs');
await start();
