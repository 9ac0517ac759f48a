import { type Choices, directions, hidden, themes } from '../../../diagram/choices.ts';
import { hrefFault } from '../../../diagram/href.ts';
import { wholeOf } from '../../../model/index.ts';
import { Complaint } from '../../../scenario/complaint.ts';
import { oneOf } from '../../one-of.ts';
import { present } from '../../present.ts';

type ChoiceOptions = {
  readonly [option in 'hide' | 'only' | 'direction' | 'max-width' | 'theme' | 'id-prefix' | 'href']?: string;
};

/** The choices as values. Throws a Complaint if one is unknown. */
export function choicesOf(options: ChoiceOptions): Choices {
  const { hide, only, direction, 'max-width': width, theme, 'id-prefix': prefix, href } = options;
  return present({
    hide: hide?.split(',').map((word) => oneOf('value of --hide', word, hidden)),
    only,
    direction: direction === undefined ? undefined : oneOf('value of --direction', direction, directions),
    maxWidth: width === undefined ? undefined : pixels(width),
    theme: theme === undefined ? undefined : oneOf('value of --theme', theme, themes),
    idPrefix: prefix === undefined ? undefined : idPrefix(prefix),
    href: href === undefined ? undefined : address(href),
  });
}

function pixels(word: string): number {
  const width = wholeOf(word);
  if (width === undefined || width < 100)
    throw new Complaint(`--max-width ${word} is no width`, 'say a number of pixels, 100 at least');
  return width;
}

function address(template: string): string {
  const fault = hrefFault(template);
  if (fault !== undefined)
    throw new Complaint(`--href ${template}: ${fault}`, 'say it as in page.html#{phase}-{status}');
  return template;
}

function idPrefix(word: string): string {
  if (!/^[A-Za-z][\w.-]*$/.test(word))
    throw new Complaint(
      `--id-prefix ${word} begins no id`,
      'begin with a letter, and go on with letters, digits, - _ .',
    );
  return word;
}
