#!/usr/bin/env bash
# Makes sure that the programs given are installed, from Debian's packages of the same names.
# Does nothing when they are.
set -euo pipefail

missing=()
for program in "$@"; do
  command -v "$program" >/dev/null || missing+=("$program")
done
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

refuse() {
  echo "The tests need ${missing[*]}, and $1. Install it (Debian, Ubuntu: apt-get install ${missing[*]}) and run them again." >&2
  exit 1
}

command -v apt-get >/dev/null || refuse "this system has no apt-get to install it with"

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  sudo -n true 2>/dev/null || refuse "neither root nor sudo without a password is there to install it"
  as_root=(sudo -n)
fi

apt_get() {
  # Another installation may hold the lock; waiting for it is better than failing beside it.
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -o DPkg::Lock::Timeout=120 "$@" </dev/null >&2
}

echo "Installing ${missing[*]} for the tests." >&2
apt_get update || echo "The package lists could not be refreshed; the old ones are used." >&2
apt_get install -y --no-install-recommends "${missing[@]}" || refuse "apt-get could not install it"
