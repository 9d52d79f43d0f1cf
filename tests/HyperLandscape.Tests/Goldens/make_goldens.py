#!/usr/bin/env python3
"""Makes the golden files beside this script out of the project's reference data (Python 3, standard library only).

    python3 make_goldens.py ../shared

It drops what no test needs and keeps the form, so that one reader in the tests serves these files and the reference
data itself. Same input, same bytes.

reads  landscapes/reference_facts.csv               facts of real landscapes, by an independent script
       reference/graphfla/golden/01_* to 20_*       synthetic landscapes with what GraphFLA 0.3.0 says about them
       reference/graphfla/golden/pairs.*            pairs of fitness columns with their similarities
writes own_facts.csv, graphfla/, pairs.csv.gz, pairs.json
"""
import csv
import gzip
import io
import json
import pathlib
import sys

SHARED = pathlib.Path(sys.argv[1])
GOLDEN = SHARED / "reference" / "graphfla" / "golden"
HERE = pathlib.Path(__file__).parent
NODE_COLUMNS = ["node", "row", "out_degree", "in_degree", "is_lo", "basin_index", "basin_index_negated_max", "dist_go"]
STRUCTURE = ["n_configs", "n_edges", "n_neutral_pairs", "n_lo", "n_plateau", "config_dict", "sum_delta_fit"]
NEUTRALITIES = [f"neutrality(threshold={threshold})" for threshold in ["0.0", "0.001", "0.01", "0.05"]]
NEIGHBORS = [f"neighbor_fitness_correlation({method})" for method in ["pearson", "spearman", "kendall"]]
CLIMBS = ["basin_fitness_correlation(spearman)", "basin_fitness_correlation(pearson)", "fitness_flattening_index(spearman)"]
METRICS = ["local_optima_ratio", "r_s_ratio", "fitness_distribution", "fdc(spearman)", "fdc(pearson)",
           "mean_distance_to_global_optimum(after dist_go cached)", "global_optima_accessibility",
           "path_length_to_global_optimum(accessible=True)"] + NEUTRALITIES + NEIGHBORS + CLIMBS
REFERENCE = ["assortativity_directed_improving", "assortativity_undirected_all_neighbours", "neutrality", "squares"]
INTERACTIONS = ["gamma", "gamma_star", "global_idiosyncratic_index", "diminishing_returns_index(pearson)", "increasing_costs_index(pearson)"]
INTERACTIONS += [f"higher_order_epistasis(order={order})" for order in (1, 2, 3)]
NETWORK_NODES = ["index", "escape_difficulty", "improve_rate", "accessibility", "pagerank"]
INTERACTIONS += ["diminishing_returns_index(spearman)", "increasing_costs_index(spearman)", "extradimensional_bypass(exact)"]
METRICS += INTERACTIONS + ["walsh_hadamard(max_order=2)", "all_mutation_effects(positive)"]
METRICS += ["mean_distance_to_local_optima(first<=20 lo_index)", "path_length_to_local_optima(first<=20 lo_index)"]


def write_gz(path, text):
    """Neither name nor time in the header: same input, same bytes."""
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=buffer, mtime=0, compresslevel=9) as file:
        file.write(text.encode())
    path.write_bytes(buffer.getvalue())


def text_of(name):
    path = GOLDEN / name.removesuffix(".gz")
    return path.read_text() if path.exists() else gzip.open(path.with_name(path.name + ".gz"), "rt").read()


def metrics_of(golden, names):
    return {name: golden["metrics"][name] for name in names if name in golden["metrics"]}


def networks_of(golden):
    return {kind: {"nodes": [{name: node[name] for name in NETWORK_NODES} for node in network["nodes"]], "edges": network["edges"]}
            for kind, network in golden["lon"].items()}


def shrink(path):
    golden = json.loads(path.read_text())
    write_gz(HERE / "graphfla" / f"{golden['name']}.csv.gz", text_of(golden["csv"]))

    nodes = csv.DictReader(io.StringIO(text_of(golden["nodes_csv"])))
    columns = [column for column in NODE_COLUMNS if column in nodes.fieldnames]
    lines = [columns] + [[node[column] for column in columns] for node in nodes]
    write_gz(HERE / "graphfla" / f"{golden['name']}.nodes.csv.gz", "".join(",".join(line) + "\n" for line in lines))

    kept = {key: golden[key] for key in ["name", "maximize", "epsilon", "accessible_size"]}
    kept["structure"] = {key: golden["structure"][key] for key in STRUCTURE}
    kept["reference"] = {key: golden["reference"][key] for key in REFERENCE}
    kept["metrics"] = metrics_of(golden, METRICS)
    if "negated_max" in golden:
        kept["negated_max"] = {"metrics": metrics_of(golden["negated_max"], CLIMBS + INTERACTIONS), "lon": networks_of(golden["negated_max"])}
    else:
        kept["lon"] = networks_of(golden)
    (HERE / "graphfla" / f"{golden['name']}.json").write_text(json.dumps(kept) + "\n")


(HERE / "graphfla").mkdir(exist_ok=True)
for path in sorted(GOLDEN.glob("[0-9][0-9]_*.json")):
    shrink(path)
with open(SHARED / "landscapes" / "reference_facts.csv") as file:
    (HERE / "own_facts.csv").write_text("".join(line for line in file if line.startswith(("file,", "own_"))))
(HERE / "pairs.csv.gz").write_bytes((GOLDEN / "pairs.csv.gz").read_bytes())
(HERE / "pairs.json").write_text((GOLDEN / "pairs.json").read_text())
