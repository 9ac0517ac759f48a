import { dot } from './dot.ts';
import { mermaid } from './mermaid.ts';
import { plantuml } from './plantuml.ts';
import { scxml } from './scxml.ts';
import { smcat } from './smcat.ts';
import { transitionCsv as csv, transitionTable as table } from './transitions.ts';
import { xstate } from './xstate.ts';
import { xstateTs } from './xstate-ts.ts';

/** The text formats. Diagrams are made from a sketch, executable formats from the lifecycle. All are deterministic. */
export const formats = { mermaid, dot, plantuml, smcat, table, csv, scxml, xstate, 'xstate-ts': xstateTs } as const;
