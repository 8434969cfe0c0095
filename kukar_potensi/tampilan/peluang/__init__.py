"""The page Peluang IKN: ranking, gaps, candidates, transport, plans, the trail, the inventory."""
