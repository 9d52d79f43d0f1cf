using HyperLandscape.Metrics;
using HyperLandscape.Reference;

namespace HyperLandscape.Tests.Metrics;

public sealed class GridEffectsTests
{
    /// <summary>Also far from their spread, where squares of values would lose all digits, and of more than a tile.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1e9)]
    public void Deviations_are_exact_for_every_number_of_effects(double offset)
    {
        var random = new Random(1);
        double[] from = [.. Enumerable.Range(0, 2500).Select(_ => (double)random.Next(-1000, 1000))];
        double[] to = [.. Enumerable.Range(0, 2500).Select(_ => offset + random.Next(-1000, 1000))];
        foreach (int length in Enumerable.Range(1, 256).Concat([1023, 1024, 1025, 2500]))
        {
            double[] effects = [.. Enumerable.Range(0, length).Select(i => to[i] - from[i])];
            Assert.Equal(Math.Sqrt(ReferenceStatistics.Variance(effects)), GridEffects.Deviation(from.AsSpan(0, length), to.AsSpan(0, length)), offset == 0 ? 1e-10 : 1e-6);
        }
    }
}
