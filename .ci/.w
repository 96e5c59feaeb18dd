#!/usr/bin/env bash
# cargo for the browser's part, with whichever compiler .ci/prepare/wasm made ready.
# Its own target folder, so that it never waits for the server's build nor undoes it.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
export CARGO_TARGET_DIR=$root/target/front-way2
if compgen -G "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib/libstd-*.rlib" >/dev/null; then
  exec cargo "$@"
fi
export RUSTC=$root/target/wasm-toolchain/bin/rustc
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-19
exec /usr/bin/cargo "$@"
