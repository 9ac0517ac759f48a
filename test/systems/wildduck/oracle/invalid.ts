import { type Answer, rejected } from '../../../oracle/types.ts';

/** A parameter that does not fit, or an event that is not known. */
export const invalid: Answer = rejected('InputValidationError');
