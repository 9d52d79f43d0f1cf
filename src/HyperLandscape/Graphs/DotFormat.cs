using System.Text;

namespace HyperLandscape.Graphs;

/// <summary>Graphviz's DOT language, written as it goes along.</summary>
internal static class DotFormat
{
    public static void Write(GraphDescription graph, string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        Write(graph, writer);
    }

    public static void Write(GraphDescription graph, TextWriter writer)
    {
        writer.Write("// encoded as UTF-8 \u2713\n"); // DOT cannot declare it, and Gephi guesses it from the first 4,096 bytes
        writer.Write(graph.IsDirected ? "digraph {\n" : "graph {\n");
        for (int node = 0; node < graph.NodeCount; node++)
            WriteStatement(writer, GraphDescription.Text(node), graph.NodeAttributes, graph.NodeValues(node));
        for (int node = 0; node < graph.NodeCount; node++)
        {
            foreach ((int target, string[] values) in graph.EdgesFrom(node))
                WriteStatement(writer, $"{GraphDescription.Text(node)} {(graph.IsDirected ? "->" : "--")} {GraphDescription.Text(target)}", graph.EdgeAttributes, values);
        }

        writer.Write("}\n");
    }

    private static void WriteStatement(TextWriter writer, string subject, IReadOnlyList<GraphAttribute> attributes, IReadOnlyList<string> values)
    {
        writer.Write($"  {subject}");
        for (int i = 0; i < attributes.Count; i++)
            writer.Write($"{(i == 0 ? " [" : ", ")}{Quoted(attributes[i].Name)}={Quoted(values[i])}");
        writer.Write(attributes.Count > 0 ? "];\n" : ";\n");
    }

    /// <summary>In quotes, names may be anything. Backslashes are doubled, or one at the end would take the quote with it.</summary>
    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
