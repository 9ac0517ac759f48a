import { matrixTable } from '../../diagram/matrix.ts';
import { paintTable } from '../../diagram/table.ts';
import type { Matrix } from '../../engine/gating/matrix.ts';

/** The matrix as a picture. */
export const matrixSvg = (matrix: Matrix): string => paintTable(matrixTable(matrix));
