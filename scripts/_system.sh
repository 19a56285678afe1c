# Sourced by scripts/setup: finds which of Debian's packages are missing, and installs them.
# Asks for the thing itself, not for the package, so that other systems' own will do as well.

# Not `grep -q`: it leaves at the first hit, and the pipe then counts as failed now and then.
has_library() { ldconfig -p 2>/dev/null | grep -F "$1" >/dev/null; }
has_command() {
    local name
    for name in "$@"; do command -v "$name" >/dev/null && return; done
    return 1
}
has_tessdata() { tesseract --list-langs 2>/dev/null | grep -x "$1" >/dev/null; }
has_postgresql() { has_command initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }

# The first Python from 3.11 on that can make a virtual environment.
find_python() {
    local name
    for name in python3.11 python3.12 python3.13 python3; do
        command -v "$name" >/dev/null || continue
        "$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
            2>/dev/null && echo "$name" && return
    done
    return 1
}

# Prints what is missing, one package a line.
missing_packages() {
    has_library libpango-1.0.so.0 || echo libpango-1.0-0
    has_library libpangoft2-1.0.so.0 || echo libpangoft2-1.0-0
    has_library libharfbuzz-subset.so.0 || echo libharfbuzz-subset0
    has_command pdftotext || echo poppler-utils
    # The machine's reader of scans, its Thai, and what tells a page that lies on its side.
    has_command tesseract || echo tesseract-ocr
    has_tessdata tha || echo tesseract-ocr-tha
    has_tessdata osd || echo tesseract-ocr-osd
    [[ -x $VENV/bin/python ]] || find_python >/dev/null || echo python3-venv
    [[ $1 == tests/* ]] || return 0
    has_command chromium chromium-browser google-chrome || echo chromium
    has_postgresql || echo postgresql
    # What drives the browser in the tests is a program of its own, built against this.
    has_library libatomic.so.1 || echo libatomic1
}

# Installs what is missing as root; otherwise ends with the one line that would.
install_system_packages() {
    local -a missing
    mapfile -t missing < <(missing_packages "$1")
    ((${#missing[@]})) || return 0
    local by_hand="apt-get install ${missing[*]}"
    if ((EUID)) || ! has_command apt-get; then
        fail "these system packages are missing, install them first: sudo $by_hand"
    fi
    say "setup: installing Debian packages: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update || say "setup: apt-get update failed, trying with the lists at hand"
    apt-get -qq install -y --no-install-recommends "${missing[@]}" >/dev/null ||
        fail "could not install them; try by hand: $by_hand"
    mapfile -t missing < <(missing_packages "$1")
    ((${#missing[@]} == 0)) || fail "still missing after apt-get: ${missing[*]}"
}
