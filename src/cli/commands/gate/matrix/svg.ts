import { matrixTable } from '../../../../diagram/matrix.ts';
import { paintTable } from '../../../../diagram/table.ts';
import type { Matrix } from '../../../../matrix/matrix.ts';

/** The matrix as a picture. */
export const matrixSvg = (matrix: Matrix): string => paintTable(matrixTable(matrix));
