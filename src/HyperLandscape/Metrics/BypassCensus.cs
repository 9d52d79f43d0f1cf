using System.Globalization;
using HyperLandscape.Numerics;
using HyperLandscape.Tables;

namespace HyperLandscape.Metrics;

/// <summary>
/// Whether valleys can be walked around: a reciprocal sign square (see <see cref="SquareCensus"/>) has two peaks with a
/// valley between them; it has a bypass if arcs lead from the worse peak to the better one by way of other
/// configurations, with a strict improvement at every step.
/// </summary>
/// <remarks>
/// A path may change any hyperparameter, and a categorical one of the two may pass through its other values. Peaks that
/// are equal by the tolerance have no bypass. Exact if there are no more reciprocal sign squares than the budget;
/// otherwise estimated from that many of them, drawn uniformly without replacement: <see cref="IsExact"/>,
/// <see cref="StandardError"/> and the printout say which. For every square looked at, a breadth-first search from both
/// ends that leaves out all configurations that are not between the two peaks in fitness: O(edges) at worst, most often
/// a small part of it. Unaffected by the objective, shift and scale. Source: Palmer et al. (2015), "Delayed commitment
/// to evolutionary fate in antibiotic resistance fitness landscapes"; Wu et al. (2016), "Adaptation in protein fitness
/// landscapes is facilitated by indirect paths".
/// </remarks>
public sealed class BypassCensus
{
    private readonly long steps;

    private BypassCensus(long squareCount, int examinedCount, int bypassCount, long steps)
    {
        SquareCount = squareCount;
        ExaminedCount = examinedCount;
        BypassCount = bypassCount;
        this.steps = steps;
    }

    /// <summary>Number of reciprocal sign squares.</summary>
    public long SquareCount { get; }

    /// <summary>Number of them that were examined.</summary>
    public int ExaminedCount { get; }

    /// <summary>Number of those that have a bypass.</summary>
    public int BypassCount { get; }

    /// <summary>Whether all squares were examined, so that nothing is estimated.</summary>
    public bool IsExact => ExaminedCount == SquareCount;

    /// <summary>Share of the squares that have a bypass. In [0, 1]; higher = valleys matter less. NaN if there is no square.</summary>
    public double Share => (double)BypassCount / ExaminedCount;

    /// <summary>Standard error of <see cref="Share"/>, of a sample without replacement; 0 if exact, NaN if there is no square or only one was examined of several.</summary>
    public double StandardError => IsExact && SquareCount > 0
        ? 0
        : Math.Sqrt(Share * (1 - Share) / (ExaminedCount - 1) * (1 - ((double)ExaminedCount / SquareCount)));

    /// <summary>Mean number of steps of the shortest bypass, over the examined squares that have one; at least 2. NaN if none has.</summary>
    public double MeanLength => (double)steps / BypassCount;

    /// <summary>Looks for bypasses.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="squares">Which squares are examined: up to 10,000 if null.</param>
    public static BypassCensus Of(Landscape landscape, SquareSample? squares = null)
    {
        squares ??= new SquareSample();
        (long count, Valley[] chosen) = Valleys.Choose(landscape, squares.Budget, squares.Seed);
        int[] lengths = BypassSearch.Lengths(landscape, chosen);
        return new BypassCensus(count, chosen.Length, lengths.Count(length => length > 0), lengths.Sum(length => (long)length));
    }

    /// <summary>An aligned table; "-" where undefined.</summary>
    public override string ToString()
    {
        var table = new TextTable("reciprocal sign squares", "value");
        table.Add("count", TextTable.Number(SquareCount));
        table.Add("share with a bypass", TextTable.Number(Share));
        if (!IsExact)
            table.Add(string.Create(CultureInfo.InvariantCulture, $"standard error (estimated from {ExaminedCount:N0})"), TextTable.Number(StandardError));
        table.Add("mean length of a bypass", TextTable.Number(MeanLength));
        return table.ToString();
    }
}
