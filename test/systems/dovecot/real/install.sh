#!/usr/bin/env bash
# Installs Debian's dovecot-core and dovecot-imapd for doveadm.slow.test.ts, where that can be done; says so where it cannot.
set -u
if command -v doveadm >/dev/null 2>&1 && command -v dovecot >/dev/null 2>&1; then
  echo "dovecot is there: $(dovecot --version)"
  exit 0
fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "skipped: dovecot can be installed here by root with apt-get only; the test of real doveadm exits will be skipped"
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
if apt-get update -qq >/dev/null 2>&1 && apt-get install -y -qq --no-install-recommends dovecot-core dovecot-imapd >/dev/null 2>&1; then
  echo "dovecot is installed: $(dovecot --version)"
else
  echo "skipped: Debian's dovecot packages cannot be had here; the test of real doveadm exits will be skipped"
fi
