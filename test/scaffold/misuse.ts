/** What whoever called the command has to put right: said in one line, without a stack. */
export class Misuse extends Error {}
