// npm run package [-- --out FOLDER]: makes the extension's .vsix, in the project's folder.
import { parseArgs } from 'node:util';
import { packageExtension } from './packageExtension.mjs';
import { main } from './project.mjs';

const { values } = parseArgs({ options: { out: { type: 'string' } } });

await main(() => packageExtension(values.out));
