import type { Occurrences, System } from '../src/model/index.ts';
import type { SystemAnswers } from '../src/reach/shipped.ts';
import type { SystemName } from './index.ts';
import { loaders } from './lazy.ts';

/** What `npm run reach` has computed for each system, as JSON text; loaded on demand. */
const texts: { readonly [Name in SystemName]: Texts } = {
  egnyte: {
    answers: async () => (await import('./egnyte/answers.ts')).answers,
    scenarios: async () => (await import('./egnyte/scenarios.ts')).scenarios,
    occurrences: async () => (await import('./egnyte/occurrences.ts')).occurrences,
  },
  dovecot: {
    answers: async () => (await import('./dovecot/answers.ts')).answers,
    scenarios: async () => (await import('./dovecot/scenarios.ts')).scenarios,
    occurrences: async () => (await import('./dovecot/occurrences.ts')).occurrences,
  },
  dropsuite: {
    answers: async () => (await import('./dropsuite/answers.ts')).answers,
    scenarios: async () => (await import('./dropsuite/scenarios.ts')).scenarios,
    occurrences: async () => (await import('./dropsuite/occurrences.ts')).occurrences,
  },
  wildduck: {
    answers: async () => (await import('./wildduck/answers.ts')).answers,
    scenarios: async () => (await import('./wildduck/scenarios.ts')).scenarios,
    occurrences: async () => (await import('./wildduck/occurrences.ts')).occurrences,
  },
  'mozilla-sync': {
    answers: async () => (await import('./mozilla-sync/answers.ts')).answers,
    scenarios: async () => (await import('./mozilla-sync/scenarios.ts')).scenarios,
    occurrences: async () => (await import('./mozilla-sync/occurrences.ts')).occurrences,
  },
};

interface Texts {
  /** What can be reached and how commands are answered. */
  readonly answers: () => Promise<string>;
  /** A shortest scenario of each code. */
  readonly scenarios: () => Promise<string>;
  /** Which of the data occur in some situation. */
  readonly occurrences: () => Promise<string>;
}

/** The system's name in the registry; undefined for one of the user's own, whatever its name. */
export async function registeredName(system: System): Promise<SystemName | undefined> {
  const name = (Object.keys(loaders) as SystemName[]).find((each) => each === system.name);
  return name !== undefined && (await loaders[name]()) === system ? name : undefined;
}

/** What can be reached in the system, how commands are answered there, and the scenarios of its codes. */
export async function answersOf(name: SystemName): Promise<SystemAnswers> {
  const [answers, codes] = await Promise.all([texts[name].answers(), scenariosOf(name)]);
  return { ...(JSON.parse(answers) as Omit<SystemAnswers, 'codes'>), codes };
}

/** The same for a system given as a value; undefined for one of the user's own. */
export async function shippedAnswers(system: System): Promise<SystemAnswers | undefined> {
  const name = await registeredName(system);
  return name && answersOf(name);
}

/** A shortest scenario of each row of the catalogue that has one. */
export const scenariosOf = async (name: SystemName): Promise<SystemAnswers['codes']> =>
  JSON.parse(await texts[name].scenarios()) as SystemAnswers['codes'];

/** Which of the data of each entity occur in some situation. */
export const occurrencesOf = async (name: SystemName): Promise<{ readonly [kind: string]: Occurrences }> =>
  JSON.parse(await texts[name].occurrences()) as { readonly [kind: string]: Occurrences };
