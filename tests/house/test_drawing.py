"""The drawing in docs/architecture.svg, which shows every room and every import."""

from itertools import pairwise
from xml.etree import ElementTree

from tests.house.contracts import Arrow, arrows, floors, imports, reachable
from tests.house.coordinates import LEFT, RIGHT, half, middles
from tests.house.order import order, route
from tests.house.picture import house_svg

_SVG = "{http://www.w3.org/2000/svg}"


def test_the_drawing_has_a_box_for_each_room_and_an_arrow_for_each_drawn_import() -> None:
    svg = ElementTree.fromstring(house_svg())
    rooms = [element.text for element in svg.iter(f"{_SVG}text")]
    assert sorted(map(str, rooms)) == sorted(room for floor in floors() for room in floor)
    lines = [path for path in svg.iter(f"{_SVG}path") if path.get("class") == "line"]
    assert len(lines) == len(arrows())


def test_every_import_is_an_arrow_or_a_chain_of_arrows() -> None:
    def chain(room: str) -> set[str]:
        below = {arrow.below for arrow in arrows() if arrow.above == room}
        return below.union(*map(chain, below))

    assert set(arrows()) <= imports()
    for room in (room for floor in floors() for room in floor):
        assert chain(room) == reachable(room)
        for arrow in (arrow for arrow in arrows() if arrow.above == room):
            others = {other for other in arrows() if other.above == room} - {arrow}
            assert not any(arrow.below in chain(other.below) for other in others)


def test_every_arrow_goes_down() -> None:
    for arrow in arrows():
        assert [place.floor for place in route(arrow)] == list(
            range(route(arrow)[0].floor, route(arrow)[-1].floor + 1)
        )
    assert Arrow("audit", "errors") in arrows()


def test_no_two_places_of_a_floor_overlap() -> None:
    for row in order():
        for left, right in pairwise(row):
            assert middles()[left] + half(left) + 8 < middles()[right] - half(right)
        assert min(middles()[place] - half(place) for place in row) >= LEFT
        assert max(middles()[place] + half(place) for place in row) <= RIGHT
