#!/usr/bin/env bash
# Formats the C++ files in place; with --check only names those that would change, and fails.
# The version is pinned: another one formats differently.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mapfile -t files < <(find src tests bench -name '*.h' -o -name '*.cpp' | sort)
case ${1:-} in
  --check)
    clang-format-19 --version >/dev/null
    mapfile -t wrong < <(clang-format-19 --dry-run "${files[@]}" 2>&1 |
      sed -n 's/^\([^ :]*\):[0-9]*:[0-9]*: \(warning\|error\): .*/\1/p' | sort -u)
    [ "${#wrong[@]}" -eq 0 ] && exit 0
    printf '%s: not formatted\n' "${wrong[@]}" >&2
    echo "hint: ./dev format" >&2
    exit 1
    ;;
  '') clang-format-19 -i "${files[@]}" ;;
  *) echo "usage: tools/format.sh [--check]" >&2; exit 2 ;;
esac
