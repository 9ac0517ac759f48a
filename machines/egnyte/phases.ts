import type { Code } from '../../src/define/index.ts';

/** Statuses and their codes (egnyte 1). The same status has different last digits in different families. */
export const jobPhases = {
  CREATE_MIGRATION: { RUNNING: 910, SUCCEEDED: 911, FAILED: 912, STOPPED: 913, PAUSED: 914, QUEUED: 917 },
  META_MIGRATE_DATA: {
    RUNNING: 101,
    SUCCEEDED: 103,
    FAILED: 102,
    STOPPING: 104,
    STOPPED: 105,
    PAUSED: 106,
    QUEUED: 107,
  },
  SCAN: {
    RUNNING: 930,
    SUCCEEDED: 932,
    FAILED: 931,
    STOPPING: 933,
    STOPPED: 934,
    PAUSED: 935,
    QUEUED: 937,
    SKIPPED: 936,
  },
  SANITIZE: {
    RUNNING: 970,
    SUCCEEDED: 972,
    FAILED: 971,
    STOPPING: 973,
    STOPPED: 974,
    PAUSED: 975,
    QUEUED: 977,
    SKIPPED: 976,
  },
  MIGRATE_DATA: { RUNNING: 920, SUCCEEDED: 922, FAILED: 921, STOPPING: 923, STOPPED: 924, PAUSED: 925, QUEUED: 927 },
  DATA_UPLOAD: {
    RUNNING: 940,
    SUCCEEDED: 942,
    FAILED: 941,
    STOPPING: 943,
    STOPPED: 944,
    PAUSED: 945,
    QUEUED: 947,
    SUSPENDED: 948,
  },
  ASYNC_COPY: {
    RUNNING: 110,
    SUCCEEDED: 112,
    FAILED: 111,
    STOPPING: 113,
    STOPPED: 114,
    PAUSED: 115,
    QUEUED: 117,
    SUSPENDED: 118,
  },
  CREATE_EMPTY_FOLDERS: {
    RUNNING: 120,
    SUCCEEDED: 122,
    FAILED: 121,
    STOPPING: 123,
    STOPPED: 124,
    PAUSED: 125,
    QUEUED: 127,
  },
  DATA_SYNC: {
    RUNNING: 950,
    SUCCEEDED: 952,
    FAILED: 951,
    STOPPING: 953,
    STOPPED: 954,
    PAUSED: 955,
    QUEUED: 957,
    SUSPENDED: 958,
  },
  MIGRATE_PERMISSIONS: {
    RUNNING: 960,
    SUCCEEDED: 962,
    FAILED: 961,
    STOPPING: 963,
    STOPPED: 964,
    PAUSED: 965,
    QUEUED: 967,
  },
  SIMULATE_PERMISSIONS: {
    RUNNING: 130,
    SUCCEEDED: 132,
    FAILED: 131,
    STOPPING: 133,
    STOPPED: 134,
    PAUSED: 135,
    QUEUED: 137,
  },
  FINALIZE_MIGRATION: { RUNNING: 980, SUCCEEDED: 981, FAILED: 982, STOPPED: 984, PAUSED: 983, QUEUED: 987 },
  SCHEDULE_JOB: {
    CREATED: 220,
    RUNNING: 221,
    SUCCEEDED: 222,
    FAILED: 225,
    STOPPING: 223,
    STOPPED: 224,
    PAUSED: 226,
  },
} as const satisfies Phases;

export const agentPhases = {
  AGENT: { INACTIVE: 900, ACTIVE: 901, DEACTIVATED: 902, DELETED: 903 },
  AGENT_UPGRADE: { RUNNING: 993, SUCCEEDED: 994, FAILED: 995, TIMEOUT: 996, SCHEDULED: null },
  AGENT_RETIRE: { RUNNING: 193, SUCCEEDED: 194, FAILED: 195, TIMEOUT: 196 },
  SCAN_SOURCE: { RUNNING: 230, SUCCEEDED: 232, FAILED: 231, PAUSED: 233 },
  SPEED_TEST: { RUNNING: 210, SUCCEEDED: 212, FAILED: 211, STOPPING: 213, STOPPED: 214, PAUSED: 215 },
} as const satisfies Phases;

export const projectPhases = {
  CREATE_PROJECT: { SUCCEEDED: 140 },
  SIMULATE_SCAN: { RUNNING: 141, SUCCEEDED: 143, FAILED: 142, PAUSED: 144 },
  VALIDATE_PROJECT: { RUNNING: 160, SUCCEEDED: 162, FAILED: 161, STOPPING: 164, STOPPED: 165, PAUSED: 163 },
  DELETE_PROJECT: { SUCCEEDED: 145, FAILED: 146 },
} as const satisfies Phases;

type Phases = { readonly [phase: string]: { readonly [status: string]: Code | null } };

const ofEveryPhase = [
  1000, 1020, 1021, 1030, 1040, 1050, 1060, 1070, 1080, 1090, 1100, 1120, 1130, 1131, 1150, 1160, 1180, 2040, 2080,
  2200, 6081, 9150, 50010, 50020, 50030, 50040,
] as const;

const permissions = [7010, 7020, 7030] as const;

/**
 * The reasons a failed report may give, by phase (egnyte 7). With any other reason, or none, the report is ignored.
 */
export const reasons = {
  CREATE_MIGRATION: [2010, 2011, 2012, 2013, 2015, 2016, 2018, 2030, 2060, ...ofEveryPhase],
  META_MIGRATE_DATA: ofEveryPhase,
  SCAN: [3010, 3020, 3030, 3040, 3050, 3060, 3070, ...ofEveryPhase],
  SANITIZE: [4010, 4020, 4030, 6080, ...ofEveryPhase],
  MIGRATE_DATA: [5010, 5030, 5040, 5050, 2100, ...ofEveryPhase],
  CREATE_EMPTY_FOLDERS: [9010, 9020, 9030, ...ofEveryPhase],
  DATA_SYNC: [6010, 6020, 6030, 6040, 6050, 6060, 6070, 2100, ...ofEveryPhase],
  MIGRATE_PERMISSIONS: [...permissions, ...ofEveryPhase],
  SIMULATE_PERMISSIONS: [...permissions, ...ofEveryPhase],
  FINALIZE_MIGRATION: [2050, 2070, 2090, ...ofEveryPhase],
  SPEED_TEST: [6090, ...ofEveryPhase],
  SCAN_SOURCE: [9050, 9060, 9070, ...ofEveryPhase],
  SIMULATE_SCAN: [9110, 9120, 9130],
  VALIDATE_PROJECT: [9140],
} as const;

/** What pauses a True-Up for review (egnyte 2.5). */
export const reviewReasons = [9080, 9090, 9100] as const;
