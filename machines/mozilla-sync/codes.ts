import type { Alias, Code, CodeKind, CodeRow } from '../../src/define/index.ts';

const unavailable: Alias = {
  name: '503',
  says: 'The HTTP status of every answer of the infrastructure; the string in its body says which it is.',
};

/**
 * The codes of Mozilla Sync: the vendor's list "Response codes" in its order and under its two headings, with the
 * states of a node inserted, and five server answers that the list omits (mozilla-sync 7). Numbers and strings are the
 * vendor's; names are those of the servers if they have any; meanings and oddities are our own words.
 *
 * 30 rows: 14 state-rejection, 12 input-rejection, 4 environment-fault.
 */
export const codes: readonly CodeRow[] = [
  {
    ...listed(1, 'ERROR_ILLEGAL_METHOD', 'input-rejection'),
    meaning:
      'The request cannot be asked like this: nothing of that name is known here, or the version in its path is not served.',
    oddity:
      'server-syncstorage answers it also to a header or a query that it cannot read, where syncstorage-rs answers 0.',
  },
  {
    ...listed(2, 'ERROR_INVALID_CAPTCHA', 'input-rejection'),
    meaning: 'The server wants proof that a person asks, and the answer to its riddle is absent or wrong.',
  },
  {
    ...listed(3, 'ERROR_INVALID_USER', 'state-rejection'),
    meaning: 'Nobody is registered under this name, so no reset code can be sent.',
  },
  {
    ...listed(4, 'ERROR_INVALID_WRITE', 'state-rejection'),
    meaning:
      'What stands there may not be replaced: the name is registered, the batch is open, or all data would go without its deletion being confirmed.',
  },
  {
    ...listed(5, 'ERROR_WRONG_USERID', 'state-rejection'),
    meaning: 'Somebody signed the request who does not own what it names.',
    oddity: 'No published server raises it: they answer 401 instead.',
  },
  {
    ...listed(6, 'ERROR_MALFORMED_JSON', 'input-rejection'),
    meaning: 'The body of a registration is not JSON at all.',
    oddity:
      'syncstorage-rs never gives it: it answers 8 to a body that is not JSON. server-syncstorage and 1.1 give it, 1.1 only after quota and time (14, then 412).',
  },
  {
    ...listed(7, 'ERROR_MISSING_PASSWORD', 'input-rejection'),
    meaning: 'There has to be a password, and none or an empty one came.',
  },
  {
    ...listed(8, 'ERROR_INVALID_WBO', 'input-rejection'),
    meaning:
      'The body is not JSON, or an item breaks the rules for items: its size, its numbers, or an id that comes twice.',
    oddity: '1.1 looks at quota and time (14, then 412) before it checks items.',
  },
  {
    ...listed(9, 'ERROR_WEAK_PASSWORD', 'input-rejection'),
    meaning: 'The password is too easily guessed: under eight characters, or the name itself.',
  },
  {
    ...listed(10, 'ERROR_INVALID_RESET_CODE', 'state-rejection'),
    meaning: 'The reset code is wrong, or none is valid at the moment: ask for a new one.',
  },
  {
    ...listed(11, 'ERROR_UNSUPPORTED_FUNCTION', 'input-rejection'),
    meaning: 'That version of the service cannot do this: batches came with 1.5.',
    oddity: 'No published server raises it.',
  },
  {
    ...listed(12, 'ERROR_NO_EMAIL_ADDRESS', 'state-rejection'),
    meaning: 'There is no address to write to: the account has none, or the one given cannot be one.',
  },
  {
    ...listed(13, 'ERROR_INVALID_COLLECTION', 'input-rejection'),
    meaning: 'No collection can have that name: it takes 1 to 32 letters, digits, dots, underscores, hyphens.',
    oddity: 'Only the API pages speak of it; to the servers such a path does not exist (404, body 0).',
  },
  {
    ...listed(14, 'ERROR_OVER_QUOTA', 'state-rejection'),
    meaning: 'Nothing is left of what the account may store. Delete something, then write again.',
    oddity:
      '1.1 answers it with status 400 and asks it before 412, 6 and 8; 1.5 answers it with 403. Each of the three servers counts in a way of its own; here the whole storage counts, before each write.',
    also: [{ name: '403', says: 'The HTTP status of it in 1.5; 1.1 answers it with 400.' }],
  },
  {
    ...listed(15, 'ERROR_USERNAME_EMAIL_MISMATCH', 'input-rejection'),
    meaning: 'Names are made from addresses on this server, and this address belongs to another name.',
  },
  {
    ...listed(16, 'CLIENT_UPGRADE_REQUIRED', 'input-rejection'),
    meaning: 'The client is too old to be served any more.',
    oddity: 'Only the API pages speak of it; Rust answers 503 to such a client.',
    also: [
      {
        name: '503',
        says: 'The HTTP status with which syncstorage-rs turns away a client that is too old; its body is 0, without Retry-After.',
      },
    ],
  },
  {
    ...listed(17, 'WEAVE_SIZE_LIMIT_EXCEEDED', 'input-rejection'),
    meaning: 'The request is larger than one may be, or the client announces more than a request or a batch may carry.',
    also: [{ name: '413', says: 'The HTTP status of a request that is too large, before any item is looked at.' }],
  },
  {
    ...balancer('server issue: pool exhausted', 'POOL_EXHAUSTED', 'environment-fault'),
    meaning: 'The load balancer has no server left to hand the request to.',
    also: [{ name: '255', says: 'The number that Firefox for Android had for it.' }, unavailable],
  },
  {
    ...balancer('server issue: getVS failed', 'GETVS_FAILED', 'environment-fault'),
    meaning: 'The load balancer could not tell which virtual server the request is for.',
  },
  {
    ...balancer('server issue: prefix not set', 'PREFIX_NOT_SET', 'environment-fault'),
    meaning: 'The load balancer lacks the prefix by which it finds the database.',
  },
  {
    ...balancer('server issue: database not in pool', 'DATABASE_NOT_IN_POOL', 'environment-fault'),
    meaning: 'The database of the request is none of those that the load balancer serves.',
  },
  {
    ...balancer('server issue: host header not received from client', 'HOST_HEADER_NOT_RECEIVED', 'input-rejection'),
    meaning: 'Without the Host header nobody knows which node the request is meant for.',
  },
  {
    ...balancer('server issue: database lookup failed', 'DATABASE_LOOKUP_FAILED', 'state-rejection'),
    meaning: 'There is no such node: it was never set up, or it was taken away.',
  },
  {
    ...balancer('server issue: database is not healthy', 'DATABASE_NOT_HEALTHY', 'state-rejection'),
    meaning: "The node's database answers, but not as it should.",
  },
  {
    ...balancer('server issue: database marked as down', 'DATABASE_MARKED_AS_DOWN', 'state-rejection'),
    meaning: "Somebody has taken the node's database out of service.",
  },
  {
    ...unlisted('server issue: node reassignment', 'NODE_REASSIGNMENT'),
    meaning: 'The node is being given up. Ask which node is yours now, and go there.',
    also: [unavailable],
  },
  {
    ...unlisted(0, 'WEAVE_UNKNOWN_ERROR'),
    meaning:
      'An error without a code of its own: the batch is unknown, over, or for another collection; a header is no number that can be read; or the name of a BSO is empty or too long.',
    oddity:
      'It is the body of every error of syncstorage-rs that has no code of its own, those with status 401 and 404 included.',
    also: [
      { name: '409', says: 'The HTTP status of a write conflict in the API pages; the servers answer 503 instead.' },
      {
        name: '503',
        says: 'The HTTP status of a write conflict, with body 0 and Retry-After: 10; send it again after 10 s. Other than that, Retry-After announces maintenance.',
      },
    ],
  },
  {
    ...unlisted(401, 'UNAUTHORIZED'),
    meaning: 'The credentials are not good here: they are wrong, or no account of that name is registered.',
    oddity: 'Its body is 0; the number is the HTTP status.',
  },
  {
    ...unlisted(404, 'NOT_FOUND'),
    meaning: 'What was asked for is not there.',
    oddity: 'Its body is 0; the number is the HTTP status.',
  },
  {
    ...unlisted(412, 'PRECONDITION_FAILED'),
    meaning: 'Somebody changed it after the moment that the request names. Fetch what is new, then try again.',
    oddity:
      "Its body is empty; the number is the HTTP status. 1.1 asks it before 6 and 8, and holds even a single BSO against the collection's time.",
  },
];

type Head<C extends Code> = Omit<CodeRow, 'meaning'> & { readonly code: C };

function listed<C extends number>(code: C, name: string, kind: CodeKind): Head<C> {
  return { code, name, category: 'Server-produced response codes', kind, mark: 'S' };
}

function balancer<C extends string>(code: C, name: string, kind: CodeKind): Head<C> {
  const category = 'Infrastructure-produced response codes';
  const oddity = 'It speaks of load balancers that were never published.';
  return { code, name, category, kind, mark: 'S', oddity, also: [unavailable] };
}

function unlisted<C extends Code>(code: C, name: string): Head<C> {
  return { code, name, category: "not in the vendor's list", kind: 'state-rejection', mark: 'F' };
}
