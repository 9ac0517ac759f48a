import type { Step } from '../../src/model/index.ts';
import type { Seen, Side } from '../random/compare.ts';
import type { Oracle } from './oracle.ts';

/** An oracle as one side of the comparison with the model. */
export class OracleSide implements Side {
  readonly oracle: Oracle;

  constructor(oracle: Oracle) {
    this.oracle = oracle;
  }

  step(step: Step): Seen {
    if ('wait' in step) return this.oracle.step({ type: 'wait', params: {}, seconds: step.wait });
    return this.oracle.step({ to: `${step.kind}:${step.id}`, type: step.type, params: { ...step.params } });
  }

  phases(entity: string): { readonly [phase: string]: string | null } {
    return this.oracle.phases(entity);
  }
}
