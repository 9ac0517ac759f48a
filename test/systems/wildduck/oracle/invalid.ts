import { type Answer, rejected } from '../../../oracle/types.ts';

/** A parameter that does not fit, or an unknown event. */
export const invalid: Answer = rejected('InputValidationError');
