/**
 * What an entity of any system can reach, and how commands are answered there: exact, over all situations.
 *
 * ```ts
 * const job = reach(egnyte, 'job', read);               // computes the set: seconds for a job, milliseconds for others
 * const job = reach(egnyte, 'job', read, shipped);      // or reads the set that is shipped with the five systems
 * const here = job.known({ MIGRATE_DATA: 'PAUSED', agent: 'INACTIVE', linkUnstable: false });
 * here.any;                                             // is any situation consistent with that?
 * here.count;                                           // how many are (a bigint)
 * for (const answer of here.answers('copy.start'))      // in the order of the gates; accepted comes last
 *   answer.code, answer.accepted, answer.rule, answer.when, answer.situations;
 * here.where({ any: [{ SCAN: null }, { SCAN: 'FAILED' }] });
 * here.statuses('SCAN');                                // the statuses that are possible in these situations
 * here.nearest();                                       // a shortest route from the beginning, or undefined
 * here.nearest(job.known({ SCAN: 'RUNNING' }));         // or from other situations
 * here.byAnswers((rule) => rule);                       // a partition by the answers to all commands
 * scenarioTo(answer.situations, answer);                // lines, run in a real world; undefined if none was confirmed
 * countSteps(job);                                      // transitions, dead ends, rules that decide somewhere
 * notCovered(job);                                      // in words: to be printed with every answer
 * ```
 *
 * A name is a phase or another region, or a fact of the view (`agent` too); a value may be a list of values. Gates are
 * asked in order: an answer is given if its `when`, simplified by what is known, holds and no answer before it applies.
 * `shipped.ts` is the form of the data: `machines/shipped.ts` loads it, `npm run reach` makes it.
 */
export { type Count, countOf, countSteps, type StepCounts } from './count-steps.ts';
export { notCovered } from './not-covered.ts';
export { type PartialView, Query, type ReachedAnswer, Situations } from './query.ts';
export { reach, scenarioTo } from './reach.ts';
export { StaleAnswers } from './reachability.ts';
export type { Route } from './rings.ts';
export type { Commands, EntityAnswers, ShippedAnswer, SystemAnswers } from './shipped.ts';
