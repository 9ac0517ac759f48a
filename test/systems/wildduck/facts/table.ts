/**
 * What docs/systems/wildduck.md says, one fact a row: lines of scenario text, with expectations after `=>`. A row of
 * several expectations climbs through the gates of a command, mending one thing a line.
 */
export type Facts = { readonly [section: string]: readonly (readonly string[])[] };

/** The same line several times. */
export const times = (count: number, line: string): string[] => Array.from({ length: count }, () => line);
