import type { SystemName } from '../../machines/index.ts';

/** Proven from the condition: it cannot hold in the plain form of its command. */
export const PLAIN_PARAMETERS = 'it asks for other parameters than the plain form has';
/** Known from the reachable set: the plain form was asked in every situation. */
export const NEVER_PLAIN = 'in the plain form it decides in no situation';

const NO_ANSWER = 'it has an effect and gives no answer: the gates behind it are asked';
const OTHER_ID = 'what the entity is called decides, and scenarios are tried for the entity 1';
const PARAMETERS = 'its fact is so only with a parameter that the plain form lacks';

/** By system: gates that no shipped scenario shows, though they may decide in the plain form; each with its reason. */
export const WITHOUT_SCENARIO: { readonly [Name in SystemName]?: { readonly [gate: string]: string } } = {
  wildduck: {
    'user create 0 create 1': OTHER_ID,
    'user create 4 create 5': OTHER_ID,
    'user restore 2 restore 3': NO_ANSWER,
    'user restore 4 restore 5': OTHER_ID,
    'user webauthn.register 2 webauthn.register 3': NO_ANSWER,
    'user webauthn.authenticate 5 webauthn.authenticate 6': NO_ANSWER,
    'session authenticate 5 authenticate 6': PARAMETERS,
    'session call 1 call 2': NO_ANSWER,
    'session end 1 end 2': NO_ANSWER,
    'address create 1 create 2': OTHER_ID,
    'address update 4 update 5': PARAMETERS,
    'address update 6 update 7': PARAMETERS,
    'address forwarded.create 1 forwarded.create 2': OTHER_ID,
    'address forwarded.update 2 forwarded.update 3': PARAMETERS,
    'address forwarded.update 4 forwarded.update 5': PARAMETERS,
    'mailbox create 0 create 1': OTHER_ID,
    'mailbox rename 4 rename 5': OTHER_ID,
    'mailbox delete 2 delete 3': OTHER_ID,
    'message append 5 append 6': PARAMETERS,
  },
  'mozilla-sync': {
    'storage info 12 info 13': PARAMETERS,
    'storage delete 12 delete 13': PARAMETERS,
    'collection get 13 get 14': OTHER_ID,
    'collection post 13 post 14': OTHER_ID,
    'collection post 19 post 20': PARAMETERS,
    'collection delete 13 delete 14': OTHER_ID,
    'bso get 11 get 12': OTHER_ID,
    'bso get 14 get 15': OTHER_ID,
    'bso put 11 put 12': OTHER_ID,
    'bso put 14 put 15': OTHER_ID,
    'bso delete 11 delete 12': OTHER_ID,
    'bso delete 14 delete 15': OTHER_ID,
    'batch append 14 append 15': PARAMETERS,
    'batch append 21 append 22': PARAMETERS,
    'batch commit 14 commit 15': PARAMETERS,
    'batch commit 21 commit 22': PARAMETERS,
  },
};
