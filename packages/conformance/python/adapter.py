#!/usr/bin/env python3
"""
The example program for other languages: `npx @roompass/conformance --command "python3 adapter.py"`.

Needs Python 3.9 or newer, and nothing else.
"""

from toy_vendor.protocol import main

if __name__ == "__main__":
    main()
