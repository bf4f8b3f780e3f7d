// What is done with the whole store, when somebody asks for it.
export { exportAll, importAll } from './exportImport.ts';
export { restoreBackup } from './restoreBackup.ts';
export { examineStore } from './storeHealth.ts';
export { storeReport } from './storeReport.ts';
