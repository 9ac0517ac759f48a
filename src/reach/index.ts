/**
 * What is reached, and what is answered there: for an entity of any system, exactly, with nothing left out.
 *
 * ```ts
 * const job = reach(egnyte, 'job', read);               // works the set out: seconds for a job, milliseconds for others
 * const job = reach(egnyte, 'job', read, shipped);      // or takes the set that is shipped with the five systems
 * const here = job.known({ MIGRATE_DATA: 'PAUSED', agent: 'INACTIVE', linkUnstable: false });
 * here.any;                                             // does any situation agree with that?
 * here.count;                                           // how many do (a bigint)
 * for (const answer of here.answers('copy.start'))      // in the order of the gates; what is let through comes last
 *   answer.code, answer.accepted, answer.rule, answer.when, answer.situations;
 * here.where({ any: [{ SCAN: null }, { SCAN: 'FAILED' }] });
 * here.statuses('SCAN');                                // which statuses go together with it
 * here.nearest();                                       // a shortest way from the beginning, undefined where there is none
 * here.nearest(job.known({ SCAN: 'RUNNING' }));         // or from other situations
 * here.representatives();                               // situations of each different row of answers to all commands
 * scenarioTo(answer.situations, answer);                // lines, run in a real world; undefined where none was confirmed
 * countSteps(job);                                      // transitions, dead ends, rules that decide somewhere
 * notCovered(job);                                      // in words: to be printed beside every answer
 * ```
 *
 * A name is a phase or another region, or a fact of the view (`agent` too); a value may be a list of values. Gates are
 * asked in order: `when` says when an answer is given where no answer before it is, with what is known put in.
 * `shipped.ts` is the form of the data: `machines/shipped.ts` loads it, `npm run reach` makes it.
 */
export { countSteps, type StepCounts } from './count-steps.ts';
export { notCovered } from './not-covered.ts';
export { type PartialView, Query, type ReachedAnswer, Situations } from './query.ts';
export { reach, scenarioTo } from './reach.ts';
export { StaleAnswers } from './reachability.ts';
export type { Route } from './routes.ts';
export type { Commands, EntityAnswers, ShippedAnswer, SystemAnswers } from './shipped.ts';
