export { type ControlPlane, type ControlPlaneOptions, controlPlaneFor } from './control-plane.ts';
export { type ControlPlaneFixtures, type ControlPlaneWorkerFixtures, controlPlaneFixtures } from './fixtures.ts';
export { type ControlPlaneServer, type ServeOptions, serveControlPlane } from './serve.ts';
