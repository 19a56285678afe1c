# Sourced by the other scripts, never run. Goes to the project folder and offers a few words.
set -euo pipefail

CALLER_DIR=$PWD
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT"
VENV=$ROOT/.venv
PATH=$VENV/bin:$PATH:/usr/sbin:/sbin

say() { printf '%s\n' "$*"; }

fail() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# The comment at the head of the calling script is its help.
usage() {
    sed -n '2,/^$/s/^# \{0,1\}//p' "$ROOT/scripts/$(basename "$0")"
}

# For a script's argument that no case of its own knows.
end_with_usage() {
    case $1 in
        -h | --help) usage && exit 0 ;;
        *) printf '%s: what is "%s"?\n\n' "$(basename "$0")" "$1" >&2 && usage >&2 && exit 2 ;;
    esac
}
