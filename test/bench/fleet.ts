/** Five agents and twenty jobs, all of them scanned. */
export const fleet: readonly string[] = [
  'given ready',
  ...[2, 3, 4, 5].map((agent) => `agent:${agent} register version=3.20.0`),
  ...Array.from({ length: 19 }, (_, index) => index + 2).flatMap((job) => [
    `job:${job} create agent=${(job % 5) + 1} destination=/Shared/${job}`,
    `job:${job} create.started`,
    `job:${job} create.succeeded`,
    `job:${job} scan.started`,
    `job:${job} scan.succeeded`,
  ]),
];
