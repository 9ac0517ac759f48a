import type { Page } from 'playwright-core';
import { type Control, isClosedFrame, type PageRequest, showAndRead } from './in-page.ts';

/** The controls in frames that the page around them may not see into, such as those of another origin. */
export async function readClosedFrames(page: Page, request: PageRequest): Promise<Control[]> {
  const all: Control[] = [];
  for (const frame of page.frames()) {
    if (frame === page.mainFrame() || !(await frame.evaluate(isClosedFrame))) continue;
    const element = await frame.frameElement();
    const isVisible = await element.isVisible();
    const [reading] = await frame.evaluate(showAndRead, request);
    for (const control of reading?.controls ?? []) all.push(isVisible ? control : { ...control, state: 'hidden' });
  }
  return all;
}
