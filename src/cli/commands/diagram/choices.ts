import { type Choices, directions, type Hidden, hidden, themes } from '../../../diagram/choices.ts';
import { hrefFault } from '../../../diagram/href.ts';
import { wholeOf } from '../../../model/index.ts';
import { Complaint, unknown } from '../../../scenario/complaint.ts';

/** What stood on the command line. */
export interface ChoiceWords {
  readonly hide?: string | undefined;
  readonly only?: string | undefined;
  readonly direction?: string | undefined;
  readonly maxWidth?: string | undefined;
  readonly theme?: string | undefined;
  readonly idPrefix?: string | undefined;
  readonly href?: string | undefined;
}

/** The choices, every word of them looked up. Throws a Complaint at one that is not known. */
export function choicesOf({ hide, only, direction, maxWidth, theme, idPrefix, href }: ChoiceWords): Choices {
  return {
    ...(hide === undefined ? {} : { hide: hide.split(',').map((word): Hidden => oneOf('--hide', word, hidden)) }),
    ...(only === undefined ? {} : { only }),
    ...(direction === undefined ? {} : { direction: oneOf('--direction', direction, directions) }),
    ...(maxWidth === undefined ? {} : { maxWidth: pixels(maxWidth) }),
    ...(theme === undefined ? {} : { theme: oneOf('--theme', theme, themes) }),
    ...(idPrefix === undefined ? {} : { idPrefix: prefix(idPrefix) }),
    ...(href === undefined ? {} : { href: address(href) }),
  };
}

function oneOf<Word extends string>(option: string, word: string, words: readonly Word[]): Word {
  const found = words.find((each) => each === word);
  if (found === undefined) throw unknown(`value of ${option}`, word, words, `it is one of ${words.join(', ')}`);
  return found;
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

function prefix(word: string): string {
  if (!/^[A-Za-z][\w.-]*$/.test(word))
    throw new Complaint(
      `--id-prefix ${word} begins no id`,
      'begin with a letter, and go on with letters, digits, - _ .',
    );
  return word;
}
