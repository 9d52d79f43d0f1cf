using System.Numerics.Tensors;
using HyperLandscape.Numerics;
using HyperLandscape.Tables;
using MathNet.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>
/// The value of <see cref="WalkAutocorrelation"/>, a median over seeded random walks, with its standard error.
/// <see cref="Autocorrelation"/> is exact and needs neither.
/// </summary>
/// <remarks>
/// Walks are independent. A median cannot be judged by leaving out one of them, so its standard error is that of Maritz and Jarrett:
/// with the n correlations in ascending order, and w(i) the chance that a Beta((n + 1) / 2, (n + 1) / 2) variable lies between
/// (i - 1) / n and i / n, the squared error is the variance of the correlations weighted by w, which is what a bootstrap of the
/// walks tends to. It is about the value for ever more walks of this length, which is lower than the exact autocorrelation. Source: Maritz
/// and Jarrett (1978), "A note on estimating the variance of the sample median".
/// </remarks>
public sealed class WalkCorrelations
{
    private const int WalksPerBlock = 64;

    private readonly double[] correlations; // ascending

    private WalkCorrelations(double[] correlations) => this.correlations = correlations;

    /// <summary>Number of walks that have a correlation.</summary>
    public int WalkCount => correlations.Length;

    /// <summary>The median of the correlations within a walk, in [-1, 1]; higher = smoother. NaN if no walk has one.</summary>
    public double Median => WalkCount == 0 ? double.NaN : (correlations[(WalkCount - 1) / 2] + correlations[WalkCount / 2]) / 2;

    /// <summary>Standard error of <see cref="Median"/> over the choice of walks; NaN if fewer than two walks have a correlation.</summary>
    public double StandardError
    {
        get
        {
            if (WalkCount < 2)
                return double.NaN;
            double shape = (WalkCount + 1) / 2.0;
            double median = Median;
            double mean = 0;
            double squares = 0;
            double below = 0;
            for (int i = 0; i < WalkCount; i++)
            {
                double next = SpecialFunctions.BetaRegularized(shape, shape, (i + 1.0) / WalkCount);
                double deviation = correlations[i] - median;
                mean += (next - below) * deviation;
                squares += (next - below) * deviation * deviation;
                below = next;
            }

            return Math.Sqrt(Math.Max(0, squares - (mean * mean)));
        }
    }

    /// <summary>The correlations within walks. O(walks * length).</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="walks">Number and length of the walks, the lag and the seed; 1,000 of 20 if null.</param>
    /// <exception cref="InvalidOperationException">There are no walks, or they are too short for the lag.</exception>
    public static WalkCorrelations Of(Landscape landscape, WalkAutocorrelation? walks = null)
    {
        walks ??= new WalkAutocorrelation();
        (int count, int length, int lag) = (walks.Walks, walks.Length, walks.Lag);
        if (count < 1 || lag < 1 || length < lag + 2)
            throw new InvalidOperationException($"{count} walks of {length} configurations cannot show a lag of {lag}; take at least one walk, a lag of at least 1 and a length of at least the lag + 2.");

        var correlations = new double[count];
        Workers.For((count + WalksPerBlock - 1) / WalksPerBlock, block =>
        {
            var buffer = new int[landscape.Graph.MaxDegree];
            var values = new double[length];
            for (int walk = block * WalksPerBlock; walk < Math.Min(count, (block + 1) * WalksPerBlock); walk++)
                correlations[walk] = WalkSample.TryWalk(landscape, new RandomStream(walks.Seed, walk), values, buffer) ? Correlation(values, lag) : double.NaN;
        });
        return new WalkCorrelations([.. correlations.Where(correlation => !double.IsNaN(correlation)).Order()]);
    }

    /// <summary>An aligned table; "-" where undefined.</summary>
    public override string ToString()
    {
        var table = new TextTable("correlations within walks", "value");
        table.Add("median", TextTable.Number(Median));
        table.Add($"standard error (estimated from {Counted.Of(WalkCount, "walk")})", TextTable.Number(StandardError));
        return table.ToString();
    }

    private static double Correlation(double[] values, int lag)
    {
        var sums = new PairSums(TensorPrimitives.Average<double>(values.AsSpan(..^lag)), TensorPrimitives.Average<double>(values.AsSpan(lag..)));
        for (int step = 0; step + lag < values.Length; step++)
            sums.Add(values[step], values[step + lag]);
        return sums.Correlation();
    }
}
