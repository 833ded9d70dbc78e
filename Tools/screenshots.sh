#!/bin/sh
# Takes pictures of the pages of a running service, on a phone's width and a desk's.
#
#     Tools/screenshots.sh http://127.0.0.1:8686 pictures [DOCUMENT-ID [QUERY [NUMBER]]]
set -eu

if [ "$#" -lt 2 ]; then
    echo "usage: $0 BASE-URL FOLDER [DOCUMENT-ID [QUERY [NUMBER]]]" >&2
    exit 64
fi
base=${1%/}
folder=$2
document=${3:-}
query=${4:-行政复议 期限}
number=${5:-鄂府發[2023]第062號}
mkdir -p "$folder"

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
    echo "$0: no chromium found" >&2
    exit 1
}

encode() {
    printf %s "$1" | od -An -v -tx1 | tr -d '\n' | sed 's/ /%/g'
}

picture() {
    name=$1
    address=$2
    for width in 390 1280; do
        "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --lang=zh-CN --accept-lang=zh-CN \
            --window-size="$width,1600" --screenshot="$folder/$name-$width.png" "$base$address" >/dev/null 2>&1
        echo "$folder/$name-$width.png"
    done
}

picture home /
picture search "/search?q=$(encode "$query")"
picture empty "/search?q=$(encode "$query 没有这样的词")"
picture number "/n/$(encode "$number")"
picture error /nothing-here
picture english "/search?q=$(encode "$query")&lang=en"
if [ -n "$document" ]; then
    picture document "/d/$(encode "$document")"
    picture matches "/d/$(encode "$document")?q=$(encode "$query")"
fi
