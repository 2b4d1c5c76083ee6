"""Requests that try to take a server's memory or time: name → path and arguments."""

from string import ascii_lowercase

_LONG = "(select group_concat(source, '') from texts)"
_DOUBLING = "with recursive x(y) as (select 'xxxxxxxxxxxxxxxx' union all select y || y from x) "
_ENDLESS = "with recursive x(y) as (select 1 union all select y + 1 from x) select max(y) from x"
_STARS = [f"{letter}*" for letter in ascii_lowercase]


def _many(columns: str, tables: str = "n") -> str:
    rows = "with recursive n(i) as (select 1 union all select i + 1 from n limit 100000) "
    return f"{rows} select {columns} from {tables}"


SQL = {
    "printf": "select length(printf('%.*c', 900000000, 'x'))",
    "format": "select length(format('%.*c', 900000000, 'x'))",
    "randomblob": "select length(randomblob(900000000))",
    "zeroblob": "select length(hex(zeroblob(900000000)))",
    "doubling": f"{_DOUBLING} select max(length(y)) from x",
    "replace in replace": f"select length(replace(replace({_LONG}, 'e', {_LONG}), 'a', {_LONG}))",
    "endless": _ENDLESS,
    "cross join": 'select count(*) from segments a, segments b, segments c, "references" d',
    "sort of a cross join": "select a.rowid * b.rowid % 7919 as x from segments a, segments b, segments c order by x",
    "group_concat": "select length(group_concat(a.text)) from answers a, answers b, answers c, answers d",
    "json_group_array": "select length(json_group_array(a.text)) from answers a, answers b, answers c, answers d",
    "json_each": "select count(*) from " + ", ".join(f"json_tree('[1,[2,[3,[4,5,6]]]]') t{n}" for n in range(12)),
    "snippets": "select snippet(texts_fts, 0, '', '', '', 64) from texts_fts, segments a, segments b "
    "where texts_fts match 'd* OR e* OR v*'",
    "long pattern": "select count(*) from texts where source like '" + "%a_" * 3000 + "'",
    "deep expression": "select " + "(" * 900 + "1" + ")" * 900,
    "long sum": "select 1" + "+1" * 10_000,
    "many unions": " union all ".join(["select 1"] * 1_000),
    "many columns": "select " + ",".join(["1"] * 10_000),
    "many long texts": _many(f"{_LONG}, {_LONG}"),
    "many blobs": _many(f"cast({_LONG} as blob)"),
    "many texts of a table": _many("texts.*", "n, texts"),
}

# Many rows, of which as many are given as for anybody, or what is cut short before it costs anything.
HARMLESS = {
    "instr": (
        "/archive.json",
        {"sql": f"select sum(instr({_LONG}, substr(a.source, 2, 9000) || b.source)) from texts a, texts b, texts c"},
    ),
    "glob": (
        "/archive.json",
        {"sql": "select count(*) from texts, segments, segments b where source glob '" + "*[a-z]?" * 140 + "'"},
    ),
    "like": (
        "/archive.json",
        {"sql": "select count(*) from texts, segments, segments b where source like '" + "%a_" * 300 + "'"},
    ),
    "many words near": (
        "/archive.json",
        {"sql": "select count(*) from texts_fts where texts_fts match 'NEAR(" + "de het een van " * 99 + ", 9999)'"},
    ),
    "many rows and columns": ("/archive.json", {"sql": _many(",".join(f"i + {i}" for i in range(200)))}),
    "page of many rows": ("/archive", {"sql": _many("n.i, answers.*", "n, answers")}),
    "facet of everything": ("/archive/segments.json", {"_facet": "start", "_facet_size": "max", "_size": "max"}),
    "stars in a table": ("/archive/texts.json", {"_search": " ".join(_STARS)}),
    "stars in SQL": ("/archive/texts.json", {"_searchmode": "raw", "_search": " OR ".join(_STARS)}),
    "4,000 words": ("/search.json", {"q": " ".join(f"woord{n}" for n in range(4_000))}),
    "all letters": ("/search.json", {"q": " OF ".join(_STARS)}),
    "endings": ("/search.json", {"q": " ".join(["*e", "*n", "*r", "*s", "*t"] * 8)}),
    "stars only": ("/search.json", {"q": "*" * 5_000}),
    "quotes only": ("/search.json", {"q": '"' * 5_000}),
    "combining marks": ("/search.json", {"q": "a" + "\u0301" * 3_000}),
    "far away": ("/search.json", {"q": "de", "page": "999999"}),
}

REFUSED = {f"sql: {name}": ("/archive.json", {"sql": sql}) for name, sql in SQL.items()} | {
    "page of long texts": ("/archive", {"sql": _many(f"{_LONG}, {_LONG}")}),
    "csv of long texts": ("/archive.csv", {"sql": _many(f"{_LONG}, {_LONG}")}),
    "where": ("/archive/segments.json", {"_where": f"({_ENDLESS}) > 1"}),
    "20 facets": ("/archive/segments.json", {"_facet": ["role", "document", "start", "stop"] * 5}),
    "1,000 conditions": ("/archive/segments.json", {"start__gt": [str(n) for n in range(1_000)]}),
    "long filter": ("/archive/texts.json", {"text__like": "%a_" * 1_000}),
    "long address": ("/archive", {"sql": "select 1 -- " + "x" * 61_000}),
}
