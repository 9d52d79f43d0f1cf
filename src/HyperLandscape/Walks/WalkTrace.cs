using System.Globalization;
using System.Text;
using HyperLandscape.Tables;

namespace HyperLandscape.Walks;

/// <summary>The vertices of a landscape that a walk visited, in order, the start first. Immutable.</summary>
public sealed class WalkTrace
{
    private readonly int[] vertices;

    /// <summary>Creates a trace.</summary>
    /// <param name="landscape">The landscape that was walked on.</param>
    /// <param name="vertices">The visited vertices in order, at least the start; copied.</param>
    /// <exception cref="ArgumentException">There is no vertex.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not in the landscape.</exception>
    public WalkTrace(Landscape landscape, params IReadOnlyList<int> vertices)
    {
        if (vertices.Count == 0)
            throw new ArgumentException("A walk visits at least its start; give one vertex or more.", nameof(vertices));
        foreach (int vertex in vertices)
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)vertex, (uint)landscape.Count, nameof(vertices));
        Landscape = landscape;
        this.vertices = [.. vertices];
    }

    /// <summary>The landscape that was walked on.</summary>
    public Landscape Landscape { get; }

    /// <summary>Number of visited vertices, the start included: one more than the number of steps.</summary>
    public int Count => vertices.Length;

    /// <summary>The visited vertices in order, the start first; a vertex occurs as often as it was visited.</summary>
    public ReadOnlySpan<int> Vertices => vertices;

    /// <summary>The fitness of the visited vertices, as given, in the same order. O(<see cref="Count"/>).</summary>
    public double[] Fitness() => [.. vertices.Select(vertex => Landscape.Fitness[vertex])];

    /// <summary>For example <c>5 configurations, fitness 0.93 to 0.12, from x=0, y=4 to x=2, y=2</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Count:N0} configurations, fitness {Landscape.Fitness[vertices[0]]:G6} to {Landscape.Fitness[vertices[^1]]:G6}, from {Landscape[vertices[0]]} to {Landscape[vertices[^1]]}");

    /// <summary>Writes a line per visited vertex: its step, its number, a column per hyperparameter, its fitness in full precision.</summary>
    public void WriteCsv(TextWriter writer)
    {
        var table = new TextTable(["step", "vertex", .. Landscape.Space.Hyperparameters.ToArray().Select(h => h.Name), "fitness"]);
        for (int step = 0; step < Count; step++)
            table.Add([$"{step}", $"{vertices[step]}", .. Landscape[vertices[step]].Labels(), TextTable.Exact(Landscape.Fitness[vertices[step]])]);
        table.WriteCsv(writer);
    }

    /// <summary>Writes a CSV file, see <see cref="WriteCsv(TextWriter)"/>.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    public void WriteCsv(string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        WriteCsv(writer);
    }
}
