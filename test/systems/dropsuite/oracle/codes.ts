/** The vendor's word for a status (dropsuite 1). */
export function codeOf(phase: string, status: string | null): string | null {
  if (phase === 'STORAGE' || status === null || status === 'VALID') return null;
  if (phase === 'CREDENTIAL') return 'Need Reauthentication';
  if (status === 'PREPARING') return 'Preparing Backup';
  if (status === 'ON_QUEUE') return 'On Queue';
  if (status === 'RUNNING') return 'In Progress/Running';
  if (status === 'COMPLETED') return phase === 'DOWNLOAD' ? 'Completed/Link' : 'Completed';
  if (status === 'PARTIALLY_COMPLETE') return 'Partially Complete';
  if (status === 'RETRYING') return 'Retrying';
  if (status === 'FAILED') return 'Failed';
  if (status === 'CANCELLED') return 'Cancelled';
  if (status === 'CONNECTION_ERROR') return 'Connection Error';
  if (status === 'AUTHENTICATION_ERROR') return 'Authentication Error';
  if (status === 'SPACE_FULL') return 'Space Full';
  if (status === 'EXPIRED') return 'Expired';
  return 'Deactivated';
}
