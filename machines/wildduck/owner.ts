import type { EntityView, WorldView } from '../../src/define/index.ts';
import { shownPlain } from './facts.ts';
import { inPath, isUserThere } from './user.data.ts';

/** The owner of something that belongs to a user; null until it was made. */
export type Owned = { user: string | null };

export const ownerOf = (entity: EntityView): string | null => (entity.data as Owned).user;

/** All existing entities of a kind that belong to a user. */
export const thoseOf = (world: WorldView, kind: string, user: string): EntityView[] =>
  world.all(kind).filter((each) => ownerOf(each) === user && each.is('there'));

/** The entity with that id, if it belongs to the user: for other users it does not exist (wildduck 1). */
export function oneOf(world: WorldView, kind: string, id: string, user: string): EntityView | undefined {
  const found = world.find(kind, id);
  return found && ownerOf(found) === user && found.is('there') ? found : undefined;
}

/** Whether the user in the path is there. */
export const userThere = shownPlain({
  usual: true,
  yes: 'the user exists',
  no: 'the user does not exist',
  changedBy: ['user create', 'user delete', 'user delete deleteAfter=3d'],
  of: ({ world, params }) => isUserThere(world, inPath(params)),
});

/** Whether the entity was made under the user in the path; `by` are lines that make one. */
export const ownedByUser = (kind: string, by: readonly string[]) =>
  shownPlain({
    usual: true,
    yes: `the ${kind} was made under the user`,
    no: `the ${kind} was not made under the user`,
    changedBy: [...by, 'user:2 create', ...by.map((line) => `${line} user=2`)],
    of: ({ self, params }) => ownerOf(self) === inPath(params),
  });
