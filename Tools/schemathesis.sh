#!/bin/sh
# Holds a running service against its own description: every answer conforms, none is a 5xx (PyPI: schemathesis).
#
#     Tools/schemathesis.sh http://127.0.0.1:8686 [EXAMPLES-PER-OPERATION]
#
# Whether a request that the description allows is accepted is not asked: a commit may be gone (410), a search may lack words and filters.
set -eu

if [ "$#" -lt 1 ]; then
    echo "usage: $0 BASE-URL [EXAMPLES]" >&2
    exit 64
fi
exec "${SCHEMATHESIS:-schemathesis}" run "${1%/}/openapi.json" --max-examples "${2:-25}" --request-timeout 10 \
    --exclude-checks positive_data_acceptance
