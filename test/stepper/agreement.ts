import { Shadow } from '../../src/laws/shadow.ts';
import { isRefusal, type System } from '../../src/model/index.ts';
import { compileSpace } from '../../src/space/quotient.ts';
import { type Stepped, Stepper } from '../../src/stepper/stepper.ts';
import { Plain } from '../space/plain.ts';

/** The number of situations in which the XState machines are compared as well. */
const SHADOWED = 60;

export const isTaken = ({ outcome }: Stepped): boolean => outcome === 'accepted' || outcome === 'applied';
export const codeOf = (rule: object | undefined) =>
  rule && isRefusal(rule as never) ? (rule as { code: unknown }).code : undefined;
export const text = (standing: Uint8Array): string => String.fromCharCode(...standing);

/** Where the tables and the engine differ: the letters of the first situation with a difference. */
export function differencesOf(system: System, kind: string): string[] {
  const compiled = new Stepper(system, kind);
  const plain = new Plain(system, kind, compileSpace(system, kind));
  const shadowed = new Plain(system, kind, compileSpace(system, kind));
  const shadow = new Shadow(shadowed.world.system, shadowed.world);
  const seen = new Set([compiled.initial]);
  const differences: string[] = [];
  for (const situation of seen) {
    if (differences.length > 0) break;
    const standing = text(compiled.standing(situation));
    const reference = seen.size <= SHADOWED ? shadowed : plain;
    for (const [number, letter] of compiled.letters.entries()) {
      const ours = compiled.step(situation, number);
      reference.stand(standing);
      if (reference === shadowed) for (const member of shadowed.members) shadow.place(member);
      const { taken, rule } = reference.take(letter);
      shadow.settle();
      differences.push(...shadow.differences.splice(0));
      if (
        taken !== isTaken(ours) ||
        codeOf(rule) !== ours.error?.code ||
        reference.standing() !== text(compiled.standing(ours.situation))
      ) {
        differences.push(`${JSON.stringify(letter)} in ${JSON.stringify(compiled.statuses(situation))}`);
      }
      seen.add(ours.situation);
    }
  }
  return differences;
}
