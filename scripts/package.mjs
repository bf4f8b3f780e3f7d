// npm run package: makes the extension's .vsix in the project's folder.
import { main } from './project.mjs';
import { packageExtension } from './packageExtension.mjs';

await main(async () => console.log(`Made ${await packageExtension()}`));
