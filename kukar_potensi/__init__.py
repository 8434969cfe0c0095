"""Map the cooperation potential of Kutai Kartanegara in view of IKN."""

__version__ = "0.1.0"
