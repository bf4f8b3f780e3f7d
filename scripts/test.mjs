// npm test: installs what is missing and runs every check. The last line holds the totals.
import { requireNode } from './nodeVersion.mjs';

requireNode();
const { testAll } = await import('./tests/testAll.mjs');
await testAll();
