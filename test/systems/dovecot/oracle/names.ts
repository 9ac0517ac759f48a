/** The name of an exit (dovecot 5). */
export function exitName(code: number): string {
  if (code === 0) return 'EX_OK';
  if (code === 2) return 'DOVEADM_EX_CHANGED';
  if (code === 64) return 'EX_USAGE';
  if (code === 65) return 'EX_DATAERR';
  if (code === 66) return 'EX_NOINPUT';
  if (code === 67) return 'EX_NOUSER';
  if (code === 68) return 'EX_NOHOST';
  if (code === 69) return 'EX_UNAVAILABLE';
  if (code === 70) return 'EX_SOFTWARE';
  if (code === 71) return 'EX_OSERROR';
  if (code === 72) return 'EX_OSFILE';
  if (code === 73) return 'EX_CANTCREAT';
  if (code === 74) return 'EX_IOERR';
  if (code === 75) return 'EX_TEMPFAILE';
  if (code === 76) return 'EX_PROTOCOL';
  if (code === 77) return 'EX_NOPERM';
  if (code === 78) return 'EX_CONFIG';
  if (code === 89) return 'FATAL_DEFAULT';
  if (code === 124) return 'TIMEDOUT';
  if (code === 134) return 'SIGABRT';
  if (code === 137) return 'SIGKILL';
  if (code === 139) return 'SIGSEGV';
  if (code === 143) return 'SIGTERM';
  return 'Unlisted';
}
