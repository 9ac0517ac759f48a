import { SEPARATOR } from '../../diagram/scene.ts';

/** An arrow of the picture, with what its data says. */
export interface DrawnArrow {
  readonly element: SVGElement;
  readonly phase: string | undefined;
  readonly from: readonly string[];
  readonly to: string | undefined;
  readonly events: readonly string[];
  /** The text shown on hover. */
  readonly title: string;
}

export const stateElements = (svg: SVGSVGElement): SVGElement[] => [
  ...svg.querySelectorAll<SVGElement>('[data-status]'),
];

/** The id of a state in the data. */
export const idOf = ({ dataset }: SVGElement): string => `${dataset.phase}.${dataset.status}`;

export const drawnArrows = (svg: SVGSVGElement): DrawnArrow[] =>
  [...svg.querySelectorAll<SVGElement>('[data-event]')].map((element) => {
    const { phase, from, to, event } = element.dataset;
    const words = (text: string | undefined): string[] => text?.split(SEPARATOR) ?? [];
    const title = element.querySelector('title')?.textContent ?? '';
    return { element, phase, from: words(from), to, events: words(event), title };
  });
