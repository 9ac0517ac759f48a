/*
 * Drops each gate of each entity in turn, checks the UI that forgets it, and prints the mismatches for which no scenario
 * was found. It takes several minutes: `npm run dropped-gates [SYSTEM [ENTITY]]`.
 */

import { shippedAnswers } from '../../machines/shipped.ts';
import { checkGating } from '../../src/gating/check.ts';
import { droppedGates, gatedEntities } from './dropped.ts';
import { readerOf } from './naive.ts';

const only = process.argv.slice(2).join(' ');
for (const entity of gatedEntities.filter(({ name }) => `${name} `.startsWith(only && `${only} `))) {
  const { name, system, lifecycle } = entity;
  const shipped = await shippedAnswers(system);
  const read = readerOf(system);
  let gates = 0;
  let same = 0;
  let unconfirmed = 0;
  for (const dropped of droppedGates(entity)) {
    const { mismatches } = await checkGating(system, lifecycle.kind, dropped.predicate, {
      read,
      commands: [dropped.command],
      ...(shipped ? { shipped } : {}),
    });
    gates += 1;
    if (mismatches.length === 0) same += 1;
    for (const { ui, uiCode, error } of mismatches.filter((each) => each.unconfirmed)) {
      unconfirmed += 1;
      console.log(`${name} without ${dropped.name}: ${ui} ${uiCode ?? ''}, not ${error?.code ?? 'accepted'}`);
    }
  }
  console.log(`${name}: ${gates} gates, ${same} that make no difference, ${unconfirmed} mismatches unconfirmed`);
}
