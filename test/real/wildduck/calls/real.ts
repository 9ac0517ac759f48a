import { createHash } from 'node:crypto';
import { type Document, ObjectId } from 'bson';
import type { World } from '../../../../src/engine/world.ts';
import type { Params } from '../../../../src/model/index.ts';
import type { Api, Reply } from '../api.ts';
import type { MongoStandIn } from '../mongo/server.ts';
import type { Order } from '../orders.ts';

/** What a call needs: the server, the model's world before the step, and the server's ids of our entities. */
export interface Real {
  readonly api: Api;
  readonly mongo: MongoStandIn;
  readonly lmtpPort: number;
  /** The model knows to whom a name belongs, and what a user has. */
  readonly model: World;
  readonly order: (order: Order) => Promise<void>;
  /** The server's clock, in milliseconds. */
  readonly now: () => number;
  /** `kind:id` and the server's id. */
  readonly ids: Map<string, string>;
  /** Secrets that were exchanged and are needed again: passwords, tokens, seeds, challenges. */
  readonly secrets: Map<string, string>;
}

export type Call = (real: Real, id: string, params: Params) => Promise<Reply>;
export type Calls = { readonly [command: string]: Call };

/** An id that the server never gave. */
const nobody = (key: string): string => createHash('sha1').update(key).digest('hex').slice(0, 24);

export const idOf = ({ ids }: Real, kind: string, id: string): string =>
  ids.get(`${kind}:${id}`) ?? nobody(`${kind}:${id}`);

/** The user in the path. */
export const pathOf = (real: Real, { user = '1' }: Params): string => `/users/${idOf(real, 'user', user)}`;

export const objectId = (id: string): ObjectId => new ObjectId(id);

/** Remembers the id that the server gave to a new entity. */
export function keepId(real: Real, kind: string, id: string, { answer, body }: Reply): void {
  if (answer.accepted && typeof body.id === 'string') real.ids.set(`${kind}:${id}`, body.id);
}

export const flagOf = (value: string | undefined): boolean | undefined =>
  value === undefined ? undefined : value === 'yes';

export const wordsOf = (list: string): string[] => (list === '' ? [] : list.split(','));

/** The first document that matches. */
export const one = ({ mongo }: Real, collection: string, filter: Document): Document | undefined =>
  mongo.collection(collection).find({ filter, limit: 1 })[0];
