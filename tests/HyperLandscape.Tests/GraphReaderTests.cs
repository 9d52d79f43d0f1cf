using System.Text.Json;
using HyperLandscape.Graphs;
using HyperLandscape.Networks;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests;

/// <summary>
/// networkx, igraph, Graphviz, graphology, the reader of Gephi Lite, and Gephi's importers have opened the files of
/// Goldens/graphs, and what they found is in read.json. The library still writes these files, byte for byte, and means what was found.
/// </summary>
public sealed class GraphReaderTests
{
    private static readonly string Folder = Path.Combine(GoldenFiles.Folder, "graphs");

    // Names that mean something to a reader, and labels that have to be escaped.
    private static readonly Landscape Landscape = Landscape.Create(
        new SearchSpace(Hyperparameter.Categorical("label", "a<\"b\"&", "é\\", "plain"), Hyperparameter.Boolean("size"), Hyperparameter.Ordinal("rate", 0.001, 0.1, 1)),
        [0.5, 0.25, 3, 1, 2, 0.125, -4, 1e-7, 6, 7, 8.5, 9, 2.5, 0.1, 0.2, 0.3, 11, -1e10]);

    private static readonly LocalOptimaNetwork Network = Landscape.Connect(new EscapeEdges());

    private static readonly Dictionary<string, (Action<TextWriter> GraphML, Action<TextWriter> Dot)> Graphs = new()
    {
        ["graph"] = (Landscape.Graph.WriteGraphML, Landscape.Graph.WriteDot),
        ["landscape"] = (Landscape.WriteGraphML, Landscape.WriteDot),
        ["network"] = (Network.WriteGraphML, Network.WriteDot),
    };

    private static readonly JsonElement Found = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "read.json"))).RootElement;

    public static TheoryData<string> Names => [.. Graphs.Keys];

    public static TheoryData<string, string> Readings => [.. Found.EnumerateObject().SelectMany(reader => Graphs.Keys.Select(name => (reader.Name, name)))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Files_are_those_that_were_opened(string name)
    {
        Same($"{name}.graphml", Graphs[name].GraphML);
        Same($"{name}.dot", Graphs[name].Dot);

        static void Same(string file, Action<TextWriter> write)
        {
            var text = new StringWriter();
            write(text);
            Assert.Equal(File.ReadAllText(Path.Combine(Folder, file)), text.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Readings))]
    public void Readers_found_what_the_library_has(string reader, string name)
    {
        JsonElement found = Found.GetProperty(reader).GetProperty(name);
        int[] vertices = name == "network" ? Network.Representatives.ToArray() : [.. Enumerable.Range(0, Landscape.Count)];
        Assert.Equal(name != "graph", found.GetProperty("directed").GetBoolean());
        Assert.Equal(vertices.Select(vertex => $"{Landscape[vertex]}"), Texts("labels"));
        Assert.Equal(vertices.Select(vertex => Landscape[vertex].Label("label")), Texts("label_"));
        Assert.Equal(vertices.Select(vertex => Landscape[vertex].Label("size")), Texts("size_"));
        Assert.Equal(vertices.Select(vertex => Landscape[vertex]["rate"]), Numbers("rate"));
        if (name != "graph")
            Assert.Equal(vertices.Select(vertex => Landscape.Fitness[vertex]), Numbers("fitness"));
        Assert.Equal(Edges(name).Order(), found.GetProperty("edges").EnumerateArray().Select(edge => (edge[0].GetInt32(), edge[1].GetInt32(), edge[2].GetDouble())).Order());

        IEnumerable<string> Texts(string property) => found.GetProperty(property).EnumerateArray().Select(value => value.GetString()!);
        IEnumerable<double> Numbers(string property) => found.GetProperty(property).EnumerateArray().Select(value => value.GetDouble());
    }

    /// <summary>Edges as source, target and what they weigh: nothing, the gain, the count of moves.</summary>
    private static IEnumerable<(int, int, double)> Edges(string name) => name switch
    {
        "graph" => Landscape.Graph.AsQuikGraph().Edges.Select(edge => (edge.Source, edge.Target, 0.0)),
        "landscape" => Landscape.AsQuikGraph().Edges.Select(edge => (edge.Source, edge.Target, Landscape.Fitness[edge.Source] - Landscape.Fitness[edge.Target])),
        _ => Network.Edges().Select(edge => (edge.Source, edge.Target, (double)edge.Count)),
    };
}
