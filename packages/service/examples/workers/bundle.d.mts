/** Bundles the worker into `worker.js` in a folder. */
export function bundleWorker(folder: string): Promise<void>;
