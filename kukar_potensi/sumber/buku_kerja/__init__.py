"""Excel workbooks of potensi and kerja sama: the template, its check, its colours, its merge into data/."""
