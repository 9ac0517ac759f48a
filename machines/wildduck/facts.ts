import { type Fact, type Lifecycle, paramsFit, type Question } from '../../src/model/index.ts';

/** What is so or not so. */
export interface Told {
  /** What an entity alone in the world takes it to be; no, where it is not said. */
  readonly usual?: boolean;
  readonly yes: string;
  readonly no: string;
  /** Scenario lines that can change it. */
  readonly by: readonly string[];
  readonly of: (question: Question) => boolean;
}

const flagOf = ({ usual = false, yes, no, by, of }: Told) =>
  ({ values: [false, true], usual, by, of, says: { true: yes, false: no } }) as const;

/** Depends on no parameter, and stands in the view (wildduck 10). */
export const shown = (told: Told): Fact => ({ ...flagOf(told), shown: true });

/** Depends on parameters, and stands in the view as it is without any: their defaults count, and user 1. */
export const shownPlain = (told: Told): Fact => ({ ...flagOf(told), asks: true, shown: true });

/** Depends on no parameter, and only a gate or a guard asks. */
export const hidden = (told: Told): Fact => ({ ...flagOf(told), shown: false });

/** Depends on parameters, and only a gate or a guard asks. */
export const asked = (told: Told): Fact => ({ ...flagOf(told), asks: true });

/** Depends on parameters alone. */
export const alone = (told: Told): Fact => ({ ...flagOf(told), asks: true, alone: true });

/** The first gate of every command: its parameters are known, those needed are there, and every value fits. */
export const parametersFit = (commands: Lifecycle['commands']): Fact =>
  alone({
    usual: true,
    yes: 'every parameter is known and of its form',
    no: 'a parameter is unknown, or its value is not of its form',
    by: [],
    of: ({ event, params }) => {
      const spec = Object.hasOwn(commands, event) ? commands[event] : undefined;
      return spec === undefined || paramsFit(spec, params);
    },
  });
