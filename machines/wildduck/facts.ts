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

/** Depends on no parameter, and is in the view (wildduck 10). */
export const shown = (said: YesOrNo) => ({ ...flagOf(said), shown: true }) as const satisfies Fact;

/**
 * Depends on parameters, and is in the view with the value that it has without them: for their defaults, and user 1.
 */
export const shownPlain = (said: YesOrNo) =>
  ({ ...flagOf(said), usesParams: true, shown: true }) as const satisfies Fact;

/** Depends on no parameter, and is read only by gates and guards. */
export const hidden = (said: YesOrNo) => ({ ...flagOf(said), shown: false }) as const satisfies Fact;

/** Depends on parameters, and is read only by gates and guards. */
export const asked = (said: YesOrNo) => ({ ...flagOf(said), usesParams: true }) as const satisfies Fact;

/** Depends on parameters alone. */
export const alone = (said: YesOrNo) =>
  ({ ...flagOf(said), usesParams: true, paramsOnly: true }) as const satisfies Fact;

/** The first gate of every command: its parameters are known, the required ones are given, and every value fits. */
export const parametersFit = (commands: Lifecycle['commands']) =>
  alone({
    usual: true,
    yes: 'every parameter is known and has a valid value',
    no: 'a parameter is unknown, or its value is invalid',
    changedBy: [],
    of: ({ event, params }) => {
      const spec = Object.hasOwn(commands, event) ? commands[event] : undefined;
      return spec === undefined || paramsFit(spec, params);
    },
  });
