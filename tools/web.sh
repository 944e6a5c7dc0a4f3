# Shared by ./run, ./test and ./dev (sourced after setup.sh): Node.js, and the web app.
# shellcheck shell=bash disable=SC2154

# Vite needs 20.19; Debian 12 has 18.
node_is_new() {
  command -v node >/dev/null &&
    node -e 'const [a, b] = process.versions.node.split(".").map(Number);
             process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'
}

# packages_in FOLDER: what FOLDER/package-lock.json names, installed exactly.
packages_in() {
  local lock=$1/package-lock.json mark=$1/node_modules/.package-lock.json
  [ -e "$mark" ] && [ ! "$lock" -nt "$mark" ] && return 0
  quietly npm ci --prefix "$1" --no-audit --no-fund --ignore-scripts && touch "$mark"
}

# need_node: a Node.js that is new enough is first on the PATH, and npm is there.
need_node() {
  local machine brought
  command -v npm >/dev/null || need web || return
  if node_is_new; then return; fi
  case $(uname -m) in
    x86_64) machine=x64 ;;
    aarch64) machine=arm64 ;;
    *)
      say "strongback: building the web app needs Node.js 20.19 or newer, and this has $(node -v)"
      return "$kTryAgain"
      ;;
  esac
  packages_in "$root/tools/node" || return
  brought=$root/tools/node/node_modules/node-linux-$machine/bin
  PATH=$brought:$PATH
  node_is_new || {
    say "strongback: the Node.js of tools/node does not run here; install 20.19 or newer yourself"
    return "$kTryAgain"
  }
}

# web_is_stale: something that the web app is built from is newer than what was built.
web_is_stale() {
  [ -e "$root/web/dist/index.html" ] || return 0
  [ -n "$(find "$root/web" -path "$root/web/node_modules" -prune -o -path "$root/web/dist" -prune \
    -o -path "$root/web/shots" -prune -o -newer "$root/web/dist/index.html" -type f -print -quit)" ]
}

# build_web: the app in web/dist, as new as its sources.
build_web() {
  web_is_stale || return 0
  need_node || return
  say "building the web app ..."
  locked web quietly build_web_now || {
    say "building the web app failed"
    return "$kBug"
  }
}

build_web_now() {
  packages_in "$root/web" && npm run build --prefix "$root/web"
}
