/** Phases and statuses, named as the vendor names them, each with the vendor's code: null where there is none. */
export const taskPhases = {
  TASK: { CREATED: 7100, RUNNING: 7101, STOPPED: 7102, SUCCEEDED: 7103, FAILED: 7104 },
} as const;
