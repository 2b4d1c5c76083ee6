"""Each query of metadata.yml, as people meet it: without parameters first, and with them."""

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from markupsafe import escape
from serving import DESCRIBED, datasette_of

QUERIES: dict[str, dict[str, Any]] = DESCRIBED["queries"]

# What the five papers of data/documents have none of.
NONE_IN_THE_PAPERS = {"unanswered_questions", "footnotes_without_a_mark"}


@pytest.fixture(scope="module")
def ds(archive: Path) -> Datasette:
    return datasette_of(archive)


async def ask(ds: Datasette, query: str, **parameters: str) -> list[dict[str, Any]]:
    response = await ds.client.get(f"/archive/{query}.json", params={"_shape": "array", **parameters})
    assert response.status_code == 200, response.text
    found: list[dict[str, Any]] = response.json()
    return found


@pytest.mark.parametrize("query", QUERIES)
async def test_query_answers_without_parameters(ds: Datasette, query: str) -> None:
    assert bool(await ask(ds, query)) == (query not in NONE_IN_THE_PAPERS)


@pytest.mark.parametrize("query", QUERIES)
async def test_query_as_page_and_as_csv(ds: Datasette, query: str) -> None:
    page = await ds.client.get(f"/archive/{query}")
    assert page.status_code == 200
    assert escape(QUERIES[query]["title"]) in page.text
    exported = await ds.client.get(f"/archive/{query}.csv")
    assert len(list(csv.DictReader(io.StringIO(exported.text)))) == len(await ask(ds, query))


@pytest.mark.parametrize("query", QUERIES)
def test_parameters_are_named_and_explained(query: str) -> None:
    used = set(re.findall(r"(?<!:):([a-z_]+)", QUERIES[query]["sql"]))
    assert used == set(QUERIES[query].get("params", []))
    assert not used or "Without" in QUERIES[query]["description"]


@pytest.mark.parametrize("query", [name for name in QUERIES if QUERIES[name].get("params")])
async def test_no_such_thing_is_no_rows(ds: Datasette, query: str) -> None:
    assert await ask(ds, query, **{QUERIES[query]["params"][0]: "zzqzz"}) == []


async def test_words_found_are_highlighted(ds: Datasette) -> None:
    found = await ask(ds, "search_questions_and_answers", words="veiligheid")
    assert all("⟦veiligheid⟧" in row["found"].lower() for row in found)
    page = (await ds.client.get("/archive/search_questions_and_answers?words=veiligheid")).text
    assert "<mark>veiligheid</mark>" in page


async def test_who_cites_takes_a_name_as_people_write_it(ds: Datasette) -> None:
    work = (await ask(ds, "most_cited_papers"))[0]
    by_name = await ask(ds, "who_cites", work=work["work"])
    assert len({row["reference"] for row in by_name}) == work["times_cited"]
    assert await ask(ds, "who_cites", work=work["work"].removeprefix("kst-")) == by_name


async def test_citations_of_an_answer_are_those_of_its_text_and_of_its_footnotes(ds: Datasette) -> None:
    citing = await ask(ds, "who_cites", work="kst-30821-244")
    for answer in {row["answer"] for row in citing if row["answer"]}:
        cited = await ask(ds, "citations_of_an_answer", answer=answer)
        assert "kst-30821-244" in [row["work"] for row in cited]


async def test_referrals_are_narrowed_by_words_on_either_side(ds: Datasette) -> None:
    everything = await ask(ds, "answers_by_referral")
    for text in (everything[0]["answer_text"], everything[0]["question_text"]):
        words = " ".join(re.findall(r"[^\W_]+", text)[:6])
        found = await ask(ds, "answers_by_referral", words=f'"{words}"')
        assert everything[0] in found
        assert len(found) < len(everything)


async def test_dialogue_is_one_whole_paper(ds: Datasette) -> None:
    paper = (await ask(ds, "joint_answers"))[0]["document"]
    asked = await ds.get_database().execute("select question_count from documents where id = ?", [paper])
    assert len({row["question"] for row in await ask(ds, "dialogue", document=paper)}) == asked.single_value()


async def test_source_by_role_is_the_whole_source(ds: Datasette) -> None:
    paper, source = tuple((await ds.get_database().execute("select document, source from texts limit 1")).rows[0])
    assert "".join(row["text"] for row in await ask(ds, "source_by_role", document=paper)) == source
    assert 'class="role role-' in (await ds.client.get("/archive/source_by_role")).text
