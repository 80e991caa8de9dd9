"""Times trafilatura: reads a page as a JSON string a line, and writes the seconds it took and 1 where it gave a text."""

import json
import sys
import time

from trafilatura import extract

ADDRESS = "https://example.com/page"

print("ready", flush=True)
for line in sys.stdin:
    page = json.loads(line)
    start = time.perf_counter()
    text = extract(page, url=ADDRESS)
    print(time.perf_counter() - start, int(bool(text)), flush=True)
