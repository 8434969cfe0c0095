# make run    the app on http://localhost:8501 (PORT=8600 make run; HOST=0.0.0.0 make run opens it to the network)
# make test   the whole test suite, then style and types
# make bench  measures speed and load on this machine, about 15 minutes (docs/kinerja.md)
# make clean  removes what both made

PORT ?= 8501
HOST ?= 127.0.0.1
VENV := .venv
PY := $(VENV)/bin/python

.PHONY: run test clean
.DEFAULT_GOAL := run

run: $(VENV)/.siap kemas
	$(PY) -m kukar_potensi layani --host $(HOST) --port $(PORT)

test: $(VENV)/.siap-uji kemas
	$(PY) -m pytest
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

# BENCH: a part and its options, as in BENCH="beban --orang 300" make bench
.PHONY: bench
bench: $(VENV)/.siap-uji kemas
	$(PY) -m tests.kinerja $(BENCH)

.PHONY: kemas
kemas: $(VENV)/.siap
	@$(PY) -m kukar_potensi.layanan.kemas

# The first Python of 3.11 to 3.13 that starts and can make an environment.
$(PY):
	@for p in $(PYTHON) python3.13 python3.12 python3.11 python3 python; do \
	  "$$p" -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	    >/dev/null 2>&1 && exec "$$p" -m venv $(VENV); \
	done; \
	echo 'Python 3.11, 3.12 atau 3.13 beserta modul venv belum ada. Pasang dulu, lalu ulangi perintah ini.' >&2; \
	exit 1

$(VENV)/.siap: requirements.txt | $(PY)
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.siap-uji: requirements-dev.txt $(VENV)/.siap
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

clean:
	rm -rf $(VENV) .cache static/peta .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
