"""Measure colours as people see them: WCAG contrast, and distance under colour blindness."""

from __future__ import annotations

import math

# Machado, Oliveira, Fernandes (2009), severity 1.0, applied to linear RGB.
PENGLIHATAN = {
    "biasa": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def read_linear(heks: str) -> tuple[float, ...]:
    """Return a colour as linear RGB, 0 to 1."""
    nilai = (int(heks[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return tuple(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in nilai)


def blend(atas: str, bawah: str, pekat: float) -> str:
    """Return what a colour of some opacity looks like over another."""
    pasangan = ((int(atas[i : i + 2], 16), int(bawah[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * pekat + b * (1 - pekat)):02X}" for a, b in pasangan)


def luminance(heks: str) -> float:
    """Return relative luminance as WCAG defines it."""
    merah, hijau, biru = read_linear(heks)
    return 0.2126 * merah + 0.7152 * hijau + 0.0722 * biru


def contrast(satu: str, dua: str) -> float:
    """Return the WCAG contrast ratio, 1 to 21."""
    gelap, terang = sorted((luminance(satu), luminance(dua)))
    return (terang + 0.05) / (gelap + 0.05)


def distance(satu: str, dua: str, penglihatan: str) -> float:
    """Return the distance in CIELAB (CIE 1976) between two colours for one kind of sight."""
    return math.dist(_lab(satu, penglihatan), _lab(dua, penglihatan))


def _lab(heks: str, penglihatan: str) -> tuple[float, float, float]:
    linear = read_linear(heks)
    m, h, b = (
        min(1.0, max(0.0, sum(x * y for x, y in zip(baris, linear, strict=True)))) for baris in PENGLIHATAN[penglihatan]
    )
    xyz = (
        (0.4124 * m + 0.3576 * h + 0.1805 * b) / 0.95047,
        0.2126 * m + 0.7152 * h + 0.0722 * b,
        (0.0193 * m + 0.1192 * h + 0.9505 * b) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
