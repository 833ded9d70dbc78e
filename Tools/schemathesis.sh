#!/bin/sh
# Holds a running service against its own description: every answer conforms, none is a 5xx (PyPI: schemathesis).
#
#     Tools/schemathesis.sh http://127.0.0.1:8686 [EXAMPLES-PER-OPERATION [SEED]]
#
# Without a seed the requests are others each time; with one they are the same, so that a run can be repeated.
# Whether a request that the description allows is accepted is not asked: a commit may be gone (410), a search may lack words and filters.
set -eu

if [ "$#" -lt 1 ]; then
    echo "usage: $0 BASE-URL [EXAMPLES [SEED]]" >&2
    exit 64
fi
exec "${SCHEMATHESIS:-schemathesis}" --config-file "$(dirname "$0")/schemathesis.toml" run "${1%/}/openapi.json" \
    --max-examples "${2:-25}" ${3:+--seed "$3" --generation-database none} --request-timeout 10 \
    --exclude-checks positive_data_acceptance
