"""Shapes of the points: one a sector, so that colour is never the only sign.

Each is the inside of an SVG of 18 by 18; map and legend draw from the same list.
"""

from __future__ import annotations

from typing import Final

BENTUK: Final[dict[str, str]] = {
    "lingkaran": '<circle cx="9" cy="9" r="6.5"/>',
    "persegi": '<rect x="3" y="3" width="12" height="12" rx="1.5"/>',
    "segitiga": '<path d="M9 2 16 15H2Z"/>',
    "segitiga terbalik": '<path d="M9 16 2 3h14Z"/>',
    "belah ketupat": '<path d="M9 1.5 16.5 9 9 16.5 1.5 9Z"/>',
    "bintang": '<path d="m9 1 2.3 5 5.4.6-4 3.7 1.1 5.4L9 13l-4.8 2.7 1.1-5.4-4-3.7L6.7 6Z"/>',
    "segilima": '<path d="M9 1.5 16.5 7l-2.9 9H4.4L1.5 7Z"/>',
    "segienam": '<path d="m9 1.5 6.5 3.7v7.6L9 16.5l-6.5-3.7V5.2Z"/>',
    "tambah": '<path d="M6.5 2h5v4.5H16v5h-4.5V16h-5v-4.5H2v-5h4.5Z"/>',
    "silang": '<path d="m2 5 3-3 4 4 4-4 3 3-4 4 4 4-3 3-4-4-4 4-3-3 4-4Z"/>',
    "setengah lingkaran": '<path d="M2 12a7 7 0 0 1 14 0Z"/>',
    "tetes": '<path d="M9 1.5c3.5 4 5.5 6.5 5.5 9.2a5.5 5.5 0 0 1-11 0C3.5 8 5.5 5.5 9 1.5Z"/>',
    "segidelapan": '<path d="M6 2h6l4 4v6l-4 4H6l-4-4V6Z"/>',
    "cincin": (
        '<path fill-rule="evenodd" d="M9 2a7 7 0 1 1 0 14A7 7 0 0 1 9 2Zm0 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z"/>'
    ),
}
BENTUK_BAWAAN: Final = "lingkaran"
