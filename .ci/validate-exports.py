"""Reads one export in every form and fails where two differ. Called by validate-exports, with the folder."""

import glob
import hashlib
import json
import sqlite3
import sys
from pathlib import Path

import duckdb
import openpyxl
import pandas

folder = Path(sys.argv[1])
package = json.loads((folder / "csv/datapackage.json").read_text())
tables = {resource["name"]: resource["schema"] for resource in package["resources"]}
TYPES = {"string": str, "integer": int, "number": float, "boolean": bool}


def plain(value, kind):
    """A value as a form without types would have it; None where there is none."""
    if value is None or value is pandas.NA or value != value:
        return None
    if kind == "boolean":
        return value in (True, 1, "true", "TRUE")
    if hasattr(value, "strftime"):
        return value.strftime("%Y-%m-%d")
    if kind == "string":
        return value.replace("\r\n", "\n")
    return TYPES[kind](value)


def rows(frame, schema):
    kinds = [field["type"] for field in schema["fields"]]
    assert list(frame.columns) == [field["name"] for field in schema["fields"]], list(frame.columns)
    found = frame.astype(object).itertuples(index=False, name=None)
    return [tuple(plain(value, kind) for value, kind in zip(row, kinds)) for row in found]


def csv(name):
    frame = pandas.read_csv(folder / "csv" / f"{name}.csv", dtype="string", keep_default_na=False)
    return frame.astype(object).where(frame != "", None)


def typed(name):
    """pandas reads the file without being told of types, as people do."""
    return pandas.read_csv(folder / "csv" / f"{name}.csv")


def excel(name):
    sheet = WORKBOOK[name].iter_rows(values_only=True)
    header = next(sheet)
    return pandas.DataFrame(list(sheet), columns=header, dtype=object)


def same(form, read):
    for name, schema in tables.items():
        wanted, got = rows(csv(name), schema), rows(read(name), schema)
        assert len(wanted) == len(got), f"{form}: {name} has {len(got)} rows, CSV has {len(wanted)}"
        for row, (one, other) in enumerate(zip(wanted, got), 1):
            assert one == other, f"{form}: row {row} of {name} differs:\n{one}\n{other}"
    print(f"{form}: {len(tables)} tables hold what the CSV files hold")


WORKBOOK = openpyxl.load_workbook(folder / "xlsx/throughline.xlsx")
assert not any(cell.data_type == "f" for sheet in WORKBOOK for row in sheet for cell in row), "a formula"
links = {cell.hyperlink.target for row in WORKBOOK["findings"] for cell in row if cell.hyperlink}
assert len(links) > 1, links
DATABASE = sqlite3.connect(folder / "sqlite/throughline.sqlite")
assert DATABASE.execute("PRAGMA integrity_check").fetchone() == ("ok",)
assert not DATABASE.execute("PRAGMA foreign_key_check").fetchall()

for name in tables:
    assert len(typed(name)) == len(csv(name)), name
same("Excel, by openpyxl", excel)
same("SQLite, by pandas", lambda name: pandas.read_sql(f'SELECT * FROM "{name}"', DATABASE))

duck = duckdb.connect()
fetch = lambda query: duck.execute(query).fetch_df()
same("CSV, by DuckDB", lambda name: fetch(f"FROM read_csv('{folder}/csv/{name}.csv', all_varchar = true, header = true)"))
extension = glob.glob(sys.prefix + "/lib/python*/site-packages/duckdb_ext/extensions/*/*/sqlite_scanner.*")
if extension:
    duck.execute(f"LOAD '{extension[0]}'")
    same("SQLite, by DuckDB", lambda name: fetch(f"FROM sqlite_scan('{folder}/sqlite/throughline.sqlite', '{name}')"))
else:
    print("SQLite, by DuckDB: skipped, its extension is not there for this machine")
if (folder / "parquet").exists():
    same("Parquet, by pandas", lambda name: pandas.read_parquet(folder / "parquet" / f"{name}.parquet"))
    same("Parquet, by DuckDB", lambda name: fetch(f"FROM '{folder}/parquet/{name}.parquet'"))

for manifest in folder.glob("*/manifest.json"):
    for file in json.loads(manifest.read_text())["files"]:
        bytes = (manifest.parent / file["path"]).read_bytes()
        assert hashlib.sha256(bytes).hexdigest() == file["sha256"], file["path"]
print("manifests: every file has the hash that its manifest gives")
