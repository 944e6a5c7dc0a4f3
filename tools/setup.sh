# Shared by ./run, ./test and ./dev (sourced, not run): what must be installed, and quiet builds.
# The one who sources it sets $root.
# shellcheck shell=bash disable=SC2154

readonly kBug=70 kTryAgain=75  # exit codes, as docs/cli.md says

say() { printf '%s\n' "$*" >&2; }

# packages_of SECTION...: the packages of those parts of packages.txt.
packages_of() {
  local section
  for section in "$@"; do
    sed -n "/^# \[$section\]/,/^# \[/ { /^[^#]/p }" "$root/packages.txt"
  done
}

is_debian_12() {
  local ID='' VERSION_ID=''
  # shellcheck disable=SC1090
  [ -r "${OS_RELEASE:-/etc/os-release}" ] && . "${OS_RELEASE:-/etc/os-release}"
  [ "$ID" = debian ] && [ "$VERSION_ID" = 12 ] && command -v apt-get dpkg-query >/dev/null
}

# What a package gives, for systems that name their packages differently: a header or a command.
probe_of() {
  case "$1" in
    ninja-build) echo ninja ;;
    libfmt-dev) echo fmt/format.h ;;
    libexpected-dev) echo tl/expected.hpp ;;
    libtomlplusplus-dev) echo toml++/toml.h ;;
    libcli11-dev) echo CLI/CLI.hpp ;;
    nlohmann-json3-dev) echo nlohmann/json.hpp ;;
    libeigen3-dev) echo eigen3/Eigen/Core ;;
    libmujoco-dev) echo mujoco/mujoco.h ;;
    libsqlite3-dev) echo sqlite3.h ;;
    libical-dev) echo libical/ical.h ;;
    libboost-dev) echo boost/beast/http.hpp ;;
    libssl-dev) echo openssl/ssl.h ;;
    libsodium-dev) echo sodium.h ;;
    libqrencode-dev) echo qrencode.h ;;
    zlib1g-dev) echo zlib.h ;;
    coinor-libipopt-dev) echo coin/IpStdCInterface.h ;;
    libgtest-dev) echo gtest/gtest.h ;;
    libgmock-dev) echo gmock/gmock.h ;;
    librapidcheck-dev) echo rapidcheck.h ;;
    libbenchmark-dev) echo benchmark/benchmark.h ;;
    coinor-libcbc-dev) echo coin/CbcModel.hpp ;;
    libclang-rt-19-dev) echo clang-19 ;;
    nodejs) echo node ;;
    *) echo "$1" ;;
  esac
}

has_probe() {
  case "$1" in
    *.h | *.hpp) printf '#include <%s>\n' "$1" | g++ -std=c++20 -M -x c++ - >/dev/null 2>&1 ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

# missing_packages PACKAGE...: those that are not installed, one a line.
missing_packages() {
  local package
  if is_debian_12; then
    local installed
    # Multi-Arch packages may be listed twice; provided ones (pkg-config by pkgconf) count too.
    installed=$(dpkg-query -W -f '${db:Status-Abbrev}|${Package}\n' "$@" 2>/dev/null |
      sed -n 's/^.i *|//p' || true)
    for package in "$@"; do
      grep -qxF -- "$package" <<<"$installed" || printf '%s\n' "$package"
    done
  else
    for package in "$@"; do
      has_probe "$(probe_of "$package")" || printf '%s\n' "$package"
    done
  fi
}

# need SECTION...: installs what is missing, or says plainly what is missing and returns 75.
need() {
  local wanted missing
  mapfile -t wanted < <(packages_of "$@")
  mapfile -t missing < <(missing_packages "${wanted[@]}")
  [ "${#missing[@]}" -eq 0 ] && return 0

  if ! is_debian_12; then
    say "strongback: this is not Debian 12, so nothing is installed for you."
    say "Missing here (names of the Debian packages): ${missing[*]}"
    say "Install them in your system's own way (C++20 compiler: g++ 12 or newer), then call again."
    return "$kTryAgain"
  fi
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
      as_root=(sudo)
    else
      say "strongback: packages are missing, and installing them takes root.  Ask for:"
      say "  apt-get install --no-install-recommends ${missing[*]}"
      return "$kTryAgain"
    fi
  fi
  say "strongback: installing ${missing[*]}"
  local log
  log=$(mktemp)
  # An old list of packages may still do, so a failed update is not the end.
  if { "${as_root[@]}" apt-get update -q || true; } >"$log" 2>&1 </dev/null &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -q --no-install-recommends "${missing[@]}" >>"$log" 2>&1 </dev/null; then
    rm -f "$log"
    return 0
  fi
  tail -n 15 "$log" >&2
  rm -f "$log"
  say "strongback: installing failed (above is the end of apt's own report); try again later"
  return "$kTryAgain"
}

# quietly COMMAND...: shows what matters of the command's output, and only when it fails.
quietly() {
  local log status=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if [ "$status" -ne 0 ]; then
    # The first thing that failed, or else the end.
    { grep -A 40 -m 1 -E '^FAILED: |CMake Error' "$log" || tail -n 40 "$log"; } >&2
  fi
  rm -f "$log"
  return "$status"
}

# locked NAME COMMAND...: one build of a folder at a time.
locked() {
  local name=$1
  shift
  mkdir -p "$root/build"
  if ! command -v flock >/dev/null; then "$@"; return; fi
  (
    flock 9
    "$@" 9>&-
  ) 9>"$root/build/.$name.lock"
}

# configure PRESET [CMAKE OPTIONS]
configure() { (cd "$root" && cmake --preset "$@"); }

build_now() {
  local preset=$1 targets=$2
  shift 2
  # shellcheck disable=SC2086
  configure "$preset" "$@" &&
    cmake --build "$root/build/$preset" --target $targets -- --quiet
}

# build PRESET "TARGETS" [CMAKE OPTIONS]: configures and builds; silent unless something fails.
build() {
  say "building $1 ..."
  local start=$SECONDS
  if ! locked "$1" quietly build_now "$@"; then
    say "building $1 failed"
    return "$kBug"
  fi
  local took=$((SECONDS - start))
  [ "$took" -lt 2 ] || say "building $1 took $took s"
}
