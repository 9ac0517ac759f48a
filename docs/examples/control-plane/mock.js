import { handlers } from 'migration-lifecycles/msw';
import { setupWorker } from 'msw/browser';

/** The control plane in the page itself. It needs mockServiceWorker.js beside the page: `npx msw init .` puts it there. */
export const start = () => setupWorker(...handlers('dovecot')).start({ quiet: true });
