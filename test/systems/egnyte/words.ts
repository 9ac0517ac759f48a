/** The codes of a command that runs in a job: a line of the table of commands (egnyte 2.2). */
export interface Word {
  readonly word: string;
  readonly inProgress: number;
  readonly stopUnrequired: number;
  readonly stopInProgress: number;
  readonly stopRequired: number;
  readonly agentInactive: number;
}

const word = (name: string, ...codes: readonly [number, number, number, number, number]): Word => {
  const [inProgress, stopUnrequired, stopInProgress, stopRequired, agentInactive] = codes;
  return { word: name, inProgress, stopUnrequired, stopInProgress, stopRequired, agentInactive };
};

/** Written here a second time, so that a mistake in the model's table is noticed. */
export const words: readonly Word[] = [
  word('scan', 650, 656, 663, 668, 686),
  word('sanitize', 651, 657, 664, 669, 687),
  word('copy', 652, 658, 665, 670, 688),
  word('sync', 653, 659, 666, 671, 689),
  word('permissions', 654, 660, 667, 672, 691),
  word('simulatePermissions', 654, 660, 667, 672, 691),
  word('migrateData', 673, 676, 674, 675, 688),
  word('emptyFolders', 682, 683, 684, 685, 690),
];
