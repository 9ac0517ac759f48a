import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { systems } from '../../machines/index.ts';
import { alphabetOf } from '../../src/engine/sample-lines.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import type { System } from '../../src/model/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { openApiOf } from '../../src/server/openapi/document.ts';
import { rejectionsOf } from '../../src/server/openapi/rejections.ts';
import { rejectionOf } from '../../src/server/problem.ts';
import { fc } from '../random/fast-check.ts';
import { seedOr } from '../random/seed.ts';

const SEED = seedOr(20_261_129);

interface Operation {
  readonly responses: { readonly [status: string]: { readonly content?: { readonly [type: string]: Content } } };
}

interface Content {
  readonly schema: { readonly allOf?: readonly { readonly properties?: { readonly code?: { enum: unknown[] } } }[] };
  readonly examples?: { readonly [name: string]: { readonly summary: string; readonly value: object } };
}

type Paths = { readonly [path: string]: { readonly post?: Operation } };

describe.each(Object.values<System>(systems))('the description of $name', (system) => {
  const document = openApiOf(system);
  const operation = (kind: string, event: string): Operation | undefined =>
    (document.paths as Paths)[`/v1/${kind}/{id}/${event}`]?.post;

  it('is valid OpenAPI 3.1 for an independent validator', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    expect(errors ?? []).toEqual([]);
    expect([valid, validator.version]).toEqual([true, '3.1']);
  });

  it('has every command and every report', () => {
    for (const { kind, commands, reports } of Object.values(system.entities)) {
      for (const event of [...Object.keys(commands), ...Object.keys(reports)]) {
        expect(operation(kind, event), `${kind} ${event}`).toBeDefined();
      }
    }
  });

  it('has for each command exactly the codes of its rules and of the faults that strike it', () => {
    for (const { kind, commands, rules } of Object.values(system.entities)) {
      for (const command of Object.keys(commands)) {
        const listed = operation(kind, command)?.responses[409]?.content?.['application/problem+json'];
        const codes = listed?.schema.allOf?.flatMap(({ properties }) => properties?.code?.enum ?? []) ?? [];
        const ofRules = (rules[command] ?? []).flatMap((rule) => ('code' in rule ? [rule.code] : []));
        const ofFaults = (system.faults ?? []).flatMap(({ code, strikes }) =>
          strikes?.includes(`${kind} ${command}`) === false ? [] : [code],
        );
        expect(new Set(codes), `${kind} ${command}`).toEqual(new Set([...ofRules, ...ofFaults]));
      }
    }
  });

  it('has as examples the results of their scenarios', () => {
    const reader = new ScenarioReader(system);
    let seen = 0;
    for (const { post } of Object.values(document.paths as Paths)) {
      for (const { summary, value } of Object.values(
        post?.responses[202]?.content?.['application/json']?.examples ?? {},
      )) {
        const simulator = new Simulator(system);
        const before = summary
          .replace(/^after (?:nothing)?/, '')
          .split(/, (?=[a-z])/)
          .filter(Boolean);
        for (const step of before.flatMap((line) => reader.line(line))) simulator.run(step);
        const { to = '', type, params = {} } = value as { to?: string; type: string; params?: Record<string, string> };
        const [kind = '', id = ''] = to.split(':');
        expect(simulator.run({ kind, id, type, params })).toEqual(value);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(5);
  });

  it('describes rejections as the server sends them in random scenarios', () => {
    const lines = ['given ready', 'wait 1h', ...alphabetOf(system)];
    const bodies = new Map<string, ReturnType<typeof rejectionsOf>>();
    let seen = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { minLength: 5, maxLength: 60 }), (scenario) => {
        const reader = new ScenarioReader(system);
        const simulator = new Simulator(system);
        for (const step of scenario.flatMap((line) => reader.line(line))) {
          const result = simulator.run(step);
          if (result.outcome !== 'rejected' || !('kind' in step)) continue;
          const lifecycle = system.entities[step.kind];
          if (!lifecycle || !Object.hasOwn(lifecycle.commands, step.type)) continue;
          // An unknown key has a sentence of its own.
          if (/^unknown key /.test(result.reason ?? '')) continue;
          const key = `${step.kind} ${step.type}`;
          const known = bodies.get(key) ?? rejectionsOf(system, lifecycle, step.type);
          bodies.set(key, known);
          expect(known).toContainEqual(rejectionOf(system, result));
          seen += 1;
        }
      }),
      { seed: SEED, numRuns: 100 },
    );
    expect(seen).toBeGreaterThan(100);
  });
});
