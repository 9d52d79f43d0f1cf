namespace HyperLandscape.Metrics;

/// <summary>
/// Whether gains shrink on the way to the top: minus the mean, over best-improvement climbs that end in a global optimum, of
/// Spearman's correlation within a climb between the number of the step and its gain (the loss before minus the loss after).
/// Range [-1, 1]; higher = flatter toward the top, 1 = every step gains less than the one before, -1 = more, whichever the objective.
/// </summary>
/// <remarks>
/// Climbs as in <see cref="Landscape.Climb"/>, plateau exits included, one from every configuration; those with equal gains at
/// all steps are left out. Gains that differ by no more than 2^-46 of the range of the fitness tie, so that rounding does not
/// decide. NaN if no climb is left. A climb of three vertices has two gains and so gives 1 or -1.
/// O(n log n) however long climbs are. Source: GraphFLA, whose differences have the other sign.
/// </remarks>
public sealed record FitnessFlatteningIndex : IMetric
{
    private readonly int minimumLength = 3;

    /// <summary>Least number of vertices on a climb, its ends included, at least 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 3.</exception>
    public int MinimumLength
    {
        get => minimumLength;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 3);
            minimumLength = value;
        }
    }

    /// <inheritdoc/>
    public string Name => minimumLength == 3 ? "Fitness flattening index" : $"Fitness flattening index (climbs of {minimumLength} or more)";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        double sum = 0;
        long climbs = 0;
        foreach ((int start, int length, double correlation) in new ClimbGains(landscape).Correlations())
        {
            if (length < minimumLength || landscape.IsOptimal(start) || double.IsNaN(correlation))
                continue;
            sum += correlation;
            climbs++;
        }

        return sum / climbs;
    }
}
