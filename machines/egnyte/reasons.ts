/** The reasons a failed report may give (egnyte 7). With any other reason, or none, the report is ignored. */
const ofEveryPhase = [
  1000, 1020, 1021, 1030, 1040, 1050, 1060, 1070, 1080, 1090, 1100, 1120, 1130, 1131, 1150, 1160, 1180, 2040, 2080,
  2200, 6081, 9150, 50010, 50020, 50030, 50040,
] as const;

const permissions = [7010, 7020, 7030] as const;

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
