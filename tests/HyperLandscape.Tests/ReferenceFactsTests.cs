using System.Globalization;

namespace HyperLandscape.Tests;

/// <summary>Facts of real landscapes as an independent script counted them (Goldens/README.md).</summary>
public sealed class ReferenceFactsTests
{
    public static TheoryData<string, string, long[], double> OwnRows { get; } = Rows(Path.Combine(GoldenFiles.Folder, "own_facts.csv"), own: true);

    /// <summary>Tables that may not be copied: no rows where they are absent.</summary>
    public static TheoryData<string, string, long[], double> SharedRows { get; } =
        SharedData.Find("landscapes", "reference_facts.csv") is { } path ? Rows(path, own: false) : [];

    [Theory]
    [MemberData(nameof(OwnRows))]
    [MemberData(nameof(SharedRows))]
    public void Counts_agree(string table, string column, long[] counts, double best)
    {
        Landscape landscape = LandscapeTables.Landscape(table, column);
        long tied = landscape.NeutralDegrees(0).ToArray().Sum(degree => (long)degree) / 2;
        (int strict, int weak) = LonelyOptima(landscape);
        long[] actual = [landscape.Count, landscape.Space.CellCount, landscape.Graph.EdgeCount, tied, strict, weak, landscape.Optima.Length, landscape.GlobalOptima.Length];
        Assert.Equal(counts, actual);
        Assert.Equal(best, landscape.Fitness[landscape.GlobalOptima[0]]);
    }

    /// <summary>Vertices better than all their neighbours, and vertices not worse than any.</summary>
    private static (int Strict, int Weak) LonelyOptima(Landscape landscape)
    {
        int sign = landscape.Objective == Objective.Minimize ? 1 : -1;
        var buffer = new int[landscape.Graph.MaxDegree];
        int strict = 0;
        int weak = 0;
        for (int vertex = 0; vertex < landscape.Count; vertex++)
        {
            double best = double.PositiveInfinity;
            foreach (int other in landscape.Graph.Neighbors(vertex, buffer))
                best = Math.Min(best, sign * landscape.Fitness[other]);
            strict += sign * landscape.Fitness[vertex] < best ? 1 : 0;
            weak += sign * landscape.Fitness[vertex] <= best ? 1 : 0;
        }

        return (strict, weak);
    }

    /// <summary>Columns: file, column, direction, configs, grid, edges, neutral_edges, strict_lo, weak_lo, plateau_lo, best, n_best.</summary>
    private static TheoryData<string, string, long[], double> Rows(string path, bool own)
    {
        var rows = new TheoryData<string, string, long[], double>();
        foreach (string[] line in GoldenFiles.ReadTable(path).Skip(1).Where(line => line[0].StartsWith("own_", StringComparison.Ordinal) == own))
        {
            long[] counts = [.. line[3..10].Append(line[11]).Select(field => long.Parse(field, CultureInfo.InvariantCulture))];
            rows.Add(line[0], line[1], counts, double.Parse(line[10], CultureInfo.InvariantCulture));
        }

        return rows;
    }
}
