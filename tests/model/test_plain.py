import dataclasses
import json
from collections.abc import Mapping
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.claim import Claim
from rashomon.model.dossier import Report
from rashomon.model.lineage import Lineages
from rashomon.model.page import Page
from rashomon.model.plain import from_dict, to_dict
from rashomon.model.reading import Reading
from rashomon.model.skip import Skip
from rashomon.model.span import Span
from rashomon.model.story import Story

TYPES = [Lineages, Page, Reading, Report, Story]  # between them they hold all others


def values_of(type_: Any) -> st.SearchStrategy[Any]:
    """Any value of a model's type, made from the annotations, small and many-shaped."""
    if type_ in PLAIN:
        return PLAIN[type_]
    origin, args = get_origin(type_), get_args(type_)
    if origin is tuple and args[-1] is Ellipsis:
        return st.lists(values_of(args[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(values_of, args))
    if origin is not None and issubclass(origin, Mapping):
        return st.dictionaries(st.text(max_size=3), values_of(args[1]), max_size=2)
    if args:
        return st.one_of(*map(values_of, args))
    if issubclass(type_, Enum):
        return st.sampled_from(list(type_))
    return dataclass_values(type_)


def dataclass_values(type_: Any) -> st.SearchStrategy[Any]:
    hints = get_type_hints(type_)
    fields = {f.name: values_of(hints[f.name]) for f in dataclasses.fields(type_)}
    if issubclass(type_, Span):
        bounds = st.tuples(st.integers(0, 9), st.integers(0, 9))
        del fields["start"], fields["end"]
        return st.builds(
            lambda pair, others: type_(start=min(pair), end=max(pair), **others),
            bounds,
            st.fixed_dictionaries(fields),
        )
    return st.builds(type_, **fields)


PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=5),
    int: st.integers(0, 9),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    type(None): st.none(),
}


@pytest.mark.parametrize("type_", TYPES, ids=lambda type_: type_.__name__)
def test_every_value_comes_back_from_its_json(type_: Any) -> None:
    strategy = values_of(type_)

    @settings(max_examples=25)
    @given(strategy)
    def comes_back(value: Any) -> None:
        assert from_dict(type_, json.loads(json.dumps(to_dict(value)))) == value

    comes_back()


def test_words_that_python_keeps_for_itself_have_their_own_names_in_json() -> None:
    hint = get_type_hints(Claim)["chain"]
    link = get_args(hint)[0]
    assert {"class", "basis"} <= set(to_dict(from_dict(link, LINK)))


LINK = {"name": "an official", "class": "official", "start": None, "end": None}


def test_a_field_that_is_not_known_is_passed_over() -> None:
    skip = {"subject": "a", "stage": "read", "cause": "empty", "detail": "", "added": 1}
    assert from_dict(Skip, skip).subject == "a"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"cause": "tired"}, "Skip.cause cannot be 'tired'; it is one of 'empty'"),
        ({"subject": 3}, "Skip.subject must be str, not 3"),
        ({"subject": ...}, "Skip lacks 'subject'"),
    ],
)
def test_what_is_wrong_is_named(change: dict[str, Any], message: str) -> None:
    plain = {"subject": "a", "stage": "read", "cause": "empty", "detail": "", **change}
    plain = {key: value for key, value in plain.items() if value is not ...}
    with pytest.raises(ValueError, match=message):
        from_dict(Skip, plain)
