"""The page "Wilayah": one desa or kecamatan, its neighbours, and what they could do together."""
