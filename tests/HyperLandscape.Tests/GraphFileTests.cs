using System.Globalization;
using System.Xml.Linq;
using HyperLandscape.Graphs;
using HyperLandscape.Networks;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Storage;

namespace HyperLandscape.Tests;

/// <summary>GraphML and DOT say what the graph says, whatever characters its labels have.</summary>
public sealed class GraphFileTests
{
    private static readonly XNamespace GraphML = "http://graphml.graphdrawing.org/xmlns";

    // 3 1 / 2 4: arcs 0 -> 1 (2), 0 -> 2 (1), 3 -> 1 (3), 3 -> 2 (2).
    private static readonly Landscape Square = Landscape.Create(
        new SearchSpace(Hyperparameter.Categorical("label", "a<\"b\"&", "c\\"), Hyperparameter.Ordinal("rate", 0.1, 1e-3)), [3, 1, 2, 4]);

    [Fact]
    public void Dot_by_hand()
    {
        Assert.Equal(
            """
            // encoded as UTF-8 ✓
            digraph {
              0 ["label"="label=a<\"b\"&, rate=0.1", "fitness"="3", "label_"="a<\"b\"&", "rate"="0.1"];
              1 ["label"="label=a<\"b\"&, rate=0.001", "fitness"="1", "label_"="a<\"b\"&", "rate"="0.001"];
              2 ["label"="label=c\\, rate=0.1", "fitness"="2", "label_"="c\\", "rate"="0.1"];
              3 ["label"="label=c\\, rate=0.001", "fitness"="4", "label_"="c\\", "rate"="0.001"];
              0 -> 1 ["gain"="2"];
              0 -> 2 ["gain"="1"];
              3 -> 1 ["gain"="3"];
              3 -> 2 ["gain"="2"];
            }

            """,
            Text(Square.WriteDot));
        Assert.EndsWith("  0 -- 1;\n  0 -- 2;\n  1 -- 3;\n  2 -- 3;\n}\n", Text(Square.Graph.WriteDot), StringComparison.Ordinal);
        Assert.Contains("  0 -> 1 [\"weight\"=\"1\", \"probability\"=\"1\"];\n", Text(Square.Connect(new EscapeEdges()).WriteDot), StringComparison.Ordinal);
    }

    [Fact]
    public void GraphML_reads_back()
    {
        (XElement graph, Dictionary<string, (string Name, string Type)> keys) = Read(Text(Square.WriteGraphML));
        Assert.Equal("directed", graph.Attribute("edgedefault")!.Value);
        Assert.Equal(["label string", "fitness double", "label_ string", "rate double", "gain double"], keys.Values.Select(key => $"{key.Name} {key.Type}"));
        Assert.Equal(
            ["label=a<\"b\"&, rate=0.1|3|a<\"b\"&|0.1", "label=a<\"b\"&, rate=0.001|1|a<\"b\"&|0.001", "label=c\\, rate=0.1|2|c\\|0.1", "label=c\\, rate=0.001|4|c\\|0.001"],
            graph.Elements(GraphML + "node").Select(node => string.Join('|', node.Elements().Select(data => data.Value))));
        Assert.Equal(["0 1 2", "0 2 1", "3 1 3", "3 2 2"], graph.Elements(GraphML + "edge").Select(edge => $"{edge.Attribute("source")!.Value} {edge.Attribute("target")!.Value} {edge.Elements().Single().Value}"));

        (graph, keys) = Read(Text(Square.Graph.WriteGraphML));
        Assert.Equal("undirected", graph.Attribute("edgedefault")!.Value);
        Assert.Equal(["label string", "label_ string", "rate double"], keys.Values.Select(key => $"{key.Name} {key.Type}"));
        Assert.Equal(4, graph.Elements(GraphML + "edge").Count());
    }

    /// <summary>Optima 1 (f = 1) and 2 (f = 2) at distance 2, each the only move of the other.</summary>
    [Fact]
    public void GraphML_of_a_network_by_hand()
    {
        (XElement graph, Dictionary<string, (string Name, string Type)> keys) = Read(Text(Square.Connect(new EscapeEdges()).WriteGraphML));
        Assert.Equal(
            ["label string", "fitness double", "basin_size long", "optima long", "escape_difficulty double", "improvement_rate double", "label_ string", "rate double", "weight long", "probability double"],
            keys.Values.Select(key => $"{key.Name} {key.Type}"));
        Assert.Equal(["1|3|1|0|0", "2|1|1|0|1"], graph.Elements(GraphML + "node").Select(node => string.Join('|', node.Elements().Skip(1).Take(5).Select(data => data.Value))));
        Assert.Equal(["0 1 1 1", "1 0 1 1"], graph.Elements(GraphML + "edge").Select(edge => $"{edge.Attribute("source")!.Value} {edge.Attribute("target")!.Value} {string.Join(' ', edge.Elements().Select(data => data.Value))}"));
    }

    [Fact]
    public void Labels_may_have_any_characters()
    {
        string[] labels = ["]]>", "\u0001\ttab", "line\nbreak\r", "\uD800half", "\U0001F600é", "tail\\", "'\"<>&;"];
        var landscape = Landscape.Create(new SearchSpace(Hyperparameter.Categorical("näme\u0002 \"<", labels)), [1, 2, 3, 4, 5, 6, 7]);
        (XElement graph, Dictionary<string, (string Name, string Type)> keys) = Read(Text(landscape.WriteGraphML));
        Assert.Equal("näme\uFFFD \"<", keys["n2"].Name);
        Assert.Equal(labels.Select(label => label.Replace('\u0001', '\uFFFD').Replace('\uD800', '\uFFFD')), graph.Elements(GraphML + "node").Select(node => node.Elements().Last().Value));
        Assert.Contains("\"tail\\\\\"", Text(landscape.WriteDot), StringComparison.Ordinal);
        Assert.Contains("\"line\\nbreak\"", Text(landscape.WriteDot), StringComparison.Ordinal);
    }

    /// <summary>
    /// Of two names a reader would keep one, or take both for what it draws: here for a label (two), the identity, the size (two)
    /// and a color. Gephi trims names and, in DOT, forgets their case; a line break in one breaks its report.
    /// </summary>
    [Fact]
    public void Names_stay_apart_from_what_readers_take_them_for()
    {
        string[] names = ["Label", "NodeLabel", "id", " size ", "Size", "size_", "COLOR", "rate", "Rate", "a\r\nb;c", "weight", "naïve"];
        string[] written = ["Label_", "NodeLabel_", "id_", "size__", "Size_", "size___", "COLOR_", "rate", "Rate_", "a b;c", "weight", "naïve"];
        var space = new SearchSpace([.. names.Select(name => Hyperparameter.Categorical(name, "one")), Hyperparameter.Boolean("two")]);
        var landscape = Landscape.Create(space, [2, 1]);
        (_, Dictionary<string, (string Name, string Type)> keys) = Read(Text(landscape.WriteGraphML));
        Assert.Equal(["label", "fitness", .. written, "two", "gain"], keys.Values.Select(key => key.Name));
        Assert.Contains(string.Join("", written.Select(name => $", \"{name}\"=\"one\"")) + ", \"two\"=\"false\"];", Text(landscape.WriteDot), StringComparison.Ordinal);
    }

    [Fact]
    public void The_culture_does_not_matter_and_files_have_the_same_text()
    {
        using var folder = new TemporaryFolder();
        LocalOptimaNetwork network = Square.Connect(new EscapeEdges());
        Same(Square.Graph.WriteGraphML, Square.Graph.WriteGraphML);
        Same(Square.Graph.WriteDot, Square.Graph.WriteDot);
        Same(Square.WriteGraphML, Square.WriteGraphML);
        Same(Square.WriteDot, Square.WriteDot);
        Same(network.WriteGraphML, network.WriteGraphML);
        Same(network.WriteDot, network.WriteDot);
        Same(network.WriteNodesCsv, network.WriteNodesCsv);
        Same(network.WriteEdgesCsv, network.WriteEdgesCsv);

        void Same(Action<TextWriter> toWriter, Action<string> toFile)
        {
            string expected = Text(toWriter);
            CultureInfo before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "~" } };
                toFile(folder["graph"]);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }

            Assert.Equal(expected, File.ReadAllText(folder["graph"]));
        }
    }

    private static string Text(Action<TextWriter> write)
    {
        var writer = new StringWriter();
        write(writer);
        return writer.ToString();
    }

    private static (XElement Graph, Dictionary<string, (string Name, string Type)> Keys) Read(string text)
    {
        XElement root = XDocument.Parse(text, LoadOptions.PreserveWhitespace).Root!;
        Assert.Equal(GraphML + "graphml", root.Name);
        return (root.Element(GraphML + "graph")!, root.Elements(GraphML + "key").ToDictionary(key => key.Attribute("id")!.Value, key => (key.Attribute("attr.name")!.Value, key.Attribute("attr.type")!.Value)));
    }
}
