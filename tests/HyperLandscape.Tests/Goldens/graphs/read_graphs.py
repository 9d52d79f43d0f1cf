#!/usr/bin/env python3
"""Opens the graph files beside this script with other programs and writes read.json, what each of them found.

    python3 read_graphs.py

Made with networkx 2.8.8, igraph 0.10.2, pydot 1.4.2 and Graphviz 2.42.2 (Debian 12), and graphology-graphml 0.5.2, with
which Gephi Lite reads GraphML (node, `npm install graphology graphology-graphml @xmldom/xmldom` in a folder named by
NODE_MODULES). Gephi's desktop program was not at hand: its classes ImporterGraphML and ImporterDOT (git 9c4d6019, unchanged)
were compiled by themselves, over its container and drafts cut to what these two call, and ran under Java 17.
GEPHI is their class path (that of Gephi or its toolkit should do as well, but was not tried); ReadWithGephi.java calls them.
"""
import html
import json
import os
import pathlib
import subprocess

import igraph
import networkx

HERE = pathlib.Path(__file__).parent
NAMES = ["graph", "landscape", "network"]
WEIGHT = {"graph": None, "landscape": "gain", "network": "weight"}


def text(value):
    """Booleans as GraphML spells them."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def facts(name, directed, nodes, edges):
    """Nodes are dictionaries in the order of their ids, edges (source, target, attributes)."""
    found = {
        "directed": directed,
        "labels": [node["label"] for node in nodes],
        "label_": [node["label_"] for node in nodes],
        "size_": [text(node["size_"]) for node in nodes],
        "rate": [float(node["rate"]) for node in nodes],
        "edges": sorted((*((source, target) if directed else sorted((source, target))), float(data[WEIGHT[name]]) if WEIGHT[name] else 0) for source, target, data in edges),
    }
    if name != "graph":
        found["fitness"] = [float(node["fitness"]) for node in nodes]
    return found


def of_networkx(name, graph):
    order = sorted(graph.nodes, key=int)
    edges = [(int(source), int(target), data) for source, target, data in graph.edges(data=True)]
    return facts(name, graph.is_directed(), [graph.nodes[node] for node in order], edges)


def networkx_graphml(name):
    return of_networkx(name, networkx.read_graphml(HERE / f"{name}.graphml"))


def networkx_dot(name):
    """pydot leaves quotes and escapes as they are in the file."""
    graph = networkx.Graph(networkx.nx_pydot.read_dot(HERE / f"{name}.dot")) if name == "graph" else networkx.DiGraph(networkx.nx_pydot.read_dot(HERE / f"{name}.dot"))

    def plain(data):
        return {key.strip('"'): value[1:-1].replace('\\"', '"').replace("\\\\", "\\") for key, value in data.items()}

    clean = graph.__class__()
    clean.add_nodes_from((node, plain(data)) for node, data in graph.nodes(data=True) if node != "\\n")
    clean.add_edges_from((source, target, plain(data)) for source, target, data in graph.edges(data=True))
    return of_networkx(name, clean)


def igraph_graphml(name):
    graph = igraph.Graph.Read_GraphML(str(HERE / f"{name}.graphml"))
    nodes = sorted(graph.vs, key=lambda node: int(node["id"]))
    edges = [(int(graph.vs[edge.source]["id"]), int(graph.vs[edge.target]["id"]), edge.attributes()) for edge in graph.es]
    return facts(name, graph.is_directed(), [node.attributes() for node in nodes], edges)


def graphviz(name):
    """The labels of nodes are what Graphviz would draw, so that backslashes are still escaped there; others are plain."""
    read = json.loads(subprocess.run(["dot", "-Tdot_json", HERE / f"{name}.dot"], capture_output=True, check=True, text=True).stdout)
    names = {node["_gvid"]: int(node["name"]) for node in read["objects"]}
    nodes = [{key: html.unescape(value).replace("\\\\", "\\") if isinstance(value, str) else value for key, value in node.items()} for node in sorted(read["objects"], key=lambda node: int(node["name"]))]
    return facts(name, read["directed"], nodes, [(names[edge["tail"]], names[edge["head"]], edge) for edge in read.get("edges", [])])


def graphology(name):
    script = """
        const fs = require('fs'), Graph = require('graphology'), graphml = require('graphology-graphml');
        const { DOMParser } = require('@xmldom/xmldom'); global.DOMParser = DOMParser; global.Document = class {};
        console.log(JSON.stringify(graphml.parse(Graph, fs.readFileSync(process.argv[1], 'utf8')).export()));"""
    read = json.loads(subprocess.run(["node", "-e", script, HERE / f"{name}.graphml"], capture_output=True, check=True, text=True, env={**os.environ, "NODE_PATH": os.environ["NODE_MODULES"]}).stdout)
    nodes = [node["attributes"] for node in sorted(read["nodes"], key=lambda node: int(node["key"]))]
    edges = [(int(edge["source"]), int(edge["target"]), edge.get("attributes", {})) for edge in read["edges"]]
    return facts(name, read["options"]["type"] == "directed", nodes, edges)


def gephi(name, extension):
    read = json.loads(subprocess.run(["java", "-cp", os.environ["GEPHI"], HERE / "ReadWithGephi.java", HERE / f"{name}.{extension}"], capture_output=True, check=True, text=True).stdout)
    edges = [(int(edge["source"]), int(edge["target"]), edge) for edge in read["edges"]]
    return facts(name, {"DIRECTED": True, "UNDIRECTED": False}[read["edgedefault"]], sorted(read["nodes"], key=lambda node: int(node["id"])), edges)


READERS = {"networkx (GraphML)": networkx_graphml, "networkx (DOT)": networkx_dot, "igraph (GraphML)": igraph_graphml, "Graphviz (DOT)": graphviz,
           "graphology (GraphML)": graphology, "Gephi's importer (GraphML)": lambda name: gephi(name, "graphml"), "Gephi's importer (DOT)": lambda name: gephi(name, "dot")}

(HERE / "read.json").write_text(json.dumps({reader: {name: read(name) for name in NAMES} for reader, read in READERS.items()}, indent=1, ensure_ascii=False) + "\n")
