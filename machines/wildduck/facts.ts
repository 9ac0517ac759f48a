import { type Fact, type Lifecycle, paramsFit, type Question } from '../../src/define/index.ts';

/** A boolean fact. */
export interface YesOrNo {
  /** Its value for an entity that is alone in the world. Default: false. */
  readonly usual?: boolean;
  readonly yes: string;
  readonly no: string;
  /** Scenario lines that can change it. */
  readonly changedBy: readonly string[];
  readonly of: (question: Question) => boolean;
}

const flagOf = ({ usual = false, yes, no, changedBy, of }: YesOrNo) =>
  ({ values: [false, true], usual, changedBy, of, says: { true: yes, false: no } }) as const;

/** Independent of parameters, and shown in the view (wildduck 10). */
export const shown = (said: YesOrNo): Fact => ({ ...flagOf(said), shown: true });

/** Depends on parameters; the view shows its value without any: with their defaults, and for user 1. */
export const shownPlain = (said: YesOrNo): Fact => ({ ...flagOf(said), usesParams: true, shown: true });

/** Independent of parameters, and read only by gates and guards. */
export const hidden = (said: YesOrNo): Fact => ({ ...flagOf(said), shown: false });

/** Depends on parameters, and is read only by gates and guards. */
export const asked = (said: YesOrNo): Fact => ({ ...flagOf(said), usesParams: true });

/** Depends on parameters alone. */
export const alone = (said: YesOrNo): Fact => ({ ...flagOf(said), usesParams: true, paramsOnly: true });

/** The first gate of every command: its parameters are known and fit, and required ones are given. */
export const parametersFit = (commands: Lifecycle['commands']): Fact =>
  alone({
    usual: true,
    yes: 'every parameter is known and of its form',
    no: 'a parameter is unknown, or its value is not of its form',
    changedBy: [],
    of: ({ event, params }) => {
      const spec = Object.hasOwn(commands, event) ? commands[event] : undefined;
      return spec === undefined || paramsFit(spec, params);
    },
  });
