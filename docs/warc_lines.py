"""WARC records on standard input, lines for `recto batch` on standard output."""

import json
import sys

from resiliparse.parse.encoding import bytes_to_str, detect_encoding
from warcio.archiveiterator import ArchiveIterator

for record in ArchiveIterator(sys.stdin.buffer):
    if record.rec_type != "response" or record.http_headers is None:
        continue
    kind = (record.http_headers.get_header("Content-Type") or "").lower()
    if record.http_headers.get_statuscode() != "200" or "html" not in kind:
        continue
    page = record.content_stream().read()
    named = kind.partition("charset=")[2].partition(";")[0].strip("\"' ")
    html = bytes_to_str(page, named or detect_encoding(page, from_html_meta=True))
    url = record.rec_headers.get_header("WARC-Target-URI")
    print(json.dumps({"id": record.rec_headers.get_header("WARC-Record-ID"), "url": url, "html": html}))
