using System.Text;
using HyperLandscape.Tables;

namespace HyperLandscape.Networks;

/// <content>Tables of nodes and edges.</content>
public sealed partial class LocalOptimaNetwork
{
    /// <summary>
    /// Writes a line per node: its number, the vertex and hyperparameters of its representative, fitness, basin size, number of
    /// local optima, moves and how many of them stay, escape difficulty, improvement rate, in and out strength and PageRank, in
    /// full precision.
    /// </summary>
    public void WriteNodesCsv(TextWriter writer)
    {
        var table = new TextTable([
            "node", "vertex", .. Landscape.Space.Hyperparameters.ToArray().Select(h => h.Name), "fitness", "basin_size", "optima",
            "moves", "stays", "escape_difficulty", "improvement_rate", "in_strength", "out_strength", "page_rank"]);
        int[] optima = OptimaCounts();
        double[] pageRank = PageRank();
        for (int node = 0; node < Count; node++)
        {
            table.Add([
                $"{node}", $"{representatives[node]}", .. Landscape[representatives[node]].Labels(), TextTable.Exact(Fitness(node)), $"{basinSizes[node]}", $"{optima[node]}",
                $"{moves[node]}", $"{Stays[node]}", TextTable.Exact(EscapeDifficulty(node)), TextTable.Exact(ImprovementRate(node)), $"{InStrength(node)}", $"{OutStrength(node)}", TextTable.Exact(pageRank[node])]);
        }

        table.WriteCsv(writer);
    }

    /// <summary>Writes a CSV file, see <see cref="WriteNodesCsv(TextWriter)"/>.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    public void WriteNodesCsv(string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        WriteNodesCsv(writer);
    }

    /// <summary>Writes a line per edge: source and target as numbers of nodes, count and probability in full precision.</summary>
    public void WriteEdgesCsv(TextWriter writer)
    {
        var table = new TextTable("source", "target", "count", "probability");
        foreach ((int source, int target, long count) in Edges())
            table.Add($"{source}", $"{target}", $"{count}", TextTable.Exact((double)count / moves[source]));
        table.WriteCsv(writer);
    }

    /// <summary>Writes a CSV file, see <see cref="WriteEdgesCsv(TextWriter)"/>.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    public void WriteEdgesCsv(string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        WriteEdgesCsv(writer);
    }

    /// <summary>Number of local optima in each node.</summary>
    internal int[] OptimaCounts()
    {
        var counts = new int[Count];
        foreach (int node in nodes)
            counts[node]++;
        return counts;
    }
}
