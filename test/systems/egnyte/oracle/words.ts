/** The eight command words, their phases and codes, and the reasons of a failure (egnyte 2.2, 7). */

export type Word =
  | 'scan'
  | 'sanitize'
  | 'copy'
  | 'sync'
  | 'permissions'
  | 'simulatePermissions'
  | 'migrateData'
  | 'emptyFolders';

export function asWord(text: string): Word | null {
  if (text === 'scan' || text === 'sanitize' || text === 'copy' || text === 'sync') return text;
  if (text === 'permissions' || text === 'simulatePermissions') return text;
  if (text === 'migrateData' || text === 'emptyFolders') return text;
  return null;
}

export function phaseOf(word: Word): string {
  if (word === 'scan') return 'SCAN';
  if (word === 'sanitize') return 'SANITIZE';
  if (word === 'copy') return 'MIGRATE_DATA';
  if (word === 'sync') return 'DATA_SYNC';
  if (word === 'permissions') return 'MIGRATE_PERMISSIONS';
  if (word === 'simulatePermissions') return 'SIMULATE_PERMISSIONS';
  if (word === 'migrateData') return 'META_MIGRATE_DATA';
  return 'CREATE_EMPTY_FOLDERS';
}

export function inProgress(word: Word): number {
  if (word === 'scan') return 650;
  if (word === 'sanitize') return 651;
  if (word === 'copy') return 652;
  if (word === 'sync') return 653;
  if (word === 'migrateData') return 673;
  if (word === 'emptyFolders') return 682;
  return 654;
}

export function stopUnrequired(word: Word): number {
  if (word === 'scan') return 656;
  if (word === 'sanitize') return 657;
  if (word === 'copy') return 658;
  if (word === 'sync') return 659;
  if (word === 'migrateData') return 676;
  if (word === 'emptyFolders') return 683;
  return 660;
}

export function stopInProgress(word: Word): number {
  if (word === 'scan') return 663;
  if (word === 'sanitize') return 664;
  if (word === 'copy') return 665;
  if (word === 'sync') return 666;
  if (word === 'migrateData') return 674;
  if (word === 'emptyFolders') return 684;
  return 667;
}

export function stopRequired(word: Word): number {
  if (word === 'scan') return 668;
  if (word === 'sanitize') return 669;
  if (word === 'copy') return 670;
  if (word === 'sync') return 671;
  if (word === 'migrateData') return 675;
  if (word === 'emptyFolders') return 685;
  return 672;
}

export function agentInactive(word: Word): number {
  if (word === 'scan') return 686;
  if (word === 'sanitize') return 687;
  if (word === 'copy' || word === 'migrateData') return 688;
  if (word === 'sync') return 689;
  if (word === 'emptyFolders') return 690;
  return 691;
}

const general = [
  1000, 1020, 1021, 1030, 1040, 1050, 1060, 1070, 1080, 1090, 1100, 1120, 1130, 1131, 1150, 1160, 1180, 2040, 2080,
  2200, 6081, 9150, 50010, 50020, 50030, 50040,
];

function ownReasons(phase: string): number[] {
  if (phase === 'CREATE_MIGRATION') return [2010, 2011, 2012, 2013, 2015, 2016, 2018, 2030, 2060];
  if (phase === 'SCAN') return [3010, 3020, 3030, 3040, 3050, 3060, 3070];
  if (phase === 'SANITIZE') return [4010, 4020, 4030, 6080];
  if (phase === 'MIGRATE_DATA') return [5010, 5030, 5040, 5050, 2100];
  if (phase === 'DATA_SYNC') return [6010, 6020, 6030, 6040, 6050, 6060, 6070, 2100];
  if (phase === 'MIGRATE_PERMISSIONS' || phase === 'SIMULATE_PERMISSIONS') return [7010, 7020, 7030];
  if (phase === 'CREATE_EMPTY_FOLDERS') return [9010, 9020, 9030];
  if (phase === 'FINALIZE_MIGRATION') return [2050, 2070, 2090];
  if (phase === 'SPEED_TEST') return [6090];
  if (phase === 'SCAN_SOURCE') return [9050, 9060, 9070];
  if (phase === 'SIMULATE_SCAN') return [9110, 9120, 9130];
  if (phase === 'VALIDATE_PROJECT') return [9140];
  return [];
}

/** The reason that a failed report gives for a phase; null if the phase cannot have it. */
export function reason(phase: string, code: string | undefined): number | null {
  if (code === undefined || !/^\d+$/.test(code)) return null;
  const number = Number(code);
  if (ownReasons(phase).includes(number)) return number;
  // The general ones are for jobs and agents; a project's two phases have only their own.
  if (phase !== 'SIMULATE_SCAN' && phase !== 'VALIDATE_PROJECT' && general.includes(number)) return number;
  return null;
}
