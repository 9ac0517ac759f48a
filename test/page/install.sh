#!/usr/bin/env bash
# Installs Debian's chromium for the tests of live pages, where that can be done; says so where it cannot.
set -u
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable chrome; do
  if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
    echo "a browser is there: $(command -v "$name")"
    exit 0
  fi
done
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "skipped: chromium can be installed here by root with apt-get only; the tests of live pages will be skipped"
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
if apt-get update -qq >/dev/null 2>&1 && apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1; then
  echo "chromium is installed: $(command -v chromium)"
else
  echo "skipped: Debian's chromium package cannot be had here; the tests of live pages will be skipped"
fi
