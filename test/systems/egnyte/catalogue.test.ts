import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { egnyte } from '../../../machines/egnyte/index.ts';
import { agentPhases, jobPhases, projectPhases, reasons, reviewReasons } from '../../../machines/egnyte/phases.ts';
import type { Code, CodeKind, CodeRow, Lifecycle } from '../../../src/model/index.ts';

const rows: readonly CodeRow[] = egnyte.codes;
const sorted = (codes: Iterable<Code>): Code[] => [...new Set(codes)].sort((a, b) => Number(a) - Number(b));
const codesOf = (...kinds: CodeKind[]): Code[] =>
  sorted(rows.filter(({ kind }) => kinds.includes(kind)).map(({ code }) => code));
const lifecycles: Lifecycle[] = Object.values(egnyte.entities);

/** What the rest of the data says about codes, collected without the catalogue. */
const statusCodes = Object.values({ ...jobPhases, ...agentPhases, ...projectPhases })
  .flatMap((phase) => Object.values<Code | null>(phase))
  .filter((code) => code !== null);
const ruleCodes = [
  egnyte.unknownEvent,
  ...lifecycles.flatMap(({ rules }) =>
    Object.values(rules).flatMap((list) => list.flatMap((rule) => ('code' in rule ? rule.code : []))),
  ),
];
/** Timeouts and a missing snapshot fail without a reason from the agent (egnyte 3, 8). */
const ownFailures = [697, 698, 720, 725];
const failureCodes = [...Object.values(reasons).flat(), ...reviewReasons, ...ownFailures];

describe("the vendor's table", () => {
  const vendor = readFileSync(join(import.meta.dirname, 'vendor-rows.txt'), 'utf8')
    .trimEnd()
    .split('\n');

  it('has 381 rows', () => expect(vendor).toHaveLength(381));
  it('is the catalogue row by row, in its order', () =>
    expect(rows.map(({ code, name }) => `${code}\t${name}`)).toEqual(vendor));
  it('has two duplicate numbers', () => {
    const numbers = rows.map(({ code }) => code);
    expect(sorted(numbers.filter((code, at) => numbers.indexOf(code) !== at))).toEqual([0, 500]);
  });
});

describe('the kinds', () => {
  it.each([
    ['status', 129],
    ['state-rejection', 76],
    ['input-rejection', 12],
    ['failure-reason', 81],
    ['environment-fault', 77],
    ['informational', 6],
  ] as const)('%s: %i', (kind, count) => expect(rows.filter((row) => row.kind === kind)).toHaveLength(count));

  it('status: every status of a phase, and no other row', () => {
    expect(codesOf('status')).toEqual(sorted(statusCodes));
    expect(statusCodes).toHaveLength(129);
  });
  it('status: the agent, its upgrade and its retirement too', () => {
    const status = codesOf('status');
    expect(status).toEqual(expect.arrayContaining([193, 194, 195, 196, 900, 901, 902, 903, 993, 994, 995, 996]));
  });
  it('rejections: every code that a rule gives, and no other row', () =>
    expect(codesOf('state-rejection', 'input-rejection')).toEqual(sorted(ruleCodes)));
  it("input-rejection: what a command's own parameters decide alone", () =>
    expect(codesOf('input-rejection')).toEqual([508, 513, 514, 515, 620, 621, 635, 636, 724, 863, 864, 865]));
  it('failure-reason: every reason that is not a rejection already', () => {
    expect(codesOf('failure-reason')).toEqual(
      sorted(failureCodes.filter((code) => !codesOf('state-rejection').includes(code))),
    );
    expect(failureCodes.filter((code) => codesOf('state-rejection').includes(code))).toContain(1160);
  });
  it('faults and information: no rule or status gives them', () => {
    const used = new Set<Code>([...statusCodes, ...ruleCodes, ...failureCodes]);
    expect(codesOf('environment-fault', 'informational').filter((code) => used.has(code))).toEqual([]);
  });
  it('informational: success, redirects, the two meanings of 0, the user-activity row', () =>
    expect(codesOf('informational')).toEqual([0, 13, 200, 302, 303]));
  it('every environment fault can be armed', () =>
    expect(sorted((egnyte.faults ?? []).map(({ code }) => code))).toEqual(codesOf('environment-fault')));
});

describe('the statuses of the phases', () => {
  /** The digits of a status differ from family to family, so each has a line of the table (egnyte 1). */
  const table: readonly (readonly [phase: string, statuses: string])[] = [
    ['CREATE_MIGRATION', 'RUNNING 910 SUCCEEDED 911 FAILED 912 STOPPED 913 PAUSED 914 QUEUED 917'],
    ['META_MIGRATE_DATA', 'RUNNING 101 SUCCEEDED 103 FAILED 102 STOPPING 104 STOPPED 105 PAUSED 106 QUEUED 107'],
    ['SCAN', 'RUNNING 930 SUCCEEDED 932 FAILED 931 STOPPING 933 STOPPED 934 PAUSED 935 QUEUED 937 SKIPPED 936'],
    ['SANITIZE', 'RUNNING 970 SUCCEEDED 972 FAILED 971 STOPPING 973 STOPPED 974 PAUSED 975 QUEUED 977 SKIPPED 976'],
    ['MIGRATE_DATA', 'RUNNING 920 SUCCEEDED 922 FAILED 921 STOPPING 923 STOPPED 924 PAUSED 925 QUEUED 927'],
    [
      'DATA_UPLOAD',
      'RUNNING 940 SUCCEEDED 942 FAILED 941 STOPPING 943 STOPPED 944 PAUSED 945 QUEUED 947 SUSPENDED 948',
    ],
    ['ASYNC_COPY', 'RUNNING 110 SUCCEEDED 112 FAILED 111 STOPPING 113 STOPPED 114 PAUSED 115 QUEUED 117 SUSPENDED 118'],
    ['CREATE_EMPTY_FOLDERS', 'RUNNING 120 SUCCEEDED 122 FAILED 121 STOPPING 123 STOPPED 124 PAUSED 125 QUEUED 127'],
    ['DATA_SYNC', 'RUNNING 950 SUCCEEDED 952 FAILED 951 STOPPING 953 STOPPED 954 PAUSED 955 QUEUED 957 SUSPENDED 958'],
    ['MIGRATE_PERMISSIONS', 'RUNNING 960 SUCCEEDED 962 FAILED 961 STOPPING 963 STOPPED 964 PAUSED 965 QUEUED 967'],
    ['SIMULATE_PERMISSIONS', 'RUNNING 130 SUCCEEDED 132 FAILED 131 STOPPING 133 STOPPED 134 PAUSED 135 QUEUED 137'],
    ['FINALIZE_MIGRATION', 'RUNNING 980 SUCCEEDED 981 FAILED 982 STOPPED 984 PAUSED 983 QUEUED 987'],
    ['SCHEDULE_JOB', 'CREATED 220 RUNNING 221 SUCCEEDED 222 FAILED 225 STOPPING 223 STOPPED 224 PAUSED 226'],
    ['SPEED_TEST', 'RUNNING 210 SUCCEEDED 212 FAILED 211 STOPPING 213 STOPPED 214 PAUSED 215'],
    ['SCAN_SOURCE', 'RUNNING 230 SUCCEEDED 232 FAILED 231 PAUSED 233'],
    ['SIMULATE_SCAN', 'RUNNING 141 SUCCEEDED 143 FAILED 142 PAUSED 144'],
    ['VALIDATE_PROJECT', 'RUNNING 160 SUCCEEDED 162 FAILED 161 STOPPING 164 STOPPED 165 PAUSED 163'],
    ['CREATE_PROJECT', 'SUCCEEDED 140'],
    ['DELETE_PROJECT', 'SUCCEEDED 145 FAILED 146'],
    ['AGENT', 'INACTIVE 900 ACTIVE 901 DEACTIVATED 902 DELETED 903'],
    ['AGENT_UPGRADE', 'RUNNING 993 SUCCEEDED 994 FAILED 995 TIMEOUT 996 SCHEDULED null'],
    ['AGENT_RETIRE', 'RUNNING 193 SUCCEEDED 194 FAILED 195 TIMEOUT 196'],
  ];
  const phases: Lifecycle['phases'] = Object.assign({}, ...lifecycles.map((lifecycle) => lifecycle.phases));

  it.each(table)('%s', (phase, statuses) =>
    expect(
      Object.entries(phases[phase] ?? {})
        .flat()
        .map(String)
        .join(' '),
    ).toBe(statuses),
  );
  it('are those of 22 phases', () => expect(Object.keys(phases).sort()).toEqual(table.map(([phase]) => phase).sort()));
});

describe('the meanings', () => {
  const meanings = rows.map(({ meaning }) => meaning);

  it('have one line each', () =>
    expect(rows.filter(({ meaning }) => meaning.trim() === '' || /[\r\n]/.test(meaning))).toEqual([]));
  it('are all different', () => expect(meanings.filter((meaning, at) => meanings.indexOf(meaning) !== at)).toEqual([]));
  it('are our own words: none is a name of the table', () =>
    expect(meanings.filter((meaning) => rows.some(({ name }) => name === meaning))).toEqual([]));
  it('carry the mark of what the vendor states', () =>
    expect(new Set(rows.map(({ mark }) => mark))).toEqual(new Set(['S'])));
});

describe('the oddities that are kept', () => {
  it.each([
    [233, 'SPEED_TEST : PAUSED'],
    [693, 'FAILED_TO_SEND_MESSAGE_TO_AGENT'],
    [694, 'FAILED_TO_SEND_MESSAGE_TO_AGENT'],
    [500, 'Service'],
    [500, 'ERR_POST_CONFIG_FILE_GET'],
    [0, 'BLANKERRORCODE'],
    [0, 'NOERRORCODE'],
    [630, 'ERR_UI_OUTDATED'],
    [194, 'AGENT_RETIRE_SUCCEEDED'],
    [196, 'AGENT_RETIRE_TIMEOUT'],
  ])('%i %s', (code, name) =>
    expect(rows.find((row) => row.code === code && row.name === name)).toHaveProperty('oddity'),
  );
});
