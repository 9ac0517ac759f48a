import type { SystemName } from '../../machines/index.ts';

const EARLIER_JOB = 'an earlier job with the same destination: its lines have to come before those of the job itself';
const NO_ANSWER = 'it has an effect and gives no answer: the gates behind it are asked';
const OTHER_ID = 'what the entity is called decides, and scenarios are tried for the first entity';
const NONE_FOUND = 'none of the ways that were tried leads there in a real world; why is not known';

/** By system: gates that no shipped scenario shows, though they ask for no parameter; each with its reason. */
export const WITHOUT_SCENARIO: { readonly [Name in SystemName]?: { readonly [gate: string]: string } } = {
  egnyte: {
    'job scan.start 32 start 4': EARLIER_JOB,
    'job sanitize.start 32 start 4': EARLIER_JOB,
    'job copy.start 32 start 4': EARLIER_JOB,
    'job sync.start 32 start 4': EARLIER_JOB,
    'job permissions.start 32 start 4': EARLIER_JOB,
    'job simulatePermissions.start 32 start 4': EARLIER_JOB,
    'job migrateData.start 32 start 4': EARLIER_JOB,
    'job emptyFolders.start 32 start 4': EARLIER_JOB,
    'project splitJobs 4 splitJobs 5': NONE_FOUND,
  },
  wildduck: {
    'user create 4 create 5': OTHER_ID,
    'user restore 2 restore 3': NO_ANSWER,
    'user restore 4 restore 5': OTHER_ID,
    'user totp.check 1 totp.check 2': NONE_FOUND,
    'user webauthn.register 2 webauthn.register 3': NO_ANSWER,
    'user webauthn.authenticate 5 webauthn.authenticate 6': NO_ANSWER,
    'session call 1 call 2': NO_ANSWER,
    'session end 1 end 2': NO_ANSWER,
    'address delete 2 delete 3': NONE_FOUND,
    'mailbox rename 4 rename 5': OTHER_ID,
    'mailbox delete 2 delete 3': NONE_FOUND,
    'message submit 5 submit 6': NONE_FOUND,
    'message submit 6 submit 7': NONE_FOUND,
  },
  'mozilla-sync': {
    'bso get 11 get 12': OTHER_ID,
    'bso put 11 put 12': OTHER_ID,
    'bso delete 11 delete 12': OTHER_ID,
  },
};
