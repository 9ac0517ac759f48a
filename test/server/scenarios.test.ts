// The scenarios of the goldens, sent as requests: the outcomes are those of simulate.
import { describe, expect, it } from 'vitest';
